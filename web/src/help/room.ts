import type { Room } from '../kit/rooms';

export const room: Room = {
  routes: [{ path: 'help', load: () => import('./Help.svelte') }],
  entries: [{ path: 'help', text: 'help', order: 95 }],
};
