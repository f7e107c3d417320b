// A plan as it is read: out of what was frozen at its publication, or as it is worked on while it never was.
import type { Language } from '../kit/numbers';
import type { Level, Unit } from './choices';
import { costOf } from './money';
import type { ActivityRead, Draft, IndicatorRead } from './reading';

export interface ToldTarget {
  areaId: string;
  categoryId: string;
  baseline: string | null;
  inNeed: string | null;
  target: string | null;
}
export interface ToldIndicator {
  refCode: string;
  name: string;
  unit: string;
  registryCode: string | null;
  /** As published; none of a plan that never was. */
  targets: readonly ToldTarget[];
}
export interface ToldActivity {
  refCode: string;
  name: string;
  unit: Unit;
  unitTarget: string | null;
  amount: string | null;
  indicators: ToldIndicator[];
}
export interface ToldObjective {
  id: string;
  refCode: string;
  level: Level;
  name: string;
  parent: { id: string } | null;
  indicators: ToldIndicator[];
  activities: ToldActivity[];
}
export interface Told {
  objectives: ToldObjective[];
  requirement: string | null;
  currency: string;
}

type Names = Record<string, string>;
interface Frozen {
  plan: { currency: string };
  requirement: string | null;
  objectives: { id: string; ref_code: string; level: Level; names: Names; parent_id: string | null }[];
  activities: { id: string; objective_id: string; ref_code: string; names: Names; unit: Unit; unit_target: string | null }[];
  costs: { activity_id: string; unit_target: string | null; unit_cost: string }[];
  indicators: { id: string; activity_id: string | null; objective_id: string | null; ref_code: string; registry_code: string | null; names: Names; unit: string }[];
  targets: { indicator_id: string; area_id: string; category_id: string; baseline: string | null; in_need: string | null; target: string | null }[];
}

export function fromSnapshot(snapshot: string, language: Language): Told {
  const frozen = JSON.parse(snapshot) as Frozen;
  const named = (names: Names) => names[language] ?? names.en ?? Object.values(names)[0] ?? '';
  const targets = new Map<string, ToldTarget[]>();
  for (const one of frozen.targets) {
    const told = { areaId: one.area_id, categoryId: one.category_id, baseline: one.baseline, inNeed: one.in_need, target: one.target };
    const others = targets.get(one.indicator_id);
    if (others) others.push(told);
    else targets.set(one.indicator_id, [told]);
  }
  const measured = (found: Frozen['indicators']) => found.map((one) => ({ refCode: one.ref_code, name: named(one.names), unit: one.unit, registryCode: one.registry_code, targets: targets.get(one.id) ?? [] }));
  const activity = (one: Frozen['activities'][number]): ToldActivity => ({
    refCode: one.ref_code, name: named(one.names), unit: one.unit, unitTarget: one.unit_target,
    amount: costOf(one.unit_target, frozen.costs.filter((cost) => cost.activity_id === one.id).map((cost) => ({ unitTarget: cost.unit_target, unitCost: cost.unit_cost }))),
    indicators: measured(frozen.indicators.filter((indicator) => indicator.activity_id === one.id)),
  });
  const objectives = frozen.objectives.map((one) => ({
    id: one.id, refCode: one.ref_code, level: one.level, name: named(one.names), parent: one.parent_id ? { id: one.parent_id } : null,
    indicators: measured(frozen.indicators.filter((indicator) => indicator.objective_id === one.id)),
    activities: frozen.activities.filter((each) => each.objective_id === one.id).map(activity),
  }));
  return { objectives, requirement: frozen.requirement, currency: frozen.plan.currency };
}

export function fromDraft(plan: Draft, activities: readonly ActivityRead[]): Told {
  const measured = (found: readonly IndicatorRead[]) => found.map(({ refCode, name, unit, registryCode }) => ({ refCode, name, unit, registryCode, targets: [] }));
  const objectives = plan.objectives.map((one) => ({
    id: one.id, refCode: one.refCode, level: one.level, name: one.name, parent: one.parent, indicators: measured(one.indicators),
    activities: activities.filter((each) => each.objective?.id === one.id).map((each) => ({ refCode: each.refCode, name: each.name, unit: each.unit, unitTarget: each.unitTarget, amount: each.requirement.amount, indicators: measured(each.indicators) })),
  }));
  return { objectives, requirement: plan.requirement.total, currency: plan.currency };
}
