// Bundles the explorer: node build.mjs FOLDER. The same sources and the same lock file give the same bytes.
import { build } from 'esbuild';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const here = new URL('.', import.meta.url).pathname;

const { metafile, outputFiles } = await build({
  absWorkingDir: here,
  entryPoints: ['explorer.jsx'],
  outdir: folder,
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  charset: 'utf8',
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
});

/** The packages of which something is in the bundle, and the words of their licences; the same words stand once. */
function licences() {
  const folders = new Set(Object.keys(metafile.inputs).map((input) => input.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1]).filter(Boolean));
  const titles = new Map();
  for (const path of folders) {
    const { name, version, license } = JSON.parse(readFileSync(join(here, path, 'package.json'), 'utf8'));
    const file = readdirSync(join(here, path)).find((one) => /^(licen[cs]e|copying)(\.|$)/i.test(one));
    const words = file ? readFileSync(join(here, path, file), 'utf8').trim() : `Licence: ${license}. The package brings no text of it.`;
    titles.set(words, [...(titles.get(words) ?? []), `${name} ${version} (${license})`].sort());
  }
  const parts = [...titles].map(([words, of]) => `${of.join('\n')}\n\n${words}\n`).sort();
  return ['The explorer is made of these packages. What is Darasa\'s own in it is under Apache-2.0.\n', ...parts].join(`\n${'='.repeat(80)}\n\n`);
}

if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
for (const { path, text } of outputFiles) {
  // The fonts that GraphiQL brings are a third of it; the reader's system has some.
  const content = path.endsWith('.css') ? text.replace(/@font-face\{[^}]*\}/g, '') : text;
  writeFileSync(path, content);
}
writeFileSync(join(folder, 'licences.txt'), licences());
