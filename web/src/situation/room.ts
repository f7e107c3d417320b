import type { Room } from '../kit/rooms';

export const room: Room = {
  routes: [{ path: 'situation', load: () => import('./Situation.svelte') }],
  entries: [{ path: 'situation', text: 'situation', order: 20 }],
};
