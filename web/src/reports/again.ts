import type { Parcel } from '../kit/offline/kinds';

/** What a parcel says, without how far it was sent: what a draft of it, or another parcel, is made of. */
export function saidIn({ uuid, planId, periodId, clusterId, organisationId, reportId, userId, title, base, baseVersion, mine }: Parcel) {
  return { uuid, planId, periodId, clusterId, organisationId, reportId: reportId ?? null, userId, title, base, baseVersion, mine };
}
