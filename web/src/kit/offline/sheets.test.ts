import { describe, expect, it } from 'vitest';
import { Undelivered } from './outbox';
import { bring, readySheet, type Sheet, type SheetPost, type Taken } from './sheets';
import type { Receipt } from './kinds';

const sheet = (more: Partial<Sheet> = {}): Sheet => ({
  id: 'first', userId: 'me', name: 'October.xlsx', file: new Blob(['cells']), fileId: null, replace: false, state: 'waiting', tries: 0, nextAt: 0, trouble: null, madeAt: 1, ...more,
});
const taken: Taken = { applied: true, report: { id: 'r', version: 4, status: 'DRAFT' }, issues: [], more: 0, checkedFile: null };

/** A server that keeps what it did under the ids it was sent, as ours does. */
class World implements SheetPost {
  kept = new Map<string, Sheet>();
  receipts: Receipt[] = [];
  uploads = 0;
  effects = 0;
  lost = { upload: 0, take: 0 };
  private answers = new Map<string, Taken>();
  constructor(private readonly answer: Taken = taken) {}
  upload = async () => {
    this.uploads += 1;
    if (this.lost.upload-- > 0) throw new Undelivered('later');
    return `file-${this.uploads}`;
  };
  take = async ({ id }: Sheet) => {
    if (!this.answers.has(id)) this.effects += this.answer.applied ? 1 : 0;
    this.answers.set(id, this.answer);
    if (this.lost.take-- > 0) throw new Undelivered('later');
    return this.answer;
  };
  put = async (one: Sheet) => void this.kept.set(one.id, one);
  receive = async (receipt: Receipt, { id }: Sheet) => {
    this.receipts.push(receipt);
    this.kept.delete(id);
  };
  now = () => 1000;
  jitter = () => 0.5;
}

describe('a workbook that waits', () => {
  it('is brought, taken and gone, and its receipt stays', async () => {
    const world = new World();
    expect(await bring(sheet(), world)).toBe('received');
    expect(world.receipts).toMatchObject([{ title: 'October.xlsx', reportId: 'r', version: 4, status: 'DRAFT', at: 1000 }]);
    expect(world.kept.size).toBe(0);
  });

  it('is taken once, though the answer was lost, and the file goes over the line once', async () => {
    const world = new World();
    world.lost.take = 1;
    expect(await bring(sheet(), world)).toBe('later');
    const waiting = world.kept.get('first')!;
    expect(waiting).toMatchObject({ state: 'waiting', fileId: 'file-1', tries: 1, nextAt: 3000 });
    expect(await bring(waiting, world)).toBe('received');
    expect([world.uploads, world.effects]).toEqual([1, 1]);
  });

  it('is brought again where the file itself was lost on its way', async () => {
    const world = new World();
    world.lost.upload = 1;
    expect(await bring(sheet(), world)).toBe('later');
    expect(await bring(world.kept.get('first')!, world)).toBe('received');
    expect([world.uploads, world.effects]).toEqual([2, 1]);
  });

  it('comes back to its person with its wrong rows, as many as one reads, and the checked file', async () => {
    const issue = { row: 4, column: 'status', reason: '"soon" is no status', mend: 'write planned' };
    const checkedFile = { path: '/files/1', name: 'October-checked.xlsx' };
    const world = new World({ applied: false, report: null, issues: Array(60).fill(issue), more: 7, checkedFile });
    expect(await bring(sheet(), world)).toBe('attention');
    const kept = world.kept.get('first')!;
    expect(kept.state).toBe('attention');
    expect(kept.trouble).toMatchObject({ kind: 'issues', more: 17, checked: checkedFile });
    expect(kept.trouble?.kind === 'issues' && kept.trouble.issues).toHaveLength(50);
    expect([world.effects, readySheet([kept], 'me', 9999)]).toEqual([0, undefined]);
  });

  it('stays for a person where it is refused, and waits where a sign-in is needed', async () => {
    const world = new World();
    world.take = async () => { throw new Undelivered('refused', 'the report is locked'); };
    expect(await bring(sheet(), world)).toBe('attention');
    expect(world.kept.get('first')!.trouble).toEqual({ kind: 'refused', message: 'the report is locked' });
    world.take = async () => { throw new Undelivered('sign-in'); };
    expect(await bring(sheet(), world)).toBe('sign-in');
    expect(world.kept.get('first')!.state).toBe('waiting');
  });

  it('goes in the order in which it was chosen, its own person alone, in its time', () => {
    const all = [sheet({ id: 'a', madeAt: 3 }), sheet({ id: 'b', madeAt: 2 }), sheet({ id: 'c', madeAt: 1, nextAt: 2000 }), sheet({ id: 'd', madeAt: 0, userId: 'you' })];
    expect([readySheet(all, 'me', 1000)?.id, readySheet(all, 'me', 2000)?.id]).toEqual(['b', 'c']);
  });
});
