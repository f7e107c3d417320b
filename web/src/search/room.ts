import type { Room } from '../kit/rooms';

export const room: Room = {
  routes: [{ path: 'search', load: () => import('./Search.svelte') }],
  entries: [{ path: 'search', text: 'search', order: 80 }],
};
