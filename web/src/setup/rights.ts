// Who is offered what here. The server decides; this only keeps from offering what it would refuse.
import { coordinates, holds, installs, viewer } from '../kit/session.svelte';

/** Gives roles of a lower rank. */
export const gives = (): boolean => installs() || holds('COORDINATOR', 'CO_COORDINATOR', 'SUBNATIONAL_COORDINATOR', 'PARTNER_FOCAL_POINT');
/** Keeps the register of organisations. */
export const keepsPartners = (): boolean => installs() || coordinates();
/** Changes how an operation works. */
export const leads = (): boolean => installs() || holds('COORDINATOR', 'CO_COORDINATOR');
/** Enters what a whole operation works with: sites and dimensions. An administrator does not, nor who coordinates a part of it. */
export const keepsClusters = (): boolean => holds('COORDINATOR', 'CO_COORDINATOR', 'IMO');
/** Keeps the contacts of an organisation. */
export const keepsContacts = (organisation: string): boolean =>
  keepsPartners() || (viewer()?.roles.some((held) => held.role === 'PARTNER_FOCAL_POINT' && held.organisationId === organisation) ?? false);
/** Reads the history of changes. */
export const readsHistory = (): boolean => leads() || holds('IMO');

/** From the highest rank to the lowest; the first two are equals. */
const RANKS = ['COORDINATOR', 'CO_COORDINATOR', 'SUBNATIONAL_COORDINATOR', 'IMO', 'PARTNER_FOCAL_POINT', 'PARTNER_EDITOR', 'GOVERNMENT', 'DONOR', 'VIEWER'] as const;
export type Given = (typeof RANKS)[number];
/** The roles that the person may give. */
export function givable(): Given[] {
  if (installs()) return [...RANKS];
  if (holds('COORDINATOR', 'CO_COORDINATOR')) return RANKS.slice(2);
  if (holds('SUBNATIONAL_COORDINATOR')) return RANKS.slice(3);
  return holds('PARTNER_FOCAL_POINT') ? ['PARTNER_EDITOR', 'VIEWER'] : [];
}
/** Roles that are held in a cluster. */
export const ofCluster = (role: string): boolean => ['SUBNATIONAL_COORDINATOR', 'PARTNER_FOCAL_POINT', 'PARTNER_EDITOR'].includes(role);
/** Roles that are held for an organisation; a reader may be one of its people. */
export const ofOrganisation = (role: string): boolean => ['PARTNER_FOCAL_POINT', 'PARTNER_EDITOR', 'DONOR'].includes(role);
