// Amounts as exact decimals: they stay text, and are added up in hundredths.
const AMOUNT = /^(-?)(\d+)(?:\.(\d{1,2})0*)?$/;

/** Hundredths; null where it is no amount. */
export function cents(text: string | null | undefined): bigint | null {
  const parts = AMOUNT.exec((text ?? '').trim());
  if (!parts) return null;
  const value = BigInt(parts[2] ?? '0') * 100n + BigInt((parts[3] ?? '').padEnd(2, '0') || '0');
  return parts[1] ? -value : value;
}

export function amountOf(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(3, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The sum of what was said; null where nothing was. */
export function total(amounts: readonly (string | null | undefined)[]): string | null {
  const said = amounts.map(cents).filter((one) => one !== null);
  return said.length ? amountOf(said.reduce((sum, one) => sum + one, 0n)) : null;
}

/** What somebody typed as an amount: digits of any script, grouped or not, a point or comma before at most two digits. Null is nothing, undefined none. */
export function readAmount(typed: string): string | null | undefined {
  const latin = typed.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
  const bare = latin.replace(/[\s\u00a0\u202f'’\u066c]/g, '').replace(/\u066b/g, '.');
  if (bare === '') return null;
  const parts = /^(\d{1,3}(?:([.,])\d{3})+|\d+)(?:([.,])(\d{1,2}))?$/.exec(bare);
  if (!parts || (parts[2] && parts[2] === parts[3])) return undefined;
  const whole = (parts[1] ?? '').replace(/[.,]/g, '');
  return whole.length > 15 ? undefined : parts[4] ? `${whole}.${parts[4]}` : whole;
}

export interface Parts {
  requirement: string | null;
  paid: string | null;
  committed: string | null;
  pledged: string | null;
}

/** Where each part of a bar begins and how wide it is, in percent of the longer of what is asked for and what was given. */
export function parts({ requirement, paid, committed, pledged }: Parts): { kind: 'have' | 'part' | 'gap' | 'pledge'; x: number; width: number }[] {
  const [asked, sent, signed, told] = [requirement, paid, committed, pledged].map((one) => Number(cents(one) ?? 0n)) as [number, number, number, number];
  const whole = Math.max(asked, sent + signed, 1);
  const share = (value: number) => Math.round((10_000 * value) / whole) / 100;
  const missing = Math.max(0, asked - sent - signed);
  const found = [
    { kind: 'have' as const, x: 0, width: share(sent) },
    { kind: 'part' as const, x: share(sent), width: share(signed) },
    { kind: 'gap' as const, x: share(sent + signed), width: share(missing) },
    { kind: 'pledge' as const, x: share(sent + signed), width: share(Math.min(told, missing)) },
  ];
  return found.filter((part) => part.width > 0);
}
