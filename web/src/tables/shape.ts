// The tables as a screen shows them: which columns of the files, and which of their figures open.
export const TABLES = ['GAPS', 'PRESENCE', 'UNCOVERED', 'COMPLETENESS', 'COMPLETENESS_BY_AREA', 'QUALITY', 'OVERLAPS', 'OPERATIONAL_PRESENCE'] as const;
export type Table = (typeof TABLES)[number];
/** The tables whose records are areas, so that a map can show them. */
export const MAPPED: Record<string, string> = { GAPS: 'gap_to_need', UNCOVERED: 'in_need', COMPLETENESS_BY_AREA: 'completeness' };
const SHARES = ['completeness', 'timeliness', 'partners_reporting_share', 'duplicate_rate', 'overlap'];
export const isShare = (name: string): boolean => SHARES.includes(name);

/** What files have for programs, and readers see as something else or not at all. */
const LEFT_OUT = /_code$|^admin\d_name$|^provider_|^method|_method$|_hdx_id$|^has_hrp$|^in_gho$|^warning$|^error$|^admin_level$|^org_acronym$|^org_type_description$|^in_need_phase|^services_delivered$/;

/** Columns that a screen shows: those that readers understand and that hold anything. */
export function shown(columns: readonly { name: string }[], rows: readonly (readonly (string | null)[])[]): number[] {
  return columns.flatMap(({ name }, at) => (LEFT_OUT.test(name) || (rows.length > 0 && rows.every((cells) => cells[at] === null)) ? [] : [at]));
}

/** Where a record is of, from the largest area to the smallest. */
export function place(columns: readonly { name: string }[], cells: readonly (string | null)[]): string {
  return columns.flatMap(({ name }, at) => (/^(admin\d|site)_name$/.test(name) && cells[at] ? [cells[at]] : [])).join(' / ');
}

/** The figure behind a column of an area, where it can be explained. */
export const EXPLAINED = {
  in_need: 'IN_NEED', targeted: 'TARGET', reached: 'REACHED', gap_to_target: 'GAP_TO_TARGET', gap_to_need: 'GAP_TO_NEED', severity_weighted_gap: 'SEVERITY_WEIGHTED_GAP', completeness: 'COMPLETENESS', timeliness: 'TIMELINESS',
} as const;
export type Explained = (typeof EXPLAINED)[keyof typeof EXPLAINED];

/** The address of the table's file. */
export const fileOf = (table: Table): string => table.toLowerCase().replaceAll('_', '-');
