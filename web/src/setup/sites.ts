// Sites as they are typed, looked through, and read from lines that somebody copied out of a spreadsheet.
export const SITE_KINDS = ['SCHOOL', 'LEARNING_SPACE', 'CHILD_FRIENDLY_SPACE', 'CAMP', 'COMMUNITY'] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

/** Degrees as they are sent; null is nothing, undefined is no position. */
export function degrees(text: string, most: number): string | null | undefined {
  const bare = text.trim().replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/[,\u066b]/, '.').replace('\u2212', '-');
  if (!bare) return null;
  return /^-?\d{1,3}(\.\d+)?$/.test(bare) && Math.abs(Number(bare)) <= most ? bare : undefined;
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
/** Those in whose name, code or area it stands; capitals and accents do not matter. */
export function found<S extends { name: string; code: string; area: { name: string; pcode: string } | null }>(sites: readonly S[], sought: string): readonly S[] {
  const words = plain(sought).split(/\s+/).filter(Boolean);
  return words.length ? sites.filter((one) => words.every((word) => plain(`${one.name} ${one.code} ${one.area?.name ?? ''} ${one.area?.pcode ?? ''}`).includes(word))) : sites;
}

export interface Line {
  code: string;
  name: string;
  pcode: string;
  kind: SiteKind;
  latitude: string | null;
  longitude: string | null;
}
export type Verdict = 'ready' | 'there' | 'short' | 'kind' | 'position' | 'twice';

/** Lines of code, name, P-code, kind, latitude and longitude, with tabs or semicolons between; what stands ready can be entered. */
export function linesOf(text: string, known: ReadonlySet<string>, kindOf: (said: string) => SiteKind | null): { line: Line; verdict: Verdict }[] {
  const seen = new Set<string>();
  return text.split(/\r?\n/).filter((row) => row.trim()).map((row) => {
    const [code = '', name = '', pcode = '', said = '', north = '', east = ''] = row.split(/\t|;/).map((cell) => cell.trim());
    const [kind, latitude, longitude] = [said ? kindOf(said) : ('SCHOOL' as const), degrees(north, 90), degrees(east, 180)];
    const line = { code, name, pcode: pcode.toUpperCase(), kind: kind ?? 'SCHOOL', latitude: latitude ?? null, longitude: longitude ?? null };
    const verdict: Verdict = !code || !name || !pcode ? 'short' : seen.has(code) ? 'twice' : known.has(code) ? 'there' : !kind ? 'kind' : latitude === undefined || longitude === undefined || (latitude === null) !== (longitude === null) ? 'position' : 'ready';
    seen.add(code);
    return { line, verdict };
  });
}
