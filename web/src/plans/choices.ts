// What can be chosen in a plan, and how its states look.
export const KINDS = ['HRP', 'FLASH_APPEAL', 'REFUGEE_RESPONSE_PLAN', 'OTHER'] as const;
export const LEVELS = ['STRATEGIC', 'SPECIFIC', 'CLUSTER'] as const;
export const UNITS = ['CHILDREN', 'PEOPLE', 'TEACHERS', 'LEARNING_SPACES', 'CLASSROOMS', 'LATRINES', 'KITS', 'SCHOOLS', 'OTHER'] as const;
export const MODALITIES = ['IN_KIND', 'SERVICE', 'CASH', 'VOUCHER'] as const;
export const PLACES = ['SUM', 'MAX', 'AVERAGE'] as const;
export const PERIODS = ['SUM', 'MAX', 'AVERAGE', 'LATEST'] as const;
export const FREQUENCIES = ['EVERY_PERIOD', 'QUARTERLY', 'YEARLY'] as const;
export type Kind = (typeof KINDS)[number];
export type Level = (typeof LEVELS)[number];
export type Unit = (typeof UNITS)[number];
export type Modality = (typeof MODALITIES)[number];
export type Places = (typeof PLACES)[number];
export type Periods = (typeof PERIODS)[number];
export type Frequency = (typeof FREQUENCIES)[number];

export const SHAPES = { DRAFT: 'draft', PUBLISHED: 'accepted', CLOSED: 'nil' } as const;
/** How an indicator stands, as a chip's shape. */
export const STANDS = { MET: 'met', ON_TRACK: 'on-track', CONSTRAINED: 'constrained', NO_PROGRESS: 'not-met', NO_STATUS: 'no-data' } as const;

/** The levels that an objective may stand under. */
export const above = (level: Level): readonly Level[] => (level === 'STRATEGIC' ? [] : level === 'SPECIFIC' ? ['STRATEGIC'] : ['STRATEGIC', 'SPECIFIC']);

/** Objectives in the order of a plan, each behind the one that it serves. */
export function inOrder<O extends { id: string; level: Level; refCode: string; parent: { id: string } | null }>(objectives: readonly O[]): { objective: O; depth: number }[] {
  const known = new Set(objectives.map((one) => one.id));
  const rank = (one: O) => LEVELS.indexOf(one.level);
  const under = (parent: string | null, depth: number): { objective: O; depth: number }[] =>
    objectives
      .filter((one) => (one.parent && known.has(one.parent.id) ? one.parent.id : null) === parent)
      .sort((one, other) => rank(one) - rank(other) || one.refCode.localeCompare(other.refCode, 'en', { numeric: true }))
      .flatMap((objective) => [{ objective, depth }, ...under(objective.id, depth + 1)]);
  return under(null, 0);
}

/** Every combination of dimensions, small ones first; none where there are too many to choose from. */
export function combinations(dimensions: readonly string[]): string[][] {
  if (dimensions.length > 5) return [];
  const all = dimensions.reduce<string[][]>((found, one) => [...found, ...found.map((some) => [...some, one])], [[]]);
  return all.filter((some) => some.length > 0).sort((one, other) => one.length - other.length);
}
