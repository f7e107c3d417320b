// Names for what a report's rows hold by id, gathered from whatever was read.
import { rowKey } from '../kit/offline/merge';
import { rowOf, type RowRead } from '../kit/offline/content';
import type { Cell, Row } from '../kit/offline/kinds';

export class Labels {
  readonly names = new Map<string, string>();
  readonly codes = new Map<string, string>();
  readonly people = new Map<string, boolean>();
  readonly kinds = new Map<string, string>();

  constructor(rows: RowRead[]) {
    for (const row of rows) {
      for (const named of [row.activity, row.indicator, row.area, row.site]) if (named) this.names.set(named.id, named.name);
      if (row.area) this.codes.set(row.area.id, row.area.pcode);
      if (row.site) this.codes.set(row.site.id, row.site.code);
      if (row.indicator) this.people.set(row.indicator.id, row.indicator.countsPeople);
      for (const { category } of row.cells) if (category) this.category(category);
    }
  }

  category(category: { id: string; label: string; kind: string }): void {
    this.names.set(category.id, category.label);
    this.kinds.set(category.id, category.kind);
  }

  name = (id: string | null): string => (id ? (this.names.get(id) ?? '') : '');
  place = (row: Row): string => this.name(row.siteId) || this.name(row.areaId);
}

/** Earlier rows as the start of a new month: the same rows, and people counted then are counted before now. */
export function forward(rows: RowRead[]): Row[] {
  return rows.map(rowOf).map((row) => ({ ...row, nil: false, remarks: null, units: null, amount: null, currency: null, cells: row.cells.map(empty) }));
}
const empty = (cell: Cell): Cell => ({ ...cell, newPeople: null, repeatPeople: null, value: null, denominator: null });

/** The earlier figures by row and category. */
export function before(rows: RowRead[]): Map<string, Cell> {
  return new Map(rows.map(rowOf).flatMap((row) => row.cells.map((cell) => [`${rowKey(row)}/${cell.categoryId}`, cell] as const)));
}
