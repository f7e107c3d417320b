import type { Room } from '../kit/rooms';
import { holds } from '../kit/session.svelte';

export const room: Room = {
  routes: [
    { path: 'history', load: () => import('./History.svelte') },
    { path: 'history/:record', load: () => import('./History.svelte') },
  ],
  entries: [{ path: 'history', text: 'history', order: 80, shown: () => holds('SYSTEM_ADMIN', 'COORDINATOR', 'CO_COORDINATOR', 'IMO') }],
};
