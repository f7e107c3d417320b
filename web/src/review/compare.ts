// What a row says now beside what it said the month before.
export interface Counted {
  category: { id: string; label: string; kind: string } | null;
  newPeople: number | null;
  repeatPeople: number | null;
  value: string | null;
  denominator: string | null;
}

/** People of a row: those with a disability are counted among the others already, so only parts add up; without parts it is the total. */
export function peopleOf(cells: Counted[]): number | null {
  const counted = cells.filter((cell) => cell.category?.kind !== 'OF_WHICH' && (cell.newPeople ?? cell.repeatPeople) !== null);
  const of = (kind: (cell: Counted) => boolean) => {
    const some = counted.filter(kind);
    return some.length ? some.reduce((sum, cell) => sum + (cell.newPeople ?? 0) + (cell.repeatPeople ?? 0), 0) : null;
  };
  const [total, parts] = [of((cell) => cell.category?.kind === 'TOTAL'), of((cell) => cell.category?.kind !== 'TOTAL')];
  return total === null ? parts : parts === null ? total : Math.max(total, parts);
}

/** The change in tenths of a percent, exactly rounded; null where there is nothing to compare with. */
export function change(before: number | null, now: number | null): number | null {
  if (before === null || now === null || before === 0) return null;
  return Math.round(((now - before) * 1000) / before);
}
