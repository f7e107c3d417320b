import { coordinates, reports } from '../kit/session.svelte';
import type { Room } from '../kit/rooms';

export const room: Room = {
  routes: [
    { path: 'periods', load: () => import('./Periods.svelte') },
    { path: 'periods/new', load: () => import('./NewPeriods.svelte') },
    { path: 'periods/:id', load: () => import('./Period.svelte') },
  ],
  entries: [{ path: 'periods', text: 'periods', order: 11, shown: () => coordinates() || reports() }],
};
