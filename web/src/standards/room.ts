import type { Room } from '../kit/rooms';

export const room: Room = {
  routes: [
    { path: 'standards', load: () => import('./Standards.svelte') },
    { path: 'standards/checklists', load: () => import('./Checklists.svelte') },
    { path: 'standards/new', load: () => import('./NewChecklist.svelte') },
    { path: 'standards/actions', load: () => import('./Actions.svelte') },
    { path: 'standards/compare', load: () => import('./Compare.svelte') },
    { path: 'standards/editions', load: () => import('./Frameworks.svelte') },
    { path: 'standards/editions/:id', load: () => import('./Framework.svelte') },
    { path: 'standards/country', load: () => import('./Contexts.svelte') },
    { path: 'standards/country/:id', load: () => import('./Context.svelte') },
    { path: 'standards/checklists/:id', load: () => import('./Checklist.svelte') },
  ],
  entries: [{ path: 'standards', text: 'standards', order: 38 }],
};
