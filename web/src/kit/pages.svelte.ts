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

/** The pages that were read of one list. */
interface Read<V, N> {
  readonly asked: V;
  readonly pages: readonly Page<N>[];
}

export class Pages<R, V extends object, N> {
  readonly first: Reading<R, V>;
  readonly act = new Act();
  private read = $state.raw<Read<V, N> | null>(null);
  /** While a list is read anew, what was read of it stays; never does a page of one list stand behind another's. */
  private readonly all = $derived.by(() => {
    const [data, read] = [this.first.data, this.read];
    if (!data) return [];
    return read && read.pages.length > 1 && same(read.asked, this.first.answers) ? read.pages : this.beginning(data);
  });
  readonly edges = $derived(once(this.all.flatMap((page) => page.edges)));
  readonly nodes = $derived(this.edges.map((edge) => edge.node));
  readonly hasMore = $derived(this.all.at(-1)?.pageInfo.hasNextPage ?? false);
  /** Whether more than the first page was asked for. */
  readonly grown = $derived(this.all.length > 1);

  constructor(private readonly document: Document<R, V>, variables: () => V | null, private readonly page: (data: R) => Page<N> | undefined) {
    this.first = new Reading(document, variables);
    // When the list is read anew, as many pages are read as were there; another list begins with its first.
    $effect(() => {
      if (this.first.data) untrack(() => void this.follow());
    });
  }

  more = (): Promise<boolean> => this.act.run(() => this.upTo(this.all, this.all.length + 1));

  /** For an effect: reads all that is left, page after page, unless it is under way or was refused. */
  everything = (): void => {
    if (this.hasMore && !this.act.busy && !this.act.problems.length) void this.act.run(() => this.upTo(this.all, Infinity));
  };

  private async follow(): Promise<void> {
    const { data, answers } = this.first;
    if (!data || !answers) return;
    const beginning = this.beginning(data);
    const wanted = this.read && same(this.read.asked, answers) ? this.read.pages.length : 1;
    if (wanted < 2) this.read = { asked: answers, pages: beginning };
    else await this.upTo(beginning, wanted).catch(() => (this.first.data === data ? (this.read = { asked: answers, pages: beginning }) : null));
  }

  /** Reads behind `had`, unless the list is read anew meanwhile. */
  private async upTo(had: readonly Page<N>[], wanted: number): Promise<void> {
    const { data, answers } = this.first;
    const pages = [...had];
    while (answers && pages.length < wanted) {
      const last = pages.at(-1);
      if (!last?.pageInfo.hasNextPage) break;
      const next = this.page(await ask(this.document, { ...answers, after: last.pageInfo.endCursor }));
      if (this.first.data !== data) return;
      if (!next) break;
      pages.push(next);
    }
    if (answers) this.read = { asked: answers, pages };
  }

  private beginning(data: R): readonly Page<N>[] {
    const page = this.page(data);
    return page ? [page] : [];
  }
}

const same = (one: object, other: object | null): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A record that moved while its list was read page by page stands in it once. */
function once<N>(edges: Page<N>['edges'][number][]): Page<N>['edges'][number][] {
  const met = new Set<unknown>();
  return edges.filter(({ node }) => {
    const id = typeof node === 'object' && node && 'id' in node ? node.id : null;
    if (id === null) return true;
    const isNew = !met.has(id);
    met.add(id);
    return isNew;
  });
}
