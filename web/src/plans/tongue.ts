// In which language a title is written. The API tells a title in one language alone, the reader's where it has that; what was published has all of them.
import { send } from '../kit/graphql';
import type { Language } from '../kit/numbers';
import { accessToken, ask } from '../kit/session.svelte';
import { language } from '../kit/texts.svelte';
import { FROZEN, TITLE } from './reading';

type Names = Partial<Record<Language, string>>;
interface Named {
  ref_code: string;
  names: Names;
}
interface Snapshot {
  plan: { names: Names };
  objectives: Named[];
  activities: Named[];
  indicators: Named[];
}

/** What the reader sees of a title: their language, else English, else any. */
export const shownOf = (names: Names, reader: Language): Language | null => (names[reader] !== undefined ? reader : names.en !== undefined ? 'en' : ((Object.keys(names)[0] as Language | undefined) ?? null));

async function published(plan: string): Promise<Snapshot | null> {
  const versions = (await ask(FROZEN, { plan })).responsePlan.frozen;
  return versions[0] ? (JSON.parse(versions[0].snapshot) as Snapshot) : null;
}

/** The language of a title as it is shown, by the reference of what it names, or of the plan itself; null where it was never published. */
export async function tongueShown(plan: string, refCode: string | null): Promise<Language | null> {
  const snapshot = await published(plan).catch(() => null);
  if (!snapshot) return null;
  const names = refCode === null ? snapshot.plan.names : [...snapshot.objectives, ...snapshot.activities, ...snapshot.indicators].find((one) => one.ref_code === refCode)?.names;
  return names ? shownOf(names, language()) : null;
}

/** The title of a plan in a language that it surely has one in, so that sending it again changes nothing. */
export async function titleOf(plan: string): Promise<{ name: string; language: Language } | null> {
  const tongue = await tongueShown(plan, null);
  if (!tongue) return null;
  return { name: (await send(TITLE, { plan }, await accessToken(), tongue)).responsePlan.name, language: tongue };
}
