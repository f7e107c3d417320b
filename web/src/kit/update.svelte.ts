// A new version of the client waits until the reader takes it, so that nothing that is being typed is lost.
import { keepAll } from './unkept';

let held = $state.raw<ServiceWorker | null>(null);

export const updateWaits = (): boolean => held !== null;

/** Loads the new version once what forms hold is kept; false when that did not work, and nothing happens. */
export async function takeUpdate(): Promise<boolean> {
  if (!(await keepAll())) return false;
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  held?.postMessage('take over');
  return true;
}

export async function watchForUpdates(): Promise<void> {
  const registration = await navigator.serviceWorker?.register('/app/sw.js', { scope: '/app/' }).catch(() => null);
  if (!registration) return;
  if (registration.waiting && navigator.serviceWorker.controller) held = registration.waiting;
  registration.addEventListener('updatefound', () => {
    const fresh = registration.installing;
    fresh?.addEventListener('statechange', () => {
      if (fresh.state === 'installed' && navigator.serviceWorker.controller) held = fresh;
    });
  });
}
