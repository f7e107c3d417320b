// After the build: tells the service worker what the client consists of, and packs every file, so that the server sends it as it is.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const assets = readdirSync(`${dist}assets`).sort();
const list = JSON.stringify(assets.map((name) => `/app/assets/${name}`));
writeFileSync(`${dist}files.json`, list);
// The browser takes a worker for a new one when its bytes differ.
const build = createHash('sha256').update(list).update(readFileSync(`${dist}index.html`)).digest('hex').slice(0, 16);
writeFileSync(`${dist}sw.js`, `// ${build}\n${readFileSync(`${dist}sw.js`, 'utf8')}`);
for (const file of readdirSync(dist, { recursive: true })) {
  if (!/\.(js|css|html|svg|json|webmanifest)$/.test(file)) continue;
  const bytes = readFileSync(dist + file);
  writeFileSync(`${dist}${file}.br`, brotliCompressSync(bytes));
  writeFileSync(`${dist}${file}.gz`, gzipSync(bytes, { level: 9 }));
}
await import('./budget.mjs');
