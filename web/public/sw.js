// Keeps the client itself on the device, so that it opens without a network. Data is kept by the client, never here. BUILD is written by the build.
const NAME = 'darasa-shell';
const PAGE = '/app/';
const FILES = '/app/files.json';

async function fill() {
  const cache = await caches.open(NAME);
  const files = await (await fetch(FILES, { cache: 'no-store' })).json();
  const kept = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
  await cache.addAll(files.filter((file) => !kept.has(file)));
  await cache.add(PAGE);
}

async function tidy() {
  const cache = await caches.open(NAME);
  const files = new Set([PAGE, ...(await (await fetch(FILES, { cache: 'no-store' })).json())]);
  for (const request of await cache.keys()) if (!files.has(new URL(request.url).pathname)) await cache.delete(request);
}

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(Promise.all([self.clients.claim(), tidy().catch(() => null)])));
// A new version waits until the reader agrees: a form that is being filled in is never lost.
self.addEventListener('message', (event) => { if (event.data === 'take over') self.skipWaiting(); });

async function page(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(PAGE, { ignoreVary: true })) ?? Response.error();
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !pathname.startsWith('/app/')) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  // The names of these files change with what they hold, so a copy is never old.
  else if (pathname.startsWith('/app/assets/')) event.respondWith(caches.match(request, { ignoreVary: true }).then((kept) => kept ?? fetch(request)));
});
