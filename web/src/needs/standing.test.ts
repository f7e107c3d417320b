import { expect, it } from 'vitest';
import { innerId, standing } from './standing';

const event = (place: string, organisations: string[], at: string, action = 'declare-caseloads') => ({ at, action, after: JSON.stringify({ plan: 'p', activity: 'a', place, organisations }) });

it('tells what was declared last of each place, and nothing of what was taken back', () => {
  const events = [event('one', ['x', 'z'], '3'), event('two', [], '2'), event('one', ['x', 'y'], '1'), event('two', ['x', 'y'], '0'), { at: '0', action: 'create', after: '{}' }];
  expect(standing(events)).toEqual([{ at: '3', place: 'one', organisations: ['x', 'z'] }]);
});
it('finds the id that the history writes', () => expect(innerId(btoa('Activity:019d0f68800073578750' + '4eb2df4852bd').replace(/=+$/, ''))).toBe('019d0f68-8000-7357-8750-4eb2df4852bd'));
