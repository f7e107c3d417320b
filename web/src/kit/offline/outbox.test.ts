import { describe, expect, it } from 'vitest';
import { Undelivered, deliver, onTop, ready, wait, type Outcome, type Post } from './outbox';
import type { Content, Parcel, Receipt, Row } from './kinds';

const row = (areaId: string, girls: number): Row => ({
  activityId: 'CA5', indicatorId: 'I1', areaId, siteId: null, populationGroup: null, modality: 'IN_KIND', status: 'ONGOING', nil: false,
  units: null, amount: null, currency: null, remarks: null, projectId: null,
  cells: [{ categoryId: 'girls', newPeople: girls, repeatPeople: null, value: null, denominator: null }],
});
const content = (...rows: Row[]): Content => ({ nil: false, rows });
const parcel = (more: Partial<Parcel> = {}): Parcel => ({
  id: 'first', submitId: 'first-submit', userId: 'me', uuid: 'report', planId: 'p', periodId: 'q', clusterId: 'c', organisationId: 'o', title: 'October',
  schemaVersion: 1, submit: true, stage: 'save', saved: null, baseVersion: 3, base: content(row('north', 1)), mine: content(row('north', 2)),
  state: 'waiting', tries: 0, nextAt: 0, trouble: null, madeAt: 1, ...more,
});

/** A server that keeps what it did under the ids it was sent, as ours does. */
class World implements Post {
  outbox = new Map<string, Parcel>();
  receipts: Receipt[] = [];
  effects = 0;
  answers = new Map<string, Outcome>();
  version = 3;
  loseAnswers = 0;
  made = 0;
  constructor(public stored: Content = content(row('north', 1))) {}
  private async once(id: string, act: () => Outcome): Promise<Outcome> {
    let answer = this.answers.get(id);
    if (!answer) {
      answer = act();
      this.answers.set(id, answer);
    }
    if (this.loseAnswers-- > 0) throw new Undelivered('later');
    return answer;
  }
  save = (sent: Parcel) =>
    this.once(sent.id, () => {
      if (sent.baseVersion !== this.version) return { kind: 'conflict', theirs: this.stored, version: this.version, changedAt: '2026-11-01', changedById: 'you' };
      this.effects += 1;
      this.stored = sent.mine;
      return { kind: 'saved', reportId: 'r', version: ++this.version, status: 'DRAFT' };
    });
  submit = (sent: Parcel) => this.once(sent.submitId, () => ({ kind: 'saved', reportId: sent.saved!.reportId, version: ++this.version, status: 'SUBMITTED' }));
  put = async (one: Parcel) => void this.outbox.set(one.id, one);
  remove = async (id: string) => void this.outbox.delete(id);
  merged: Parcel | null = null;
  receive = async (receipt: Receipt, _given: Parcel, now: Parcel) => {
    this.receipts.push(receipt);
    this.merged = now;
  };
  now = () => 1000;
  newId = () => `made-${++this.made}`;
  jitter = () => 0.5;
}

describe('deliver', () => {
  it('saves, submits, keeps the receipt and empties the outbox', async () => {
    const world = new World();
    expect(await deliver(parcel(), world)).toBe('received');
    expect(world.receipts).toMatchObject([{ reportId: 'r', version: 5, status: 'SUBMITTED', at: 1000 }]);
    expect(world.outbox.size).toBe(0);
  });

  it('sends again under the same id when the answer was lost after the commit, and has one effect', async () => {
    const world = new World();
    world.loseAnswers = 1;
    expect(await deliver(parcel(), world)).toBe('later');
    const waiting = [...world.outbox.values()][0]!;
    expect(waiting).toMatchObject({ id: 'first', state: 'waiting', tries: 1, nextAt: 3000 });
    expect(await deliver(waiting, world)).toBe('received');
    expect(world.effects).toBe(1);
    expect(world.receipts).toHaveLength(1);
  });

  it('goes on with the submission when only its answer was lost', async () => {
    const world = new World();
    const submit = world.submit;
    world.submit = async (sent) => ((world.loseAnswers = 1), submit(sent));
    expect(await deliver(parcel(), world)).toBe('later');
    const waiting = [...world.outbox.values()][0]!;
    expect(waiting).toMatchObject({ stage: 'submit', saved: { reportId: 'r', version: 4 } });
    world.submit = submit;
    expect(await deliver(waiting, world)).toBe('received');
    expect([world.effects, world.version]).toEqual([1, 5]);
  });

  it('merges what others changed elsewhere, and sends that under a new id', async () => {
    const world = new World(content(row('north', 1), row('south', 9)));
    world.version = 7;
    expect(await deliver(parcel(), world)).toBe('received');
    expect(world.stored.rows.map((one) => [one.areaId, one.cells[0]!.newPeople])).toEqual([['north', 2], ['south', 9]]);
    expect(world.receipts[0]!.id).toBe('made-1');
    expect(world.outbox.size).toBe(0);
  });

  it('keeps what others took back between my save and my submission', async () => {
    const world = new World();
    const submit = world.submit;
    world.submit = async () => {
      world.submit = submit;
      world.stored = content(row('north', 1));
      return { kind: 'conflict', theirs: world.stored, version: (world.version += 1), changedAt: '2026-11-01' } as Outcome;
    };
    expect(await deliver(parcel(), world)).toBe('received');
    expect(world.stored).toEqual(content(row('north', 1)));
  });

  it('asks a person where both changed the same cell, and overwrites nothing', async () => {
    const world = new World(content(row('north', 5)));
    world.version = 7;
    expect(await deliver(parcel(), world)).toBe('attention');
    expect([...world.outbox.values()][0]!.trouble).toMatchObject({ kind: 'conflict', version: 7, differences: [{ mine: '2', theirs: '5' }] });
    expect(world.effects).toBe(0);
  });

  it('keeps what is locked, invalid or refused for a person, and the queue when a sign-in is needed', async () => {
    const world = new World();
    world.save = async () => ({ kind: 'locked', reason: 'closed', theirs: null });
    expect(await deliver(parcel(), world)).toBe('attention');
    world.save = async () => { throw new Undelivered('refused', 'not yours'); };
    expect(await deliver(parcel(), world)).toBe('attention');
    expect([...world.outbox.values()][0]!.trouble).toEqual({ kind: 'refused', message: 'not yours' });
    world.save = async () => { throw new Undelivered('sign-in'); };
    expect(await deliver(parcel(), world)).toBe('sign-in');
    expect([...world.outbox.values()][0]!.state).toBe('waiting');
  });
});

describe('onTop', () => {
  const [given, later] = [parcel(), parcel({ id: 'later', mine: content(row('north', 3)) })];

  it('bases later work on what the server took', () => {
    expect(onTop(later, given, given, 5)).toMatchObject({ baseVersion: 5, base: given.mine, mine: later.mine });
  });

  it('takes nothing back that others said meanwhile', async () => {
    const world = new World(content(row('north', 1), row('south', 9)));
    world.version = 7;
    await deliver({ ...given, submit: false }, world);
    expect(await deliver({ ...onTop(later, given, world.merged!, world.version), submit: false }, world)).toBe('received');
    expect(world.stored.rows.map((one) => [one.areaId, one.cells[0]!.newPeople])).toEqual([['north', 3], ['south', 9]]);
  });
});

describe('ready', () => {
  it('takes the oldest of each report, mine only, in its time, and nothing behind one that needs a person or a newer client', () => {
    const all = [
      parcel({ id: 'a', madeAt: 2 }), parcel({ id: 'b', madeAt: 1 }), parcel({ id: 'c', uuid: 'other', nextAt: 2000 }),
      parcel({ id: 'd', uuid: 'third', state: 'attention', madeAt: 1 }), parcel({ id: 'e', uuid: 'third', madeAt: 2 }), parcel({ id: 'f', uuid: 'fourth', userId: 'you' }),
    ];
    expect(ready(all, 'me', 1000).map((one) => one.id)).toEqual(['b']);
    expect(ready([parcel({ schemaVersion: 2 }), parcel({ madeAt: 2 })], 'me', 1000)).toEqual([]);
    expect(ready(all, 'me', 2000).map((one) => one.id)).toEqual(['b', 'c']);
  });

  it('waits longer after every try, and never longer than six minutes', () => {
    expect([wait(1, 0.5), wait(3, 0.5), wait(30, 0.5)]).toEqual([2000, 8000, 300_000]);
  });
});
