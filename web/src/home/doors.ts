// What each role needs first. Who holds several roles gets the doors of the one that does most.
export interface Door {
  path: string;
  /** The key of its text, as in the navigation. */
  text: 'situation' | 'tables' | 'needs' | 'assessments' | 'projects' | 'plan' | 'import' | 'published' | 'periods' | 'reports';
}
const door = (text: Door['text'], path: string = text): Door => ({ path, text });

const ORDER: [roles: string[], doors: Door[]][] = [
  [['COORDINATOR', 'CO_COORDINATOR', 'SUBNATIONAL_COORDINATOR'], [door('situation'), door('projects'), door('periods'), door('published')]],
  [['IMO'], [door('import'), door('tables'), door('published'), door('needs')]],
  [['PARTNER_FOCAL_POINT', 'PARTNER_EDITOR'], [door('reports'), door('import'), door('projects'), door('situation')]],
  [['GOVERNMENT'], [door('situation'), door('needs'), door('assessments'), door('plan')]],
  [['DONOR'], [door('situation'), door('projects'), door('plan'), door('tables')]],
  [['VIEWER'], [door('situation'), door('tables'), door('plan')]],
];

export const doors = (held: string[]): Door[] => ORDER.find(([roles]) => roles.some((role) => held.includes(role)))?.[1] ?? [];
