import { holds, reports } from '../kit/session.svelte';
import type { Room } from '../kit/rooms';

export const room: Room = {
  routes: [{ path: 'import', load: () => import('./Import.svelte') }],
  entries: [{ path: 'import', text: 'import', order: 12, shown: () => reports() || holds('IMO') }],
};
