import type { Room } from '../kit/rooms';
import { coordinates, holds, installs } from '../kit/session.svelte';
import { gives, leads } from './rights';

const keeps = (): boolean => installs() || coordinates();

export const room: Room = {
  routes: [
    { path: 'begin', load: () => import('./Begin.svelte') },
    { path: 'setup', load: () => import('./Setup.svelte') },
    { path: 'setup/operation', load: () => import('./Operation.svelte') },
    { path: 'setup/operation/:id', load: () => import('./Operation.svelte') },
    { path: 'setup/operation/:id/sites', load: () => import('./Sites.svelte') },
    { path: 'setup/operation/:id/dimensions', load: () => import('./Dimensions.svelte') },
    { path: 'setup/cluster', load: () => import('./Cluster.svelte') },
    { path: 'setup/cluster/:id', load: () => import('./Cluster.svelte') },
    { path: 'partners', load: () => import('./Partners.svelte') },
    { path: 'partner', load: () => import('./Partner.svelte') },
    { path: 'partners/:id', load: () => import('./Partner.svelte') },
    { path: 'members', load: () => import('./Members.svelte') },
    { path: 'places', load: () => import('./Places.svelte') },
  ],
  entries: [
    { path: 'partners', text: 'partners', order: 70, shown: () => keeps() || holds('PARTNER_FOCAL_POINT', 'GOVERNMENT') },
    { path: 'members', text: 'members', order: 72, shown: gives },
    { path: 'places', text: 'places', order: 74, shown: keeps },
    { path: 'setup', text: 'setup', order: 76, shown: () => leads() || keeps() },
  ],
};
