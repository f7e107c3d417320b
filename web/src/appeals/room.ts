import type { Room } from '../kit/rooms';
import { holds } from '../kit/session.svelte';

export const room: Room = {
  routes: [
    { path: 'appeals', load: () => import('./Appeals.svelte') },
    { path: 'appeals/new', load: () => import('./EditAppeal.svelte') },
    { path: 'appeals/:id', load: () => import('./Appeal.svelte') },
    { path: 'appeals/:id/edit', load: () => import('./EditAppeal.svelte') },
    { path: 'appeals/:id/lines', load: () => import('./Revise.svelte') },
    { path: 'appeals/:id/publish', load: () => import('./Publish.svelte') },
    { path: 'appeals/:id/import', load: () => import('./ImportFlows.svelte') },
    { path: 'appeals/:id/contribution', load: () => import('./Contribution.svelte') },
  ],
  // A donor has them first.
  entries: [
    { path: 'appeals', text: 'appeals', order: 2, shown: () => holds('DONOR') },
    { path: 'appeals', text: 'appeals', order: 40, shown: () => !holds('DONOR') },
  ],
};
