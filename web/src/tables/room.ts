import { coordinates } from '../kit/session.svelte';
import type { Room } from '../kit/rooms';

export const room: Room = {
  routes: [
    { path: 'tables', load: () => import('./Tables.svelte') },
    { path: 'published', load: () => import('./Published.svelte') },
  ],
  entries: [
    { path: 'tables', text: 'tables', order: 22 },
    { path: 'published', text: 'published', order: 24, shown: coordinates },
  ],
};
