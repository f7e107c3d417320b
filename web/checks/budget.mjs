// Fails when the client costs more bytes than those on slow links can bear (gzip).
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const KB = 1000;
const LIMITS = { 'first script': 60 * KB, 'first style': 10 * KB, 'lazy chunk': 30 * KB, language: 12 * KB };
const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const page = readFileSync(`${dist}index.html`, 'utf8');
const first = new Set([...page.matchAll(/\/app\/(assets\/[^"]+)"/g)].map(([, path]) => path));
const sizes = { 'first script': 0, 'first style': 0, 'lazy chunk': 0, language: 0 };
for (const name of readdirSync(`${dist}assets`)) {
  if (!/\.(js|css)$/.test(name)) continue;
  const size = gzipSync(readFileSync(`${dist}assets/${name}`), { level: 9 }).length;
  const css = name.endsWith('.css');
  if (first.has(`assets/${name}`)) sizes[css ? 'first style' : 'first script'] += size;
  else if (/^web-/.test(name)) sizes.language = Math.max(sizes.language, size);
  else sizes['lazy chunk'] = Math.max(sizes['lazy chunk'], size);
}
let over = false;
for (const [what, limit] of Object.entries(LIMITS)) {
  over ||= sizes[what] > limit;
  console.log(`budget: ${what} ${sizes[what]} of ${limit} bytes${sizes[what] > limit ? ': TOO MUCH' : ''}`);
}
process.exitCode = over ? 1 : 0;
