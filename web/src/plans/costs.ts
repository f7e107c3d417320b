// The costs of an activity as they are typed, and what is wrong with them.
import { readAmount } from '../kit/amounts';
import type { Modality } from './choices';
import type { ActivityRead } from './reading';

export interface CostText {
  key: number;
  modality: Modality;
  path: string[];
  units: string;
  low: string;
  cost: string;
  high: string;
}
let keys = 0;
export const costLine = (): CostText => ({ key: ++keys, modality: 'IN_KIND', path: [], units: '', low: '', cost: '', high: '' });
const plain = (value: string | null) => (value === null ? '' : value.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''));
export const textOfCost = (cost: ActivityRead['costs'][number]): CostText => ({
  key: ++keys,
  modality: cost.modality,
  path: cost.area ? [...cost.area.ancestors.filter((one) => one.level > 0).sort((one, other) => one.level - other.level).map((one) => one.id), cost.area.id] : [],
  units: plain(cost.unitTarget),
  low: plain(cost.low),
  cost: plain(cost.unitCost),
  high: plain(cost.high),
});

/** What is wrong, by the field that it is in. */
export function problemsOf(lines: readonly CostText[]): { id: string; text: string; row: number }[] {
  const found: { id: string; text: string; row: number }[] = [];
  const places = new Set<string>();
  lines.forEach((line, at) => {
    const wrong = (holds: boolean, field: string, text: string) => holds && found.push({ id: `cost-${at}-${field}`, text, row: at + 1 });
    const [low, cost, high] = [readAmount(line.low), readAmount(line.cost), readAmount(line.high)];
    wrong(readAmount(line.units) === undefined, 'units', 'plans-cost-units-wrong');
    wrong(typeof cost !== 'string', 'cost', 'plans-cost-wrong');
    wrong(low === undefined || (typeof low === 'string' && typeof cost === 'string' && Number(low) > Number(cost)), 'low', 'plans-low-wrong');
    wrong(high === undefined || (typeof high === 'string' && typeof cost === 'string' && Number(high) < Number(cost)), 'high', 'plans-high-wrong');
    const place = `${line.modality} ${line.path.at(-1) ?? ''}`;
    wrong(places.has(place), 'modality', 'plans-cost-twice');
    places.add(place);
  });
  return found;
}

/** The costs as they are sent. */
export const contentOf = (lines: readonly CostText[]) =>
  lines.map((line) => ({ modality: line.modality, areaId: line.path.at(-1) ?? null, unitTarget: readAmount(line.units) ?? null, low: readAmount(line.low) ?? null, unitCost: readAmount(line.cost) ?? '0', high: readAmount(line.high) ?? null }));
