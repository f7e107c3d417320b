// A list that is read page by page: what was read stays, and more comes behind it.
import { untrack } from 'svelte';
import { Act } from './act.svelte';
import type { Document } from './graphql';
import { Reading } from './reading.svelte';
import { ask } from './session.svelte';

export interface Page<N> {
  readonly edges: readonly { readonly node: N; readonly cursor?: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export class Pages<R, V extends object, N> {
  readonly first: Reading<R, V>;
  readonly act = new Act();
  private rest = $state.raw<Page<N>[]>([]);
  private readonly all = $derived.by(() => (this.first.data ? [this.page(this.first.data), ...this.rest] : []));
  readonly edges = $derived(this.all.flatMap((page) => page?.edges ?? []));
  readonly nodes = $derived(this.edges.map((edge) => edge.node));
  readonly hasMore = $derived(this.all.at(-1)?.pageInfo.hasNextPage ?? false);
  /** Whether more than the first page was asked for. */
  readonly grown = $derived(this.rest.length > 0);
  private asked = '';

  constructor(private readonly document: Document<R, V>, private readonly variables: () => V | null, private readonly page: (data: R) => Page<N> | undefined) {
    this.first = new Reading(document, variables);
    // When the list is read anew, as many pages are read as were there; another list begins with its first.
    $effect(() => {
      if (this.first.data) untrack(() => void this.follow());
    });
  }

  more = (): Promise<boolean> => this.act.run(async () => (this.rest = await this.behind(this.rest, this.rest.length + 1)));

  /** Reads all that is left, page after page. */
  everything = (): Promise<boolean> => this.act.run(async () => (this.rest = await this.behind(this.rest, Infinity)));

  private async follow(): Promise<void> {
    const asked = JSON.stringify(this.variables());
    const wanted = asked === this.asked ? this.rest.length : 0;
    this.asked = asked;
    if (wanted === 0) this.rest = [];
    else this.rest = await this.behind([], wanted).catch(() => []);
  }

  private async behind(had: Page<N>[], wanted: number): Promise<Page<N>[]> {
    const rest = [...had];
    const variables = this.variables();
    while (variables && rest.length < wanted) {
      const last = rest.at(-1) ?? (this.first.data ? this.page(this.first.data) : undefined);
      if (!last?.pageInfo.hasNextPage) break;
      const next = this.page(await ask(this.document, { ...variables, after: last.pageInfo.endCursor }));
      if (!next) break;
      rest.push(next);
    }
    return rest;
  }
}
