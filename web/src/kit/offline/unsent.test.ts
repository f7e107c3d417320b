import { describe, expect, it } from 'vitest';
import { exported } from './drafts';
import { unsentIn } from './unsent';
import type { Draft, Parcel } from './kinds';

const draft: Draft = {
  uuid: 'u', planId: 'p', periodId: 'q', clusterId: 'c', organisationId: 'o', title: 'October', userId: 'me', baseVersion: 2, savedAt: 5,
  base: { nil: false, rows: [] },
  mine: { nil: false, rows: [{ activityId: 'a', indicatorId: 'i', areaId: 'n', siteId: null, populationGroup: null, modality: 'CASH', status: 'ONGOING', nil: false, units: null, amount: '12.50', currency: 'USD', remarks: null, projectId: null, cells: [{ categoryId: 'g', newPeople: 3, repeatPeople: null, value: null, denominator: null }] }] },
};
const parcel: Parcel = { ...draft, id: 'x', submitId: 'y', schemaVersion: 1, submit: true, stage: 'save', saved: null, state: 'waiting', tries: 0, nextAt: 0, trouble: null, madeAt: 9 };

describe('unsentIn', () => {
  it('reads what was exported, for whoever reads it in', () => {
    expect(unsentIn(exported([draft], []), 'you', 100)).toEqual([{ ...draft, userId: 'you', reportId: null }]);
  });

  it('takes the latest of each report, what waited to be sent too', () => {
    const [found, ...more] = unsentIn(exported([draft], [{ ...parcel, mine: { nil: true, rows: [] } }]), 'me', 100)!;
    expect(more).toEqual([]);
    expect(found).toMatchObject({ savedAt: 9, mine: { nil: true } });
  });

  it('refuses what is no such file, and one with a part that is wrong', () => {
    const broken = JSON.stringify({ format: 'darasa-unsent', version: 1, drafts: [{ ...draft, mine: { nil: false, rows: [{ cells: 1 }] } }], parcels: [] });
    const below = exported([draft], []).replace('"newPeople": 3', '"newPeople": -3');
    for (const text of ['', '[]', '{"format":"other"}', '{"format":"darasa-unsent","version":2,"drafts":[],"parcels":[]}', broken, below]) expect(unsentIn(text, 'me', 1)).toBeNull();
  });
});
