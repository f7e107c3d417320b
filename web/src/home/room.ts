import type { Room } from '../kit/rooms';

export const room: Room = {
  routes: [{ path: '', load: () => import('./Home.svelte') }],
  entries: [{ path: '', text: 'home', order: 0 }],
};
