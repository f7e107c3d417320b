// A new version of the client waits until the reader takes it, so that nothing that is being typed is lost.
let held = $state.raw<ServiceWorker | null>(null);

export const updateWaits = (): boolean => held !== null;

export function takeUpdate(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  held?.postMessage('take over');
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
