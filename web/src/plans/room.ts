import type { Room } from '../kit/rooms';

export const room: Room = {
  routes: [
    { path: 'plan', load: () => import('./Plan.svelte') },
    { path: 'plans', load: () => import('./Plans.svelte') },
    { path: 'plans/new', load: () => import('./NewPlan.svelte') },
    { path: 'plans/:id', load: () => import('./Plan.svelte') },
    { path: 'plans/:id/edit', load: () => import('./Edit.svelte') },
    { path: 'plans/:id/indicators/:indicator', load: () => import('./Targets.svelte') },
    { path: 'plans/:id/versions', load: () => import('./Versions.svelte') },
    { path: 'plans/:id/versions/:number', load: () => import('./Plan.svelte') },
  ],
  entries: [{ path: 'plan', text: 'plan', order: 30 }],
};
