// Three-way merge of a report: what I changed and what others changed since the version that both began with. What only one side changed is
// taken from that side; what both changed differently is asked, never guessed.
import type { Cell, Content, Difference, Row } from './kinds';

const ROW_FIELDS = ['status', 'nil', 'units', 'amount', 'currency', 'remarks', 'projectId'] as const;
const CELL_FIELDS = ['newPeople', 'repeatPeople', 'value', 'denominator'] as const;
const PRESENT = 'row';
/** Parts of a key; no id holds it. */
const SPLIT = '|';

/** What makes a row the same row on both sides. */
export const rowKey = (row: Row): string =>
  [row.activityId, row.indicatorId, row.areaId ?? '', row.siteId ?? '', row.populationGroup ?? '', row.modality].join(SPLIT);

type Flat = Map<string, string>;

function keyed(content: Content): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const row of content.rows) {
    const key = rowKey(row);
    let number = 1;
    while (rows.has(number === 1 ? key : `${key}#${number}`)) number += 1;
    rows.set(number === 1 ? key : `${key}#${number}`, row);
  }
  return rows;
}

function flatten(content: Content): Flat {
  const flat: Flat = new Map([['nil', JSON.stringify(content.nil)]]);
  for (const [key, row] of keyed(content)) {
    flat.set(`${key}/${PRESENT}`, 'true');
    for (const field of ROW_FIELDS) if ((row[field] ?? null) !== null) flat.set(`${key}/${field}`, JSON.stringify(row[field]));
    for (const cell of row.cells) {
      for (const field of CELL_FIELDS) if (cell[field] !== null) flat.set(`${key}/${cell.categoryId}/${field}`, JSON.stringify(cell[field]));
    }
  }
  return flat;
}

function unflatten(flat: Flat, models: Map<string, Row>): Content {
  const rows = new Map<string, { row: Row; cells: Map<string, Cell> }>();
  const rowOf = (key: string) => {
    let found = rows.get(key);
    const model = models.get(key);
    if (!found && model) {
      found = { row: { ...model, nil: false, units: null, amount: null, currency: null, remarks: null, projectId: null, cells: [] }, cells: new Map() };
      rows.set(key, found);
    }
    return found;
  };
  // Rows keep the order in which either side has them.
  for (const key of models.keys()) if ([...flat.keys()].some((one) => one.startsWith(`${key}/`))) rowOf(key);
  for (const [path, text] of flat) {
    const [key = '', first = '', second] = path.split('/');
    const found = first === '' ? undefined : rowOf(key);
    if (!found || first === PRESENT) continue;
    if (second === undefined) Object.assign(found.row, { [first]: JSON.parse(text) as unknown });
    else {
      const cell = found.cells.get(first) ?? { categoryId: first, newPeople: null, repeatPeople: null, value: null, denominator: null };
      found.cells.set(first, Object.assign(cell, { [second]: JSON.parse(text) as unknown }));
    }
  }
  return {
    nil: flat.get('nil') === 'true',
    rows: [...rows.values()].map(({ row, cells }) => ({ ...row, cells: [...cells.values()] })),
  };
}

/** Rows that one side took out and the other said more in: which side has them, and what it said. Such a row stands or goes as a whole. */
function torn(from: Flat, ours: Flat, others: Flat): Map<string, { side: 'mine' | 'theirs'; changed: Set<string> }> {
  const found = new Map<string, { side: 'mine' | 'theirs'; changed: Set<string> }>();
  for (const key of from.keys()) {
    if (!key.endsWith(`/${PRESENT}`) || ours.has(key) === others.has(key)) continue;
    const row = key.slice(0, -PRESENT.length);
    const [side, flat] = ours.has(key) ? (['mine', ours] as const) : (['theirs', others] as const);
    const changed = [...flat.keys()].filter((one) => one.startsWith(row) && flat.get(one) !== from.get(one));
    if (changed.length) found.set(row, { side, changed: new Set(changed) });
  }
  return found;
}

export interface Merged {
  content: Content;
  differences: Difference[];
}

/** Merges both sides; `chosen` says for a key whose value stands where they differ. Until then mine stands, and the difference is told. */
export function merge(base: Content, mine: Content, theirs: Content, chosen: Record<string, 'mine' | 'theirs'> = {}): Merged {
  const [from, ours, others] = [flatten(base), flatten(mine), flatten(theirs)];
  const merged: Flat = new Map();
  const differences: Difference[] = [];
  const rows = torn(from, ours, others);
  for (const key of new Set([...ours.keys(), ...others.keys(), ...from.keys()])) {
    const [was, my, their] = [from.get(key), ours.get(key), others.get(key)];
    const row = rows.get(key.slice(0, key.indexOf('/') + 1));
    let stands = my;
    if (row && !row.changed.has(key)) {
      const whole = [...row.changed].some((one) => (chosen[one] ?? 'mine') === row.side);
      stands = whole ? (my ?? their) : undefined;
    } else if (my !== their) {
      if (my === was && !row) stands = their;
      else if (their !== was || row) {
        if (chosen[key] === 'theirs') stands = their;
        if (!chosen[key]) differences.push({ key, mine: my ?? null, theirs: their ?? null });
      }
    }
    if (stands !== undefined) merged.set(key, stands);
  }
  return { content: unflatten(merged, new Map([...keyed(mine), ...keyed(theirs)])), differences };
}

/** The row and the field that a difference is about. */
export function partsOf(key: string): { row: string; category: string | null; field: string } {
  const [row = '', first = '', second] = key.split('/');
  return second === undefined ? { row, category: null, field: first || row } : { row, category: first, field: second };
}

/** Whether anything was changed. */
export const isSame = (one: Content, other: Content): boolean => {
  const [left, right] = [flatten(one), flatten(other)];
  return left.size === right.size && [...left].every(([key, value]) => right.get(key) === value);
};
