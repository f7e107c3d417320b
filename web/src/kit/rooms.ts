// A room is a folder beside kit/ with a room.ts: its routes and where it stands in the navigation. Rooms are found by themselves, so that a new
// area adds its folder and touches nobody else's; its texts lie in web-ROOM.ftl, named like the folder.
import type { Component } from 'svelte';
import type { Route } from './router.svelte';

export interface Entry {
  path: string;
  /** The key of its text. */
  text: string;
  /** Where it stands: small numbers first. */
  order: number;
  /** Whether this person needs it; without it everyone does. */
  shown?: () => boolean;
  group?: 'work' | 'more';
}

/** What stands above every screen while it is shown. */
export interface Above {
  shown: () => boolean;
  load: () => Promise<{ default: Component }>;
}

export interface Room {
  routes: Route[];
  entries?: Entry[];
  above?: Above;
}

const found = import.meta.glob<{ room: Room }>('../*/room.ts', { eager: true });

export const routes: (Route & { room: string })[] = Object.entries(found).flatMap(([path, { room }]) =>
  room.routes.map((route) => ({ ...route, room: path.split('/')[1] ?? '' })),
);
export const entries: Entry[] = Object.values(found)
  .flatMap(({ room }) => room.entries ?? [])
  .sort((one, other) => one.order - other.order);
export const aboves: (Above & { room: string })[] = Object.entries(found).flatMap(([path, { room }]) => (room.above ? [{ ...room.above, room: path.split('/')[1] ?? '' }] : []));
