// One websocket to the server (graphql-transport-ws), held for as long as somebody listens. It comes back by itself: later each time, with a fresh token,
// and tells who listens to read anew, since something may have happened meanwhile.

/** What a line needs of a websocket. */
export interface Socket {
  // eslint-disable-next-line -- a WebSocket is one, whatever it says of its events
  onopen: ((event?: any) => void) | null;
  onmessage: ((event: any) => void) | null;
  onclose: ((event: any) => void) | null;
  send(text: string): void;
  close(): void;
}

export interface World {
  connect(): Socket;
  /** Whose rights the connection has; null is a visitor's. It fails where nobody can say now. */
  token(): Promise<string | null>;
  later(work: () => void, ms: number): () => void;
  /** Between 0 and 1, so that not all clients come back at once. */
  chance(): number;
}

export interface Listener<T> {
  query: string;
  variables: object;
  news: (data: T) => void;
  /** The connection was lost and is back. */
  back?: () => void;
}

const FIRST_MS = 1000;
const MOST_MS = 60_000;

/** How long to wait before the next try: twice as long each time, up to a minute, and never less than half of it. */
export const pause = (tries: number, chance: number): number => Math.min(MOST_MS, FIRST_MS * 2 ** tries) * (0.5 + chance / 2);

interface Message {
  type: string;
  id?: string;
  payload?: { data?: unknown };
}

export class Line {
  private listeners = new Map<string, Listener<never>>();
  private socket: Socket | null = null;
  private acknowledged = false;
  private was = false;
  private tries = 0;
  private number = 0;
  private waiting: (() => void) | null = null;
  private opening = false;

  constructor(private readonly world: World) {}

  /** Listens until the answer is called. */
  listen<T>(listener: Listener<T>): () => void {
    const id = String(++this.number);
    this.listeners.set(id, listener as unknown as Listener<never>);
    if (this.acknowledged) this.subscribe(id);
    else if (!this.waiting) void this.open();
    return () => {
      if (!this.listeners.delete(id)) return;
      if (this.acknowledged) this.say({ type: 'complete', id });
      if (this.listeners.size === 0) this.hangUp();
    };
  }

  /** Tries at once: the network is back, or somebody signed in. */
  now(): void {
    if (!this.waiting) return;
    this.waiting();
    this.waiting = null;
    this.tries = 0;
    void this.open();
  }

  private async open(): Promise<void> {
    if (this.socket || this.opening || this.listeners.size === 0) return;
    this.opening = true;
    const token = await this.world.token().catch(() => undefined);
    this.opening = false;
    if (this.listeners.size === 0) return;
    if (token === undefined) return this.again();
    const socket = this.world.connect();
    this.socket = socket;
    socket.onopen = () => this.say({ type: 'connection_init', payload: token ? { Authorization: `Bearer ${token}` } : {} });
    socket.onmessage = ({ data }: { data: string }) => this.hear(JSON.parse(data) as Message);
    socket.onclose = () => {
      if (this.socket !== socket) return;
      this.socket = null;
      this.acknowledged = false;
      this.again();
    };
  }

  private hear(message: Message): void {
    if (message.type === 'ping') this.say({ type: 'pong' });
    else if (message.type === 'connection_ack') {
      this.acknowledged = true;
      this.tries = 0;
      for (const id of this.listeners.keys()) this.subscribe(id);
      if (this.was) for (const listener of [...this.listeners.values()]) listener.back?.();
      this.was = true;
    } else if (message.type === 'next' && message.payload?.data) this.listeners.get(message.id ?? '')?.news(message.payload.data as never);
    // What may not be listened to is not asked again.
    else if (message.type === 'error') this.listeners.delete(message.id ?? '');
  }

  private subscribe(id: string): void {
    const listener = this.listeners.get(id);
    if (listener) this.say({ type: 'subscribe', id, payload: { query: listener.query, variables: listener.variables } });
  }

  private again(): void {
    if (this.listeners.size === 0 || this.waiting) return;
    this.waiting = this.world.later(() => {
      this.waiting = null;
      void this.open();
    }, pause(this.tries++, this.world.chance()));
  }

  private hangUp(): void {
    this.waiting?.();
    this.waiting = null;
    const socket = this.socket;
    this.socket = null;
    this.acknowledged = false;
    this.was = false;
    socket?.close();
  }

  private say(message: object): void {
    this.socket?.send(JSON.stringify(message));
  }
}
