import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const server = process.env.DARASA_URL ?? 'http://127.0.0.1:8080';
const routes = ['/graphql', '/files', '/reports', '/plans', '/projects', '/assets', '^/a/'];

/** A room's texts in a language are a file named after both, so that what each costs can be seen. */
function named({ facadeModuleId }: { facadeModuleId?: string | null }): string {
  const [, language, room] = /locales\/(\w+)\/(web[\w-]*)\.ftl/.exec(facadeModuleId ?? '') ?? [];
  return language ? `assets/texts-${language}-${room}-[hash].js` : 'assets/[name]-[hash].js';
}

interface Module {
  isEntry: boolean;
  importedIds: readonly string[];
}
/** All that the first screen needs is one file: a browser asks for six at a time, and each turn costs a slow link as much as many bytes. */
function first() {
  let needed: Set<string> | null = null;
  const reach = (id: string, moduleOf: (id: string) => Module | null, found = new Set<string>()): Set<string> => {
    if (found.has(id)) return found;
    found.add(id);
    for (const next of moduleOf(id)?.importedIds ?? []) reach(next, moduleOf, found);
    return found;
  };
  return (id: string, context: { getModuleInfo: (id: string) => Module | null }): string | null => {
    needed ??= reach(fileURLToPath(new URL('src/main.ts', import.meta.url)), (one) => context.getModuleInfo(one));
    return needed.has(id) ? 'first' : null;
  };
}

export default defineConfig({
  base: '/app/',
  plugins: [svelte()],
  build: { target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0, rolldownOptions: { output: { chunkFileNames: named, codeSplitting: { groups: [{ name: first() }] } } } },
  // Texts and styles lie beside web/, where the server has them, too.
  server: { fs: { allow: ['..'] }, proxy: Object.fromEntries(routes.map((route) => [route, { target: server, ws: route === '/graphql' }])) },
});
