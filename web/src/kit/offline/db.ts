// What the device keeps: drafts, what waits to be sent, what was read, receipts. All of it is bound to a person; nobody else on the device sees it.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Draft, Parcel, Receipt } from './kinds';
import type { Sheet } from './sheets';

interface Kept {
  userId: string;
  key: string;
  data: unknown;
  at: number;
}

interface Shape extends DBSchema {
  drafts: { key: string; value: Draft; indexes: { user: string } };
  outbox: { key: string; value: Parcel; indexes: { user: string } };
  sheets: { key: string; value: Sheet; indexes: { user: string } };
  receipts: { key: string; value: Receipt; indexes: { user: string } };
  reads: { key: [string, string]; value: Kept; indexes: { user: string } };
  meta: { key: string; value: unknown };
}

let opened: Promise<IDBPDatabase<Shape>> | null = null;

export function open(name = 'darasa'): Promise<IDBPDatabase<Shape>> {
  opened ??= openDB<Shape>(name, 2, {
    upgrade(db, before) {
      if (before < 1) {
        db.createObjectStore('drafts', { keyPath: 'uuid' }).createIndex('user', 'userId');
        db.createObjectStore('outbox', { keyPath: 'id' }).createIndex('user', 'userId');
        db.createObjectStore('receipts', { keyPath: 'id' }).createIndex('user', 'userId');
        db.createObjectStore('reads', { keyPath: ['userId', 'key'] }).createIndex('user', 'userId');
        db.createObjectStore('meta');
      }
      db.createObjectStore('sheets', { keyPath: 'id' }).createIndex('user', 'userId');
    },
    // A newer client in another tab wants to change the stores, or the browser closed them: whoever needs them opens them anew.
    blocking: (_now, _wanted, event) => {
      (event.target as IDBDatabase).close();
      opened = null;
    },
    terminated: () => (opened = null),
  });
  return opened;
}

/** Keeps something that must not be lost: when the device is full, what was only read makes room for it. */
export async function put<S extends 'drafts' | 'outbox' | 'sheets' | 'receipts'>(store: S, value: Shape[S]['value']): Promise<void> {
  const db = await open();
  try {
    await db.put(store, value);
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') throw error;
    await db.clear('reads');
    await db.put(store, value);
  }
}

export const keep = async (key: string, value: unknown): Promise<void> => {
  await (await open()).put('meta', value, key);
};
export const kept = async <T>(key: string): Promise<T | undefined> => (await (await open()).get('meta', key)) as T | undefined;

export const keepRead = async (userId: string, key: string, data: unknown, at: number): Promise<void> => {
  await (await open()).put('reads', { userId, key, data, at });
};
export const keptRead = async (userId: string, key: string): Promise<Kept | undefined> => (await open()).get('reads', [userId, key]);

/** Forgets what a person read here, and with `wipe` also what was not sent. */
export async function clearUser(userId: string, wipe: boolean): Promise<void> {
  const db = await open();
  const stores = wipe ? (['reads', 'drafts', 'outbox', 'sheets', 'receipts'] as const) : (['reads'] as const);
  for (const store of stores) {
    const transaction = db.transaction(store, 'readwrite');
    for (let at = await transaction.store.index('user').openCursor(userId); at; at = await at.continue()) await at.delete();
    await transaction.done;
  }
  // Small things lie beside them under keys that name the person.
  if (wipe) for (const key of await db.getAllKeys('meta')) if (key.includes(`:${userId}:`)) await db.delete('meta', key);
}
