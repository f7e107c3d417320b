// What an activity costs, as the server reckons it: units times unit cost, exact to the last digit; the cost without units takes the rest.
const PLACES = 6;
const scaled = (value: string): bigint => {
  const [whole = '0', part = ''] = value.split('.');
  return BigInt(whole) * 10n ** BigInt(PLACES) + BigInt(part.padEnd(PLACES, '0').slice(0, PLACES));
};
const cents = (value: bigint): string => {
  const half = (value + 5n * 10n ** BigInt(2 * PLACES - 3)) / 10n ** BigInt(2 * PLACES - 2);
  return `${half / 100n}.${String(half % 100n).padStart(2, '0')}`;
};

export interface CostLine {
  unitTarget: string | null;
  unitCost: string;
}

/** Null where it cannot be costed: no units, no cost, or costs for more or fewer units than are to be done. */
export function costOf(unitTarget: string | null, costs: readonly CostLine[]): string | null {
  if (unitTarget === null || costs.length === 0) return null;
  const rest = costs.reduce((left, one) => left - (one.unitTarget === null ? 0n : scaled(one.unitTarget)), scaled(unitTarget));
  const takes = costs.filter((one) => one.unitTarget === null);
  if (rest < 0n || takes.length > 1 || (rest > 0n && takes.length === 0)) return null;
  return cents(costs.reduce((sum, one) => sum + (one.unitTarget === null ? rest : scaled(one.unitTarget)) * scaled(one.unitCost), 0n));
}
