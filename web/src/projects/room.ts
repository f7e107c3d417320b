import type { Room } from '../kit/rooms';

export const room: Room = {
  routes: [
    { path: 'projects', load: () => import('./Projects.svelte') },
    { path: 'projects/totals', load: () => import('./Totals.svelte') },
    { path: 'projects/criteria', load: () => import('./Criteria.svelte') },
    { path: 'projects/new', load: () => import('./Sheet.svelte') },
    { path: 'projects/:id', load: () => import('./Project.svelte') },
    { path: 'projects/:id/edit', load: () => import('./Sheet.svelte') },
  ],
  entries: [{ path: 'projects', text: 'projects', order: 31 }],
};
