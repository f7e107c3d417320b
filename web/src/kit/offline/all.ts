// A list that a form chooses from, read to its end, and kept for when there is no network.
import { Refused, textOf, type Document } from '../graphql';
import type { Page } from '../pages.svelte';
import { ask, viewer } from '../session.svelte';
import { keepRead, keptRead } from './db';

/** Everything that a paged document lists; the last copy where the server cannot be reached. */
export async function everything<R, V extends object, N>(document: Document<R, V>, variables: V, page: (data: R) => Page<N> | null | undefined): Promise<N[]> {
  const [user, key] = [viewer()?.id ?? '', JSON.stringify(['all', textOf(document as Document<unknown, never>), variables])];
  try {
    const nodes: N[] = [];
    for (let after: string | null = null; ; ) {
      const found = page(await ask(document, { ...variables, after }));
      nodes.push(...(found?.edges.map((edge) => edge.node) ?? []));
      if (!found?.pageInfo.hasNextPage) break;
      after = found.pageInfo.endCursor;
    }
    await keepRead(user, key, nodes, Date.now()).catch(() => null);
    return nodes;
  } catch (error) {
    const kept = error instanceof Refused && error.passes ? await keptRead(user, key).catch(() => undefined) : undefined;
    if (!kept) throw error;
    return kept.data as N[];
  }
}
