import { reports } from '../kit/session.svelte';
import { unsent } from '../kit/offline/post.svelte';
import type { Room } from '../kit/rooms';

export const room: Room = {
  routes: [
    { path: 'reports', load: () => import('./Reports.svelte') },
    { path: 'reports/:id', load: () => import('./ReportPage.svelte') },
    { path: 'report-new', load: () => import('./NewReport.svelte') },
    { path: 'unsent', load: () => import('./Unsent.svelte') },
  ],
  entries: [
    { path: 'reports', text: 'reports', order: 10 },
    { path: 'unsent', text: 'unsent', order: 15, shown: () => reports() || unsent().length > 0 },
  ],
};
