// Who uses the client: an access token in memory, and a refresh token that only the browser holds, as a cookie.
import { Refused, graphql, refusal, send, type Document, type Patience } from './graphql';
import { clearUser, keep, kept } from './offline/db';
import { language, speak, wasChosen } from './texts.svelte';
import { writeArabicWith, type Digits, type Language } from './numbers';

const SIGN_IN = graphql(`mutation SignIn($input: SignInInput!) { signIn(input: $input) { accessToken expiresAt } }`);
const REFRESH = graphql(`mutation Refresh { refreshSession { accessToken expiresAt } }`);
const SIGN_OUT = graphql(`mutation SignOut { signOut }`);
const VIEWER = graphql(`query Viewer { arabicDigits viewer { user { id email name language } roles { role operationId organisationId clusterIds } } }`);

export interface Person {
  id: string;
  email: string;
  name: string;
  language: Language;
  /** Those that this deployment writes Arabic with. */
  digits: Digits;
  roles: { role: string; operationId: string | null; organisationId: string | null; clusterIds: string[] }[];
}

/** `asking`: not known yet. `lapsed`: known, and must sign in again before anything is sent. */
export type Standing = 'asking' | 'nobody' | 'in' | 'lapsed';

const AHEAD_MS = 60_000;
let token: { text: string; ends: number } | null = null;
let refreshing: Promise<void> | null = null;
let person = $state.raw<Person | null>(null);
let standing = $state<Standing>('asking');
let online = $state(navigator.onLine);

export const viewer = (): Person | null => person;
export const stands = (): Standing => standing;
export const isOnline = (): boolean => online;
/** Whether the person holds one of these roles. */
export const holds = (...roles: string[]): boolean => person?.roles.some((held) => roles.includes(held.role)) ?? false;
export const coordinates = (): boolean => holds('COORDINATOR', 'CO_COORDINATOR', 'SUBNATIONAL_COORDINATOR', 'IMO');
/** Whether the person keeps the installation: operations, countries, areas. */
export const installs = (): boolean => holds('SYSTEM_ADMIN');
export const reports = (): boolean => holds('PARTNER_FOCAL_POINT', 'PARTNER_EDITOR');

const take = (session: { accessToken: string; expiresAt: string }): void => {
  token = { text: session.accessToken, ends: Date.parse(session.expiresAt) };
};

async function refresh(): Promise<void> {
  refreshing ??= send(REFRESH, {}, null, language())
    .then((data) => take(data.refreshSession))
    .finally(() => (refreshing = null));
  return refreshing;
}

/** Asks the server with the person's rights, renewing them when they are about to end. */
export async function ask<R, V>(document: Document<R, V>, variables: V, patience?: Patience): Promise<R> {
  try {
    if (standing !== 'nobody' && (!token || token.ends - Date.now() < AHEAD_MS)) await refresh();
    const data = await send(document, variables, token?.text ?? null, language(), patience);
    online = true;
    return data;
  } catch (error) {
    if (error instanceof Refused) {
      if (error.code === 'OFFLINE') online = false;
      else online = true;
      if (error.code === 'UNAUTHENTICATED' && standing === 'in') {
        token = null;
        standing = 'lapsed';
      }
    }
    throw error;
  }
}

/** The token of who is in, renewed when it is about to end; null for nobody. */
export async function accessToken(): Promise<string | null> {
  if (standing === 'nobody') return null;
  if (!token || token.ends - Date.now() < AHEAD_MS) await refresh();
  return token?.text ?? null;
}

/** Reaches a file of the server with the person's rights. */
export async function reach(path: string, init: RequestInit = {}): Promise<Response> {
  if (!token || token.ends - Date.now() < AHEAD_MS) await refresh();
  let response: Response;
  try {
    response = await fetch(path, { ...init, credentials: 'same-origin', headers: { ...init.headers, authorization: `Bearer ${token?.text ?? ''}`, 'accept-language': language() } });
  } catch (cause) {
    throw new Refused('OFFLINE', String(cause));
  }
  if (response.ok) return response;
  throw refusal(response.status, await response.json().catch(() => null), response.headers.get('x-request-id'));
}

function enter(next: Person): void {
  writeArabicWith(next.digits);
  person = next;
  standing = 'in';
}

/** Asks anew who the person is and what they may do. */
export async function meet(): Promise<void> {
  const { viewer: found, arabicDigits } = await ask(VIEWER, {});
  if (!found) throw new Refused('UNAUTHENTICATED', '');
  const next = { ...found.user, digits: arabicDigits === 'ARABIC_INDIC' ? 'arab' : 'latn', roles: found.roles } as Person;
  // Whoever used this device before keeps what was not sent; what was only read goes.
  if (person && person.id !== next.id) await clearUser(person.id, false);
  enter(next);
  await keep('viewer', next);
  if (!wasChosen()) await speak(next.language);
}

/** Ends on the server what was ended here without a network, so that nobody finds the session open. */
async function endLate(): Promise<void> {
  try {
    await refresh();
    await send(SIGN_OUT, {}, token?.text ?? null, language());
  } catch (error) {
    if (error instanceof Refused && error.passes) return;
  } finally {
    token = null;
  }
  await keep('leaving', false);
}

/** Finds out who is there. Without a network it is who was there last. */
export async function begin(): Promise<void> {
  addEventListener('online', () => {
    online = true;
    if (standing === 'nobody') void kept('leaving').then((leaving) => leaving && endLate());
  });
  addEventListener('offline', () => (online = false));
  if (await kept('leaving')) {
    await endLate();
    standing = 'nobody';
    return;
  }
  try {
    await refresh();
    await meet();
  } catch (error) {
    if (error instanceof Refused && error.passes) {
      const before = await kept<Person>('viewer');
      if (before) enter(before);
      else standing = 'nobody';
      if (error.code === 'OFFLINE') online = false;
    } else {
      await keep('viewer', null);
      standing = 'nobody';
    }
  }
}

/** Signs in. True when somebody else was here before. */
export async function signIn(email: string, password: string): Promise<boolean> {
  const before = person?.id;
  const session = (await send(SIGN_IN, { input: { email, password, cookie: true } }, null, language())).signIn;
  await keep('leaving', false);
  take(session);
  await meet();
  return before !== undefined && before !== person?.id;
}

/** Ends the session here and on the server. What was read is wiped; unsent work stays unless `wipe`. */
export async function signOut(wipe: boolean): Promise<void> {
  const ended = await send(SIGN_OUT, {}, token?.text ?? null, language()).then(() => true, (error: unknown) => !(error instanceof Refused && error.passes));
  await keep('leaving', !ended);
  if (person) await clearUser(person.id, wipe);
  await keep('viewer', null);
  token = null;
  person = null;
  standing = 'nobody';
}
