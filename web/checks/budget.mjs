// Fails when the client costs more bytes than those on slow links can bear (gzip).
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const KB = 1000;
const LIMITS = { 'first script': 60 * KB, 'first style': 10 * KB, 'lazy chunk': 30 * KB, texts: 12 * KB };
const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const page = readFileSync(`${dist}index.html`, 'utf8');
const first = new Set([...page.matchAll(/\/app\/(assets\/[^"]+)"/g)].map(([, path]) => path));
const sizes = { 'first script': 0, 'first style': 0, 'lazy chunk': 0, texts: 0 };
/** Of what each file is held to by itself, the largest one. */
const largest = {};
function hold(what, name, size) {
  if (size <= sizes[what]) return;
  sizes[what] = size;
  largest[what] = name;
}
let texts = 0;
for (const name of readdirSync(`${dist}assets`)) {
  if (!/\.(js|css)$/.test(name)) continue;
  const size = gzipSync(readFileSync(`${dist}assets/${name}`), { level: 9 }).length;
  const css = name.endsWith('.css');
  if (first.has(`assets/${name}`)) sizes[css ? 'first style' : 'first script'] += size;
  else if (/^texts-/.test(name)) {
    texts += 1;
    hold('texts', name, size);
  } else hold('lazy chunk', name, size);
}
// Each file of texts is a chunk of its own, or it would be held to the wrong limit.
const locales = fileURLToPath(new URL('../../locales/', import.meta.url));
const written = readdirSync(locales, { recursive: true }).filter((name) => /\/web(-\w+)?\.ftl$/.test(name)).length;
let over = texts !== written;
if (over) console.log(`budget: ${texts} chunks of texts for ${written} files`);
for (const [what, limit] of Object.entries(LIMITS)) {
  over ||= sizes[what] > limit;
  const which = largest[what] ? `, the largest ${largest[what]}` : '';
  console.log(`budget: ${what} ${sizes[what]} of ${limit} bytes${which}${sizes[what] > limit ? ': TOO MUCH' : ''}`);
}
process.exitCode = over ? 1 : 0;
