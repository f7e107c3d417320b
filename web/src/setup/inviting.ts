// Sends an invitation, for the first time or again.
import { newId } from '../kit/ids';
import { ask } from '../kit/session.svelte';
import type { Invited } from './invited';
import { INVITE } from './reading';

export async function invite(one: Omit<Invited, 'sentAt' | 'expiresAt'>): Promise<Invited> {
  const { email, name, language, role, operationId, clusterId, organisationId } = one;
  const sent = (await ask(INVITE, { input: { clientMutationId: newId(), email, name, language, role, operationId, clusterId, organisationId } })).inviteUser;
  return { email, name, language, role, operationId, clusterId, organisationId, sentAt: new Date().toISOString(), expiresAt: sent.expiresAt };
}
