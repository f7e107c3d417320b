import type { Room } from '../kit/rooms';

export const room: Room = {
  routes: [
    { path: 'settings', load: () => import('./Settings.svelte') },
    { path: 'forgotten', open: true, load: () => import('./Forgotten.svelte') },
    { path: 'invitation/:token', open: true, load: () => import('./Password.svelte') },
    { path: 'reset/:token', open: true, load: () => import('./Password.svelte') },
  ],
  entries: [{ path: 'settings', text: 'settings', order: 90 }],
};
