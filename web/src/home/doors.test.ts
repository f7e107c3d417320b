import { expect, it } from 'vitest';
import { doors } from './doors';

it('opens what a role needs first, and of several roles the one that does most', () => {
  expect(doors(['DONOR'])[0]?.text).toBe('situation');
  expect(doors(['IMO'])[0]?.text).toBe('import');
  expect(doors(['VIEWER', 'COORDINATOR'])).toEqual(doors(['COORDINATOR']));
  expect(doors([])).toEqual([]);
});
