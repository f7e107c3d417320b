// Which areas nobody asked, as far as the registry tells.
interface Place {
  id: string;
  level: number;
}
export interface Asked {
  status: string;
  endsOn: string;
  areas: (Place & { ancestors: { id: string }[] })[];
}

/** How much of an area an assessment asks: all of it, a part, or nothing. */
export function covers(asked: Asked, area: Place, ancestors: string[]): 'all' | 'part' | null {
  if (asked.areas.some((one) => one.id === area.id || ancestors.includes(one.id))) return 'all';
  return asked.areas.some((one) => one.ancestors.some((over) => over.id === area.id)) ? 'part' : null;
}

/** The areas that no assessment ending on or after `since` asks as a whole; those withdrawn do not count. */
export function gaps<A extends Place & { ancestors: { id: string }[] }>(areas: A[], asked: Asked[], since: string): { area: A; partly: boolean }[] {
  const lately = asked.filter((one) => one.status !== 'WITHDRAWN' && one.endsOn >= since);
  return areas.flatMap((area) => {
    const found = lately.map((one) => covers(one, area, area.ancestors.map((over) => over.id)));
    return found.includes('all') ? [] : [{ area, partly: found.includes('part') }];
  });
}
