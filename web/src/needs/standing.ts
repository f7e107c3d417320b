// What is declared of an activity, as its history tells it: each declaration takes the place of the one before, and one of nobody takes it back.
export interface Standing {
  at: string;
  /** Ids as the history writes them. */
  place: string;
  organisations: string[];
}
interface Event {
  at: string;
  action: string;
  after: string | null;
}

/** The id within an id of the API, as the history writes it. */
export const innerId = (id: string): string => {
  const hex = atob(id).split(':')[1] ?? '';
  return [8, 4, 4, 4, 12].reduce<{ parts: string[]; rest: string }>(({ parts, rest }, many) => ({ parts: [...parts, rest.slice(0, many)], rest: rest.slice(many) }), { parts: [], rest: hex }).parts.join('-');
};

/** What stands of an activity, by the events of its history, the latest first. */
export function standing(events: readonly Event[]): Standing[] {
  const found = new Map<string, Standing>();
  for (const { at, action, after } of events) {
    if (action !== 'declare-caseloads' || after === null) continue;
    const { place, organisations } = JSON.parse(after) as Omit<Standing, 'at'>;
    if (!found.has(place)) found.set(place, { at, place, organisations });
  }
  return [...found.values()].filter((one) => one.organisations.length > 0);
}
