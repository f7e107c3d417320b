import { describe, expect, it } from 'vitest';
import { Line, pause, type Socket, type World } from './line';

class Wire implements Socket {
  onopen: Socket['onopen'] = null;
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  sent: { type: string; id?: string; payload?: { Authorization?: string } }[] = [];
  closed = false;
  send(text: string): void {
    this.sent.push(JSON.parse(text) as Wire['sent'][number]);
  }
  close(): void {
    this.closed = true;
  }
  hears(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
  types = () => this.sent.map((one) => one.type);
}

class Stage implements World {
  wires: Wire[] = [];
  pauses: number[] = [];
  work: (() => void) | null = null;
  tokens: (string | null | Error)[] = [];
  connect(): Socket {
    this.wires.push(new Wire());
    return this.last;
  }
  get last(): Wire {
    return this.wires.at(-1) as Wire;
  }
  async token(): Promise<string | null> {
    const next = this.tokens.shift() ?? 'T';
    if (next instanceof Error) throw next;
    return next;
  }
  later(work: () => void, ms: number): () => void {
    this.pauses.push(ms);
    this.work = work;
    return () => (this.work = null);
  }
  chance = () => 1;
  async greet(): Promise<void> {
    await Promise.resolve();
    await Promise.resolve();
    this.last.onopen?.();
    this.last.hears({ type: 'connection_ack' });
  }
  async pass(): Promise<void> {
    this.work?.();
    await Promise.resolve();
    await Promise.resolve();
  }
}
const listener = (heard: unknown[], backs: string[] = []) => ({ query: 'subscription { x }', variables: {}, news: (data: unknown) => void heard.push(data), back: () => void backs.push('back') });

describe('the line to the server', () => {
  it('waits twice as long each time, up to a minute, and never less than half of it', () => {
    expect([0, 1, 2, 5, 6, 20].map((tries) => pause(tries, 1))).toEqual([1000, 2000, 4000, 32_000, 60_000, 60_000]);
    expect(pause(2, 0)).toBe(2000);
  });
  it('says who is there before it listens, and answers a ping', async () => {
    const stage = new Stage();
    const heard: unknown[] = [];
    new Line(stage).listen(listener(heard));
    await stage.greet();
    stage.last.hears({ type: 'ping' });
    stage.last.hears({ type: 'next', id: '1', payload: { data: { x: 1 } } });
    expect(stage.last.types()).toEqual(['connection_init', 'subscribe', 'pong']);
    expect(stage.last.sent[0]?.payload?.Authorization).toBe('Bearer T');
    expect(heard).toEqual([{ x: 1 }]);
  });
  it('comes back with a fresh token, listens again, and then says so', async () => {
    const stage = new Stage();
    stage.tokens = ['old', 'new'];
    const backs: string[] = [];
    new Line(stage).listen(listener([], backs));
    await stage.greet();
    expect(backs).toEqual([]);
    stage.last.onclose?.({ code: 4403 });
    await stage.pass();
    await stage.greet();
    expect(stage.wires).toHaveLength(2);
    expect(stage.last.sent[0]?.payload?.Authorization).toBe('Bearer new');
    expect(stage.last.types()).toEqual(['connection_init', 'subscribe']);
    expect(backs).toEqual(['back']);
  });
  it('waits longer while nobody answers, and begins anew once it is through', async () => {
    const stage = new Stage();
    stage.tokens = [new Error('offline'), new Error('offline')];
    new Line(stage).listen(listener([]));
    await Promise.resolve();
    await Promise.resolve();
    await stage.pass();
    await stage.pass();
    stage.last.onclose?.({ code: 1006 });
    expect(stage.pauses).toEqual([1000, 2000, 4000]);
    await stage.pass();
    await stage.greet();
    stage.last.onclose?.({ code: 1001 });
    expect(stage.pauses.at(-1)).toBe(1000);
  });
  it('does not wait when the network is back', async () => {
    const stage = new Stage();
    const line = new Line(stage);
    line.listen(listener([]));
    await stage.greet();
    stage.last.onclose?.({ code: 1006 });
    line.now();
    await stage.greet();
    expect(stage.wires).toHaveLength(2);
  });
  it('hangs up when nobody listens, and does not come back', async () => {
    const stage = new Stage();
    const stop = new Line(stage).listen(listener([]));
    await stage.greet();
    stop();
    expect(stage.last.types().at(-1)).toBe('complete');
    expect(stage.last.closed).toBe(true);
    stage.last.onclose?.({ code: 1000 });
    expect(stage.pauses).toEqual([]);
  });
  it('asks no more for what may not be listened to', async () => {
    const stage = new Stage();
    new Line(stage).listen(listener([]));
    await stage.greet();
    stage.last.hears({ type: 'error', id: '1', payload: [{ message: 'no' }] });
    stage.last.onclose?.({ code: 1001 });
    expect(stage.pauses).toEqual([]);
  });
});
