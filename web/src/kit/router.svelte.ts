// Addresses of the client. Each room says which it answers; a change moves the focus to the new heading and names the page.
import type { Component } from 'svelte';

export interface Route {
  /** Below /app/, such as `reports/:id`. */
  path: string;
  /** Whether it is shown to who has not signed in. */
  open?: boolean;
  load: () => Promise<{ default: Component<never> }>;
}

const BASE = '/app/';
let address = $state(location.pathname + location.search);
let guard: (() => Promise<boolean>) | null = null;

/** The parameters of an address on a path; null where it is another. */
export function match(path: string, pathname: string): Record<string, string> | null {
  const wanted = path.split('/').filter(Boolean);
  const given = pathname.slice(BASE.length).split('/').filter(Boolean);
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return null;
  }
  return params;
}

export const pathname = (): string => address.split('?')[0] ?? BASE;
export const query = (): URLSearchParams => new URLSearchParams(address.split('?')[1] ?? '');
/** The address of a place in the client. */
export const to = (path: string): string => BASE + path;

/** Asks before leaving what is not kept yet; true lets go. */
export const beforeLeaving = (ask: (() => Promise<boolean>) | null): void => {
  guard = ask;
};

export async function go(path: string, replace = false): Promise<void> {
  if (guard && !(await guard())) return;
  guard = null;
  history[replace ? 'replaceState' : 'pushState'](null, '', to(path));
  address = location.pathname + location.search;
  scrollTo(0, 0);
}

/** Follows links of the client without loading the page anew. */
export function listen(): void {
  addEventListener('popstate', () => (address = location.pathname + location.search));
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest?.('a');
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (link.target || link.hasAttribute('download') || link.origin !== location.origin || !link.pathname.startsWith(BASE)) return;
    if (link.hash && link.pathname === location.pathname) return;
    event.preventDefault();
    void go(link.pathname.slice(BASE.length) + link.search);
  });
}
