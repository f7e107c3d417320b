// A list of areas as it stands in a file, and what it would change. The server decides what is taken; this lets people look before.
export interface Line {
  country: string;
  level: number;
  pcode: string;
  name: string;
  parent: string;
}

/** The rows of a comma-separated text, quoted cells included. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const source = text.replace(/^\ufeff/, '');
  for (let at = 0; at < source.length; at += 1) {
    const here = source[at] ?? '';
    if (quoted && here === '"' && source[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (here === '"') quoted = !quoted;
    else if (!quoted && (here === ',' || here === ';')) {
      rows.at(-1)?.push(cell.trim());
      cell = '';
    } else if (!quoted && here === '\n') {
      rows.at(-1)?.push(cell.trim());
      rows.push([]);
      cell = '';
    } else cell += here;
  }
  rows.at(-1)?.push(cell.trim());
  return rows.filter((row) => row.some(Boolean));
}

const HEADINGS: Record<keyof Line, string[]> = {
  country: ['location', 'country', 'iso3', 'location_code'],
  level: ['admin level', 'level', 'admin_level'],
  pcode: ['p-code', 'pcode', 'code'],
  name: ['name', 'admin_name'],
  parent: ['parent p-code', 'parent', 'parent_pcode'],
};

/** The areas of a comma-separated list; null when it has not the columns. */
export function fromCells(rows: string[][]): Line[] | null {
  const heading = rows.findIndex((row) => row.some((cell) => HEADINGS.pcode.includes(cell.toLowerCase())));
  const names = rows[heading]?.map((cell) => cell.toLowerCase()) ?? [];
  const column = (which: keyof Line) => names.findIndex((name) => HEADINGS[which].includes(name));
  if (heading < 0 || column('level') < 0 || column('name') < 0) return null;
  const at = (row: string[], which: keyof Line) => row[column(which)] ?? '';
  return rows.slice(heading + 1).filter((row) => !row.some((cell) => cell.startsWith('#')))
    .map((row) => ({ country: at(row, 'country'), level: Number(at(row, 'level')), pcode: at(row, 'pcode'), name: at(row, 'name'), parent: at(row, 'parent') }));
}

/** The areas of a GeoJSON with the properties of the common datasets (ADM1_PCODE, ADM1_EN ...), those above each among them. */
export function fromGeoJson(source: unknown, country: string): Line[] | null {
  const features = (source as { features?: { properties?: Record<string, unknown> | null }[] } | null)?.features;
  if (!Array.isArray(features)) return null;
  const lines = new Map<string, Line>();
  for (const { properties } of features) {
    const told = new Map(Object.entries(properties ?? {}).map(([name, value]) => [name.toUpperCase(), String(value ?? '').trim()]));
    const code = (level: number) => told.get(`ADM${level}_PCODE`) ?? '';
    for (let level = 1; level <= 5; level += 1) {
      const named = ['EN', 'NAME', 'REF', 'FR', 'ES', 'PT', 'AR'].map((language) => told.get(`ADM${level}_${language}`)).find(Boolean);
      if (code(level) && named) lines.set(code(level), { country, level, pcode: code(level), name: named, parent: level === 1 ? country : code(level - 1) });
    }
  }
  return lines.size ? [...lines.values()] : null;
}

const quoted = (cell: string | number) => `"${String(cell).replaceAll('"', '""')}"`;
/** The list in the form in which the server reads it. */
export const toCsv = (lines: readonly Line[]): string =>
  ['Location,Admin Level,P-Code,Name,Parent P-Code', ...lines.map((line) => [line.country, line.level, line.pcode, line.name, line.parent].map(quoted).join(','))].join('\n');

export interface Known {
  pcode: string;
  level: number;
  name: string;
  parent: { pcode: string } | null;
}
export type Change = 'added' | 'renamed' | 'moved' | 'relevelled' | 'absent';

/** What a list would change. What it leaves out stays as it is: it is told, so that one can retire it. */
export function changes(known: readonly Known[], lines: readonly Line[]): { kind: Change; pcode: string; before: string; after: string }[] {
  const before = new Map(known.map((area) => [area.pcode, area]));
  const found = lines.flatMap((line) => {
    const was = before.get(line.pcode);
    if (!was) return [{ kind: 'added' as const, pcode: line.pcode, before: '', after: line.name }];
    const told: { kind: Change; pcode: string; before: string; after: string }[] = [];
    if (was.name !== line.name) told.push({ kind: 'renamed', pcode: line.pcode, before: was.name, after: line.name });
    if (was.parent && was.parent.pcode !== line.parent) told.push({ kind: 'moved', pcode: line.pcode, before: was.parent.pcode, after: line.parent });
    if (was.level !== line.level) told.push({ kind: 'relevelled', pcode: line.pcode, before: String(was.level), after: String(line.level) });
    return told;
  });
  const listed = new Set(lines.map((line) => line.pcode));
  const levels = new Set(lines.map((line) => line.level));
  const absent = [...before.values()].filter((area) => levels.has(area.level) && !listed.has(area.pcode));
  return [...found, ...absent.map((area) => ({ kind: 'absent' as const, pcode: area.pcode, before: area.name, after: '' }))];
}
