// Amounts of money and of people as people type them, exact to the cent: never floating numbers.
import { figure, readCount, type Language } from './numbers';

const latin = (text: string): string => text.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/\u066b/g, '.').replace(/[\s\u00a0\u202f\u066c']/g, '');
const pointOf = (language: Language): string => figure(language, '1.1').replaceAll('1', '');

/** A number without grouping, as it stands in a field: what was written is read the same again. */
export const written = (language: Language, number: string): string => number.replace('.', pointOf(language));

/** A number with any decimals, as the language writes it: a lone mark that may be either is what it is there. Null is nothing, undefined is no number. */
export function readNumber(language: Language, text: string): string | null | undefined {
  const bare = latin(text);
  if (bare === '') return null;
  const marks = [...bare].filter((one) => one === '.' || one === ',');
  const groups = /^[1-9]\d{0,2}([.,])\d{3}(\1\d{3})*$/.exec(bare);
  if (groups && (marks.length > 1 || marks[0] !== pointOf(language))) return bare.replace(/[.,]/g, '');
  const parts = /^(\d{1,15}|[1-9]\d{0,2}(?:([.,])\d{3})+)(?:[.,](\d+))?$/.exec(bare);
  if (!parts || (parts[2] && parts[2] === marks.at(-1))) return undefined;
  return parts[1]?.replace(/[.,]/g, '') + (parts[3] ? `.${parts[3]}` : '');
}

/** So many hundredths as a share: 20 is 0.20. */
export function hundredth(number: string): string {
  const [whole = '', part = ''] = number.split('.');
  const digits = whole.padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}${part}`;
}

/** An amount with at most two decimals; null is nothing, undefined is no amount. */
export function readAmount(text: string): string | null | undefined {
  const count = readCount(text);
  if (count !== undefined) return count === null ? null : String(count);
  const parts = latin(text).match(/^(\d{1,3}(?:([.,])\d{3})*|\d{1,15})[.,](\d{1,2})$/);
  if (!parts) return undefined;
  return `${parts[1]?.replace(/[.,]/g, '')}.${parts[3]}`;
}

const cents = (amount: string): bigint => {
  const [whole = '0', part = ''] = amount.split('.');
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, '0').slice(0, 2));
};

/** The sum of amounts. */
export function addUp(amounts: readonly string[]): string {
  const sum = amounts.reduce((total, amount) => total + cents(amount), 0n);
  const part = sum % 100n;
  return part ? `${sum / 100n}.${String(part).padStart(2, '0')}` : String(sum / 100n);
}

/** An amount as it is written: whole, or with both digits of the cents. */
export function money(language: Language, amount: string | null | undefined): string {
  const [whole, part = ''] = (amount ?? '').split('.');
  if (!/[1-9]/.test(part)) return figure(language, whole || null);
  return `${figure(language, whole)}${pointOf(language)}${part.padEnd(2, '0')}`;
}
