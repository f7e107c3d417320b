import type { Room } from '../kit/rooms';

export const room: Room = {
  routes: [{ path: 'plan', load: () => import('./Plan.svelte') }],
  entries: [{ path: 'plan', text: 'plan', order: 30 }],
};
