// Areas as a picture: rings of positions, drawn flat. Over a country that is true enough, and it costs no library.
export type Ring = [number, number][];

const isPosition = (value: unknown): value is [unknown, unknown] => Array.isArray(value) && value.length >= 2 && !Array.isArray(value[0]);

/** All rings of a geometry, however deep they lie in it. */
export function rings(geometry: unknown): Ring[] {
  if (geometry && typeof geometry === 'object' && 'coordinates' in geometry) return rings(geometry.coordinates);
  if (!Array.isArray(geometry) || geometry.length === 0) return [];
  if (isPosition(geometry[0])) return [geometry.map((position) => [Number((position as unknown[])[0]), Number((position as unknown[])[1])] as [number, number])];
  return geometry.flatMap(rings);
}

export interface Drawn {
  width: number;
  height: number;
  /** By area: its outline, and where its label stands. */
  areas: Map<string, { path: string; x: number; y: number }>;
}

/** Draws areas onto a picture of that width; degrees of longitude shrink with the latitude. */
export function draw(areas: Map<string, Ring[]>, width: number): Drawn {
  const all = [...areas.values()].flat(2);
  if (!all.length) return { width, height: 0, areas: new Map() };
  const [west, east] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))];
  const [south, north] = [Math.min(...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y))];
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / Math.max((east - west) * shrink, 1e-9);
  const at = ([x, y]: [number, number]): [number, number] => [(x - west) * shrink * scale, (north - y) * scale];
  const drawn = new Map<string, { path: string; x: number; y: number }>();
  for (const [code, outline] of areas) {
    const flat = outline.map((ring) => ring.map(at));
    const points = flat.flat();
    const middle = (which: 0 | 1) => (Math.min(...points.map((point) => point[which])) + Math.max(...points.map((point) => point[which]))) / 2;
    drawn.set(code, { path: flat.map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`).join(''), x: middle(0), y: middle(1) });
  }
  return { width, height: Math.ceil((north - south) * scale), areas: drawn };
}

/** Upper ends of up to four classes with about as many areas in each; zero stands apart. */
export function classes(values: number[]): number[] {
  const sorted = values.filter((value) => value > 0).sort((one, other) => one - other);
  return [...new Set([0.25, 0.5, 0.75, 1].map((share) => sorted[Math.ceil(share * sorted.length) - 1]).filter((value) => value !== undefined))];
}
/** The class of a value: 0 is a real zero, null nobody reported. */
export const classOf = (value: number | null, ends: number[]): number | null => (value === null ? null : value <= 0 ? 0 : ends.findIndex((end) => value <= end) + 1);
