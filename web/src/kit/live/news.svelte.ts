// News of reports, as the server tells them. A screen says what plan it is about and what to do; the rest happens here.
import { untrack } from 'svelte';
import { graphql, textOf, type Document, type ResultOf } from '../graphql';
import { accessToken, stands, viewer } from '../session.svelte';
import { Line } from './line';

const CHANGED = graphql(`subscription ReportNews($plan: ID!) { reportChanged(planId: $plan) { id status version updatedAt updatedById } }`);
export type ReportNews = ResultOf<typeof CHANGED>['reportChanged'];

const line = new Line({
  connect: () => new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`, 'graphql-transport-ws'),
  token: accessToken,
  later: (work, ms) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  chance: Math.random,
});
addEventListener('online', () => line.now());

/** Hears of every report of the plan that changes while the screen is there; null waits. After a lost connection `heard` is called without news. */
export function onReports(plan: () => string | null | undefined, heard: (news: ReportNews | null) => void): void {
  $effect(() => {
    const id = plan();
    if (!id || stands() !== 'in' || !viewer()) return;
    return untrack(() => {
      line.now();
      return line.listen<ResultOf<typeof CHANGED>>({ query: textOf(CHANGED as Document<unknown, never>), variables: { plan: id }, news: (data) => heard(data.reportChanged), back: () => heard(null) });
    });
  });
}

/** Does the work once after a burst of calls. */
export function gathered(work: () => void, ms = 800): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  $effect(() => () => clearTimeout(timer));
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, ms);
  };
}

/** Reads anew what a screen lists, whenever a report of the plan changes. */
export function rereadOnNews(plan: () => string | null | undefined, work: () => void): void {
  const soon = gathered(work);
  onReports(plan, soon);
}
