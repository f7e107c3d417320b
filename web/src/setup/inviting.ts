// Sends an invitation, for the first time or again: the newest link is the one that works.
import type { VariablesOf } from '../kit/graphql';
import { newId } from '../kit/ids';
import { ask } from '../kit/session.svelte';
import { INVITE } from './reading';

type Wanted = Omit<VariablesOf<typeof INVITE>['input'], 'clientMutationId'>;
export const invite = ({ email, name, language, role, operationId, clusterId, organisationId }: Wanted) =>
  ask(INVITE, { input: { clientMutationId: newId(), email, name, language, role, operationId, clusterId, organisationId } });
