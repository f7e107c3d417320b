// How far somebody is in the tour of the demo: kept on the device, so that it can be left and taken up again.
import { viewer } from '../kit/session.svelte';

type Kept = { at: number; open: boolean };
let turn = $state(0);

const key = (): string => `darasa.tour.${viewer()?.id ?? ''}`;

/** The demo's accounts have addresses that nobody can have. */
export const inDemo = (): boolean => viewer()?.email.endsWith('@demo.example') ?? false;

export function kept(): Kept | null {
  void turn;
  try {
    return JSON.parse(localStorage.getItem(key()) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}
export function keepAt(at: number, open: boolean): void {
  localStorage.setItem(key(), JSON.stringify({ at, open }));
  turn += 1;
}
