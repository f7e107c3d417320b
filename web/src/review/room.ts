import { coordinates } from '../kit/session.svelte';
import type { Room } from '../kit/rooms';

export const room: Room = {
  routes: [{ path: 'review', load: () => import('./Review.svelte') }],
  entries: [{ path: 'review', text: 'review', order: 5, shown: coordinates }],
};
