// The one door to the server: GraphQL over fetch, typed from the public schema. Nothing else of the server is used, but for files.
import type { initGraphQLTada, ResultOf, VariablesOf, TadaDocumentNode } from 'gql.tada';
import { hear, packed } from './packed';
import type { introspection } from './schema';

type Typed = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { Count: number; Decimal: string; DateTime: string; LocalDate: string; UUID: string };
}>;

/** A document as it is sent. The types come from its text; at run time it is only that text. */
interface Text {
  texts: string[];
}

/** Declares a document: types it, and brings along the fragments that it uses. */
export const graphql = ((text: string, fragments: Text[] = []): Text => ({
  texts: [...new Set([text, ...fragments.flatMap((fragment) => fragment.texts)])],
})) as unknown as Typed;

export type { ResultOf, VariablesOf };
// eslint-disable-next-line -- the third parameter only marks fragments
export type Document<R, V> = TadaDocumentNode<R, V, any>;

/** Why the server did not do what it was asked, or could not be reached (`OFFLINE`). */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly field?: string,
    readonly requestId?: string,
    readonly retryAfter?: number,
  ) {
    super(message);
  }

  /** Whether the same request may succeed later without anybody changing it. */
  get passes(): boolean {
    return ['OFFLINE', 'UNAVAILABLE', 'TIMED_OUT', 'RATE_LIMITED', 'INTERNAL'].includes(this.code);
  }
}

/** The person did not want to wait for it any longer. */
export class Stopped extends Error {}

/** How long somebody waits for an answer, and by what they stop waiting. */
export interface Patience {
  waitMs?: number;
  signal?: AbortSignal;
}
const WAIT_MS = 60_000;

interface Answer<R> {
  data?: R;
  errors?: { message: string; extensions?: { code?: string; field?: string; retryAfter?: number } }[];
}

/** The text of a document with its fragments. */
export const textOf = (document: Document<unknown, never>): string => (document as unknown as Text).texts.join('\n');

/** Sends a document once. `token` is whose rights it has; null is nobody's. */
export async function send<R, V>(document: Document<R, V>, variables: V, token: string | null, language: string, { waitMs = WAIT_MS, signal }: Patience = {}): Promise<R> {
  const ending = new AbortController();
  const end = () => ending.abort();
  const timer = setTimeout(end, waitMs);
  signal?.addEventListener('abort', end);
  if (signal?.aborted) end();
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    'accept-language': language,
    'x-darasa-client': 'web',
  };
  if (token) headers.authorization = `Bearer ${token}`;
  let response: Response;
  try {
    const sent = await packed(JSON.stringify({ query: textOf(document as Document<unknown, never>), variables }));
    response = await fetch('/graphql', { method: 'POST', headers: { ...headers, ...sent.headers }, body: sent.body, credentials: 'same-origin', signal: ending.signal });
    hear(response.headers);
  } catch (cause) {
    clearTimeout(timer);
    if (signal?.aborted) throw new Stopped();
    throw new Refused('OFFLINE', String(cause));
  }
  const id = response.headers.get('x-request-id') ?? undefined;
  const answer = (await response.json().catch(() => null)) as Answer<R> | null;
  clearTimeout(timer);
  if (!answer && signal?.aborted) throw new Stopped();
  const error = answer?.errors?.[0];
  if (error) {
    const { code, field, retryAfter } = error.extensions ?? {};
    throw new Refused(code ?? 'INTERNAL', error.message, field, id, retryAfter);
  }
  if (!response.ok || !answer?.data) throw new Refused(response.status === 429 ? 'RATE_LIMITED' : 'UNAVAILABLE', `HTTP ${response.status}`, undefined, id);
  return answer.data;
}

/** Why the server did not take or give a file. */
export function refusal(status: number, answer: unknown, id: string | null): Refused {
  const told = answer as { code?: string; error?: string; message?: string } | null;
  return new Refused(told?.code ?? 'REFUSED', told?.message ?? told?.error ?? `HTTP ${status}`, undefined, id ?? undefined);
}
