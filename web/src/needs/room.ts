import type { Room } from '../kit/rooms';

export const room: Room = {
  routes: [
    { path: 'needs', load: () => import('./Needs.svelte') },
    { path: 'needs/import', load: () => import('./ImportNeeds.svelte') },
    { path: 'needs/caseloads', load: () => import('./Caseloads.svelte') },
    { path: 'needs/rounds/:id', load: () => import('./Round.svelte') },
    { path: 'assessments', load: () => import('./Assessments.svelte') },
    { path: 'assessments/new', load: () => import('./PlanAssessment.svelte') },
    { path: 'assessments/:id', load: () => import('./Assessment.svelte') },
    { path: 'assessments/:id/edit', load: () => import('./PlanAssessment.svelte') },
  ],
  entries: [
    { path: 'needs', text: 'needs', order: 25 },
    { path: 'assessments', text: 'assessments', order: 26 },
  ],
};
