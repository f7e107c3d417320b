import type { Room } from '../kit/rooms';
import { inDemo } from './state.svelte';

export const room: Room = {
  routes: [{ path: 'tour', load: () => import('./TourPage.svelte') }],
  entries: [{ path: 'tour', text: 'tour', order: 97, shown: inDemo }],
  above: { shown: inDemo, load: () => import('./Tour.svelte') },
};
