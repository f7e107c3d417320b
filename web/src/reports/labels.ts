// Names for what a report's rows hold by id, gathered from whatever was read.
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { rowKey } from '../kit/offline/merge';
import type { RowRead } from '../kit/offline/content';
import type { Cell, Row } from '../kit/offline/kinds';
import type { Choices } from './choices';
import { blank } from './splits';

export class Labels {
  readonly names = new SvelteMap<string, string>();
  readonly codes = new SvelteMap<string, string>();
  readonly people = new SvelteMap<string, boolean>();
  readonly kinds = new SvelteMap<string, string>();
  /** Of categories: what makes them. */
  readonly keys = new SvelteMap<string, string>();
  /** Of population groups, by code. */
  readonly groups = new SvelteMap<string, string>();
  /** Indicators that are a numerator and a denominator. */
  readonly ratios = new SvelteSet<string>();

  constructor(rows: RowRead[]) {
    for (const row of rows) {
      for (const named of [row.activity, row.indicator, row.area, row.site, row.project]) if (named) this.names.set(named.id, named.name);
      if (row.area) this.codes.set(row.area.id, row.area.pcode);
      if (row.site) this.codes.set(row.site.id, row.site.code);
      if (row.indicator) this.indicator(row.indicator);
      for (const { category } of row.cells) if (category) this.category(category);
    }
  }

  /** What can be chosen, too. */
  learn(offered: Choices): void {
    for (const activity of offered.activities) {
      this.names.set(activity.id, activity.name);
      for (const indicator of activity.indicators) this.indicator(indicator);
    }
    for (const named of [...offered.projects, ...offered.sites, ...offered.areas]) this.names.set(named.id, named.name);
    for (const area of offered.areas) this.codes.set(area.id, area.pcode);
    for (const site of offered.sites) this.codes.set(site.id, site.code);
    for (const category of offered.categories) this.category(category);
    for (const { code, label } of offered.groups) this.groups.set(code, label);
  }

  private indicator(one: { id: string; name: string; countsPeople: boolean; kind: string }): void {
    this.names.set(one.id, one.name);
    this.people.set(one.id, one.countsPeople);
    if (one.kind === 'RATIO') this.ratios.add(one.id);
  }

  category(category: { id: string; label: string; kind: string; key: string }): void {
    this.keys.set(category.id, category.key);
    this.names.set(category.id, category.label);
    this.kinds.set(category.id, category.kind);
  }

  name = (id: string | null): string => (id ? (this.names.get(id) ?? '') : '');
  group = (code: string | null): string => (code ? (this.groups.get(code) ?? code) : '');
  /** By which dimensions a category tells apart. */
  split = (categoryId: string): string => (this.keys.get(categoryId) ?? '').split(';').map((part) => part.split('=')[0]).sort().join();
  place = (row: Row): string => this.name(row.siteId) || this.name(row.areaId);
}

/** Earlier rows as the start of a new month: the same rows without their figures. */
export const forward = (rows: Row[]): Row[] => rows.map((row) => ({ ...row, nil: false, remarks: null, units: null, amount: null, currency: null, cells: row.cells.map(({ categoryId }) => blank(categoryId)) }));

/** The rows of an earlier month added to what is there; with `people` those of then are counted before now, wherever nothing was said yet. */
export function carried(now: Row[], then: Row[], people: boolean): Row[] {
  const keys = new Set(now.map(rowKey));
  const rows = [...now, ...forward(then.filter((row) => !keys.has(rowKey(row))))];
  if (!people) return rows;
  const was = figures(then);
  const given = (key: string, cell: Cell): Cell => {
    const [fresh, repeated] = [was.get(`${key}/${cell.categoryId}`)?.newPeople ?? null, was.get(`${key}/${cell.categoryId}`)?.repeatPeople ?? null];
    return cell.repeatPeople !== null || (fresh === null && repeated === null) ? cell : { ...cell, repeatPeople: (fresh ?? 0) + (repeated ?? 0) };
  };
  return rows.map((row) => (row.nil ? row : { ...row, cells: row.cells.map((cell) => given(rowKey(row), cell)) }));
}

/** Figures by row and category. */
export const figures = (rows: Row[]): Map<string, Cell> => new Map(rows.flatMap((row) => row.cells.map((cell) => [`${rowKey(row)}/${cell.categoryId}`, cell] as const)));
