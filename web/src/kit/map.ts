// Areas as a picture. Positions are taken as they are, flat, with degrees of longitude shrunk by the latitude: over a country that is true enough,
// and it does not matter in which direction an outline runs.
import { geoPath, geoTransform, type GeoPermissibleObjects } from 'd3-geo';

export interface Outlined {
  properties: Record<string, unknown>;
  /** None where nobody entered an outline. */
  geometry: GeoPermissibleObjects | null;
}

/** An area's outline, and where its label stands. */
interface Area {
  path: string;
  x: number;
  y: number;
}

export interface Drawn {
  width: number;
  height: number;
  /** By code. */
  areas: Map<string, Area>;
}

/** The areas of a table that was asked for as GeoJSON. */
export const outlined = async (answer: Response): Promise<Outlined[]> => ((await answer.json()) as { features: Outlined[] }).features;

/** Draws those areas that have an outline and a code, north up, in that width. */
export function draw(features: Outlined[], codeOf: (feature: Outlined) => string | undefined, width: number): Drawn {
  const areas = new Map<string, GeoPermissibleObjects>();
  for (const feature of features) {
    const code = codeOf(feature);
    if (code && feature.geometry) areas.set(code, feature.geometry);
  }
  if (!areas.size) return { width, height: 0, areas: new Map() };
  const [[west, south], [east, north]] = geoPath().bounds({ type: 'GeometryCollection', geometries: [...areas.values()] } as GeoPermissibleObjects);
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / Math.max((east - west) * shrink, 1e-9);
  const flat = geoTransform({
    point(x, y) {
      this.stream.point((x - west) * shrink * scale, (north - y) * scale);
    },
  });
  const path = geoPath(flat).digits(1);
  const drawn = new Map<string, Area>();
  for (const [code, outline] of areas) {
    const [x, y] = path.centroid(outline);
    drawn.set(code, { path: path(outline) ?? '', x, y });
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
