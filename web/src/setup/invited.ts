// Whom somebody invited from this device: the server tells of an invitation only once. It is wiped with what was read when they sign out.
import { keepRead, keptRead } from '../kit/offline/db';
import type { Language } from '../kit/numbers';
import { viewer } from '../kit/session.svelte';
import type { Given } from './rights';

export interface Invited {
  email: string;
  name: string;
  language: Language;
  role: Given;
  operationId: string | null;
  clusterId: string | null;
  organisationId: string | null;
  sentAt: string;
  expiresAt: string;
}
const KEY = 'invited';

export async function invitedHere(): Promise<Invited[]> {
  const kept = await keptRead(viewer()?.id ?? '', KEY).catch(() => undefined);
  return (kept?.data as Invited[] | undefined) ?? [];
}

/** Remembers it in front; the same address and role again takes the place of the one before. */
export async function remember(one: Invited): Promise<Invited[]> {
  const others = (await invitedHere()).filter((before) => before.email !== one.email || before.role !== one.role || before.operationId !== one.operationId);
  const all = [one, ...others].slice(0, 200);
  await keepRead(viewer()?.id ?? '', KEY, all, Date.now()).catch(() => null);
  return all;
}
