import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const server = process.env.DARASA_URL ?? 'http://127.0.0.1:8080';
const routes = ['/graphql', '/files', '/reports', '/plans', '/projects', '/assets'];

/** A room's texts in a language are a file named after both, so that what each costs can be seen. */
function named({ facadeModuleId }: { facadeModuleId?: string | null }): string {
  const [, language, room] = /locales\/(\w+)\/(web[\w-]*)\.ftl/.exec(facadeModuleId ?? '') ?? [];
  return language ? `assets/texts-${language}-${room}-[hash].js` : 'assets/[name]-[hash].js';
}

export default defineConfig({
  base: '/app/',
  plugins: [svelte()],
  build: { target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0, rolldownOptions: { output: { chunkFileNames: named } } },
  // Texts and styles lie beside web/, where the server has them, too.
  server: { fs: { allow: ['..'] }, proxy: Object.fromEntries(routes.map((route) => [route, { target: server, ws: route === '/graphql' }])) },
});
