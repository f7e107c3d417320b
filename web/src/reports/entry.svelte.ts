// One report while it is written: what was typed, what of it is no number, and whether the device keeps it.
import { readNumber } from '../kit/amounts';
import { readCount } from '../kit/numbers';
import { rowKey } from '../kit/offline/merge';
import { saveDraft } from '../kit/offline/drafts';
import { enqueue } from '../kit/offline/post.svelte';
import type { Cell, Content, Draft, Row, Whose } from '../kit/offline/kinds';
import { viewer } from '../kit/session.svelte';
import { language, say } from '../kit/texts.svelte';
import { blank, isBlank, splitsOf, type Split } from './splits';
import type { Choices } from './choices';
import { carried } from './labels';
import type { Labels } from './labels';
import { placed, table } from './paste';

export type Field = 'newPeople' | 'repeatPeople' | 'value' | 'denominator';
export interface Given {
  whose: Whose;
  title: string;
  baseVersion: number;
  base: Content;
  start: Content;
  labels: Labels;
  earlier: Row[];
  notes: Map<string, string>;
}
interface Shown {
  mine: Content;
  broken: Record<string, string>;
}

export class Entry {
  mine = $state<Content>({ nil: false, rows: [] });
  broken = $state<Record<string, string>>({});
  problems = $state.raw<{ id: string; text: string }[]>([]);
  saved = $state<'yes' | 'no' | 'failed'>('yes');
  /** How it was before several cells changed at once, with how many were filled and how many had no place, and where that was done. */
  pasted = $state.raw<{ before: Shown; filled: number; left: number; at: string } | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private changes = 0;
  // Whose draft it is does not change with who signs in meanwhile.
  private readonly userId = viewer()?.id ?? '';

  constructor(readonly given: Given) {
    this.mine = structuredClone(given.start);
  }

  draft = (): Draft => ({ ...this.given.whose, userId: this.userId, title: this.given.title, baseVersion: this.given.baseVersion, base: this.given.base, mine: $state.snapshot(this.mine) as Content, savedAt: Date.now() });

  keepNow = async (): Promise<boolean> => {
    clearTimeout(this.timer);
    if (this.saved === 'yes') return true;
    try {
      const kept = this.changes;
      await saveDraft(this.draft());
      // What was typed meanwhile is not kept yet.
      if (kept === this.changes) this.saved = 'yes';
    } catch {
      // The device is full: what is on the screen is still there, and can be taken along as a file.
      this.saved = 'failed';
    }
    return this.saved !== 'failed';
  };
  changed = (): void => {
    this.saved = 'no';
    this.changes += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.keepNow(), 400);
  };
  /** Nothing of it is to be kept any more. */
  drop = (): void => {
    clearTimeout(this.timer);
    this.saved = 'yes';
  };

  idOf = (row: number, cell: number, field: Field): string => `c-${row}-${cell}-${field}`;
  counts = (row: Row): boolean => this.given.labels.people.get(row.indicatorId) !== false;
  fieldsOf = (row: Row): Field[] => (this.counts(row) ? ['newPeople', 'repeatPeople'] : this.given.labels.ratios.has(row.indicatorId) ? ['value', 'denominator'] : ['value']);
  nameOf = (row: Row): string => `${this.given.labels.name(row.activityId)}, ${this.given.labels.place(row)}`;
  /** The groups of a row as they stand on the screen, each with its place in the row. */
  order = (row: Row): { cell: Cell; index: number }[] => {
    const { labels } = this.given;
    const parts = (cell: Cell) => labels.keys.get(cell.categoryId)?.split(';').filter(Boolean).length ?? 0;
    return row.cells.map((cell, index) => ({ cell, index })).sort((one, other) => parts(one.cell) - parts(other.cell) || labels.name(one.cell.categoryId).localeCompare(labels.name(other.cell.categoryId), language(), { numeric: true }));
  };
  // Of a report that came back in part, only those rows may be changed, and new ones be added.
  closed = (row: Row): boolean => this.given.notes.size > 0 && !this.given.notes.has(rowKey(row)) && this.given.base.rows.some((one) => rowKey(one) === rowKey(row));

  /** People entered: of each row those of the split that counts most. */
  people = $derived.by(() => {
    let sum = 0;
    for (const row of this.mine.rows) {
      if (row.nil || !this.counts(row)) continue;
      const splits = new Map<string, number>();
      for (const cell of row.cells) {
        if (this.given.labels.kinds.get(cell.categoryId) === 'OF_WHICH') continue;
        const key = this.given.labels.split(cell.categoryId);
        splits.set(key, (splits.get(key) ?? 0) + (cell.newPeople ?? 0) + (cell.repeatPeople ?? 0));
      }
      sum += Math.max(0, ...splits.values());
    }
    return sum;
  });

  type = (row: number, cell: number, field: Field, text: string): void => {
    const id = this.idOf(row, cell, field);
    const target = this.mine.rows[row]?.cells[cell];
    if (!target) return;
    delete this.broken[id];
    if (field === 'value' || field === 'denominator') {
      const number = readNumber(language(), text);
      if (number === undefined) this.broken[id] = text;
      else target[field] = number;
    } else {
      const count = readCount(text);
      if (count === undefined) this.broken[id] = text;
      else target[field] = count;
    }
    this.changed();
  };

  /** What is said of a row beside its figures. An amount is in the plan's currency until another is named. */
  tell = (index: number, field: 'units' | 'amount', text: string, currency: string): void => {
    const row = this.mine.rows[index];
    if (!row) return;
    delete this.broken[`${field}-${index}`];
    const number = readNumber(language(), text);
    if (number === undefined) this.broken[`${field}-${index}`] = text;
    else row[field] = number;
    if (field === 'amount' && number !== undefined) row.currency = number === null ? null : (row.currency ?? (currency || null));
    this.changed();
  };
  takeOut = (index: number): void => {
    this.mine.rows.splice(index, 1);
    // Fields are named by their place, and that has changed.
    this.broken = {};
    this.changed();
  };

  /** Several cells at once, from the field on; false where it is a single value. */
  paste = (row: number, cell: number, field: Field, text: string): boolean => {
    const lines = table(text);
    if (!lines) return false;
    const open = this.mine.rows.map((one) => (one.nil || this.closed(one) ? [] : this.order(one)));
    const from = { row, group: open[row]?.findIndex((one) => one.index === cell) ?? 0, field: this.fieldsOf(this.mine.rows[row] as Row).indexOf(field) };
    const found = placed(lines, from, this.mine.rows.map((one, at) => ({ groups: open[at]?.length ?? 0, fields: this.fieldsOf(one).length })));
    const before = { mine: $state.snapshot(this.mine) as Content, broken: { ...this.broken } };
    for (const { place, text: value } of found) {
      const [target, at] = [this.mine.rows[place.row], open[place.row]?.[place.group]?.index];
      const wanted = target && this.fieldsOf(target)[place.field];
      if (wanted && at !== undefined) this.type(place.row, at, wanted, value);
    }
    this.pasted = { before, filled: found.length, left: lines.flat().length - found.length, at: this.idOf(row, cell, field) };
    return true;
  };
  undo = (): void => {
    if (!this.pasted) return;
    this.mine = this.pasted.before.mine;
    this.broken = this.pasted.before.broken;
    document.getElementById(this.pasted.at)?.focus();
    this.pasted = null;
    this.changed();
  };

  /** Tells a row's people apart in one more way, or in one less, of which nothing was said. */
  tellApart = (row: Row, split: Split, wanted: boolean): void => {
    const ids = new Set(split.categories.map((one) => one.id));
    const here = row.cells.filter((cell) => ids.has(cell.categoryId));
    if (wanted) {
      split.categories.forEach((one) => this.given.labels.category(one));
      row.cells.push(...split.categories.filter((one) => !here.some((cell) => cell.categoryId === one.id)).map((one) => blank(one.id)));
    } else if (here.every(isBlank)) row.cells = row.cells.filter((cell) => !ids.has(cell.categoryId));
    // Fields are named by their place in the row, and that has changed.
    this.broken = {};
    this.changed();
  };

  /** Fields that say nothing are not sent, so that a report comes back without them: they are offered again. */
  complete = (offered: Choices): void => {
    for (const row of this.mine.rows) {
      const indicator = offered.indicators.get(row.indicatorId);
      if (!indicator || row.nil || this.closed(row)) continue;
      const splits = splitsOf(indicator, offered.categories, row);
      // As last month, of teachers by teachers; a row without a month before as finely as its plan asks.
      const before = this.given.earlier.find((one) => rowKey(one) === rowKey(row))?.cells.map((cell) => cell.categoryId) ?? [];
      if (!row.cells.length) row.cells.push(...before.map(blank));
      const has = (split: Split) => split.categories.some((one) => row.cells.some((cell) => cell.categoryId === one.id));
      const shown = row.cells.length ? splits.filter(has) : splits.slice(-1);
      for (const { id } of shown.flatMap((split) => split.categories)) if (!row.cells.some((cell) => cell.categoryId === id)) row.cells.push(blank(id));
    }
  };

  carry = (people: boolean): void => {
    const before = { mine: $state.snapshot(this.mine) as Content, broken: { ...this.broken } };
    this.mine.rows = carried($state.snapshot(this.mine).rows as Row[], this.given.earlier, people);
    this.pasted = { before, filled: this.mine.rows.length - before.mine.rows.length, left: -1, at: 'carry' };
    this.changed();
  };

  check(): boolean {
    const found: { id: string; text: string }[] = [];
    const { labels } = this.given;
    if (!this.mine.nil) {
      if (this.mine.rows.length === 0) found.push({ id: 'add-row', text: say('report-no-rows') });
      for (const [at, row] of this.mine.rows.entries()) {
        if (row.nil) continue;
        for (const { cell, index } of this.order(row)) {
          for (const field of this.fieldsOf(row)) {
            const [id, text] = [this.idOf(at, index, field), this.broken[this.idOf(at, index, field)]];
            if (text !== undefined) found.push({ id, text: say('report-no-number', { what: `${this.nameOf(row)}, ${labels.name(cell.categoryId)}`, text }) });
          }
        }
        const first = this.order(row)[0];
        for (const field of ['units', 'amount'] as const) {
          const text = this.broken[`${field}-${at}`];
          if (text !== undefined) found.push({ id: `${field}-${at}`, text: say('report-no-number', { what: `${this.nameOf(row)}, ${say(`field-${field}`)}`, text }) });
        }
        if (row.amount !== null && !/^[A-Z]{3}$/.test(row.currency ?? '')) found.push({ id: `currency-${at}`, text: say('row-currency-wrong', { what: this.nameOf(row) }) });
        if (row.units === null && row.cells.every(isBlank) && !found.some((one) => one.id.startsWith(`c-${at}-`))) {
          found.push({ id: first ? this.idOf(at, first.index, this.fieldsOf(row)[0] ?? 'value') : `split-${at}`, text: say('report-empty-row', { what: this.nameOf(row) }) });
        }
      }
    }
    this.problems = found;
    return found.length === 0;
  }

  /** Puts it into the outbox; false where it is not fit to be sent, or the device has no room. */
  async send(submit: boolean, nothing = false): Promise<boolean> {
    this.problems = [];
    if (!nothing && submit && !this.check()) return false;
    clearTimeout(this.timer);
    const { savedAt: _, ...rest } = this.draft();
    const mine = nothing ? { nil: true, rows: [] } : rest.mine;
    try {
      await saveDraft({ ...rest, mine, savedAt: Date.now() });
      await enqueue({ ...rest, mine, submit });
    } catch {
      this.saved = 'failed';
      this.problems = [{ id: 'download-copy', text: say('report-device-full') }];
      return false;
    }
    this.saved = 'yes';
    return true;
  }
}
