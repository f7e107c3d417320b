// Where the person works: the operation, its clusters and its plan. Every screen starts from it.
import { graphql } from './graphql';
import { Reading } from './reading.svelte';
import { viewer } from './session.svelte';

const OPERATIONS = graphql(`query Operations { operations(first: 20) { edges { node { id code name countryIso3 status clusters { id name level } } } } }`);
const PLANS = graphql(`query Plans($operation: ID!) { responsePlans(operationId: $operation, first: 20) { edges { node { id code name status startsOn endsOn } } } }`);

export class Setting {
  operations = new Reading(OPERATIONS, () => (viewer() ? {} : null));
  operation = $derived.by(() => {
    const mine = viewer()?.roles.find((role) => role.operationId)?.operationId;
    const all = this.operations.data?.operations.edges.map((edge) => edge.node) ?? [];
    return all.find((one) => one.id === mine) ?? all[0] ?? null;
  });
  plans = new Reading(PLANS, () => (this.operation ? { operation: this.operation.id } : null));
  plan = $derived(this.plans.data?.responsePlans.edges[0]?.node ?? null);
  /** There is an answer, and no plan in it. */
  empty = $derived(
    (this.operations.data !== null && this.operation === null) || (this.plans.data !== null && this.plan === null),
  );
}
