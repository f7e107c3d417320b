// All evidence of a checklist: the first page has a memory for when there is no network, the others follow it.
import type { ResultOf, VariablesOf } from '../kit/graphql';
import { Reading } from '../kit/reading.svelte';
import { ask } from '../kit/session.svelte';
import { EVIDENCE_OF } from './reading';

type Page = NonNullable<NonNullable<ResultOf<typeof EVIDENCE_OF>['checklist']>['evidence']>;
export type Piece = Page['edges'][number]['node'];

export class Evidence {
  readonly first: Reading<ResultOf<typeof EVIDENCE_OF>, VariablesOf<typeof EVIDENCE_OF>>;
  private rest = $state.raw<Piece[]>([]);

  /** Reads it once `id` is one; null waits. */
  constructor(private readonly id: () => string | null) {
    this.first = new Reading<ResultOf<typeof EVIDENCE_OF>, VariablesOf<typeof EVIDENCE_OF>>(EVIDENCE_OF, () => {
      const checklist = this.id();
      return checklist ? { id: checklist, after: null } : null;
    });
    $effect(() => void this.follow(this.first.data?.checklist?.evidence ?? null));
  }

  get all(): Piece[] {
    return [...(this.first.data?.checklist?.evidence?.edges.map((edge) => edge.node) ?? []), ...this.rest];
  }
  of = (code: string): Piece[] => this.all.filter((one) => one.code === code);
  again = (): void => this.first.again();

  private async follow(page: Page | null): Promise<void> {
    const found: Piece[] = [];
    for (let info = page?.pageInfo; info?.hasNextPage; ) {
      const next = (await ask(EVIDENCE_OF, { id: this.id() ?? '', after: info.endCursor }).catch(() => null))?.checklist?.evidence;
      if (!next) break;
      found.push(...next.edges.map((edge) => edge.node));
      info = next.pageInfo;
    }
    this.rest = found;
  }
}
