// Targets by place and category as they are typed: what changed, what is wrong, and what came from a spreadsheet.
import { readAmount } from '../kit/amounts';

export const COLUMNS = ['baseline', 'inNeed', 'target'] as const;
export type Column = (typeof COLUMNS)[number];
export interface Line {
  key: string;
  pcode: string;
  place: string;
  label: string;
  values: { dimension: string; value: string }[];
  texts: Record<Column, string>;
  was: Record<Column, string>;
  /** Added here, and not on the server yet. */
  fresh?: boolean;
}

export const keyOf = (pcode: string, values: Line['values']): string => `${pcode}|${values.map((one) => `${one.dimension}=${one.value}`).sort().join(';')}`;
const plain = (value: string | null) => (value === null ? '' : value.includes('.') ? value.replace(/0+$/, '').replace(/\.$/, '') : value);
export const textsOf = (read: Record<Column, string | null>): Record<Column, string> => ({ baseline: plain(read.baseline), inNeed: plain(read.inNeed), target: plain(read.target) });
export const line = (pcode: string, place: string, label: string, values: Line['values'], texts: Record<Column, string> = { baseline: '', inNeed: '', target: '' }): Line => ({ key: keyOf(pcode, values), pcode, place, label, values, texts: { ...texts }, was: { ...texts } });

/** A figure as somebody typed it; a share has no thousands. Null is nothing, undefined is no figure. */
export function readFigure(text: string, ratio: boolean): string | null | undefined {
  const bare = text.trim().replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/[,\u066b]/g, '.');
  if (ratio && bare !== '') return /^\d+(\.\d{1,6})?$/.test(bare) ? bare : undefined;
  return readAmount(text);
}
export const changed = (one: Line): boolean => COLUMNS.some((column) => one.texts[column].trim() !== one.was[column]);
export const wrong = (one: Line, ratio: boolean): Column[] => COLUMNS.filter((column) => one.texts[column].trim() !== one.was[column] && readFigure(one.texts[column], ratio) === undefined);
/** Puts lines that the device kept over those that were read: a cell that was not typed into stays as it is. */
export function restored(lines: readonly Line[], kept: readonly Line[]): { lines: Line[]; clash: boolean } {
  const result = lines.map((one) => ({ ...one, texts: { ...one.texts } }));
  let clash = false;
  for (const one of kept) {
    const here = result.find((other) => other.key === one.key);
    if (!here) result.push({ ...one, was: { baseline: '', inNeed: '', target: '' }, fresh: true });
    else
      for (const column of COLUMNS.filter((name) => one.texts[name] !== one.was[name])) {
        here.texts[column] = one.texts[column];
        clash ||= here.was[column] !== one.was[column] && here.was[column] !== one.texts[column];
      }
  }
  return { lines: result, clash };
}

/** More are to be reached than are in need. */
export function tooMany(one: Line, ratio: boolean): boolean {
  const [need, target] = [readFigure(one.texts.inNeed, ratio), readFigure(one.texts.target, ratio)];
  return typeof need === 'string' && typeof target === 'string' && Number(target) > Number(need);
}

/** The cells that somebody copied out of a spreadsheet; null where it is one text alone. */
export function cells(text: string): string[][] | null {
  const rows = text.replace(/\r/g, '').replace(/\n+$/, '').split('\n').map((row) => row.split('\t'));
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1 ? rows : null;
}

/** Puts copied cells in, from a cell on; rows that begin with a P-code find their own line, by the category's name where a place has several. */
export function paste(lines: readonly Line[], at: number, column: Column, rows: readonly string[][]): { lines: Line[]; put: number; left: number } {
  const result = lines.map((one) => ({ ...one, texts: { ...one.texts } }));
  const places = new Set(lines.map((one) => one.pcode));
  const coded = rows.every((row) => places.has((row[0] ?? '').trim()));
  let put = 0;
  rows.forEach((row, down) => {
    let fields = row;
    let into = result[at + down];
    if (coded) {
      const here = result.filter((one) => one.pcode === row[0]?.trim());
      const named = here.find((one) => one.label === row[1]?.trim());
      into = named ?? (here.length === 1 ? here[0] : undefined);
      fields = row.slice(named ? 2 : 1);
    }
    if (!into) return;
    const first = COLUMNS.indexOf(column);
    fields.slice(0, COLUMNS.length - first).forEach((field, across) => (into.texts[COLUMNS[first + across] as Column] = field.trim()));
    put += 1;
  });
  return { lines: result, put, left: rows.length - put };
}
