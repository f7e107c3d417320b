// The client in a real browser, against a real server with the demo: `node checks/browser.mjs URL [--only ROOM,ROOM] [--part screens|walks]
// [--pictures FOLDER]`. Each room has its file in walks/: the screens that are looked at, and its walks. Each promise is one step; the last line
// counts. Whoever runs it has a Chromium, which DARASA_BROWSER may name.
import { readdirSync } from 'node:fs';
import { browser, count, only, part } from './harness.mjs';
import { everyScreen } from './screens.mjs';

const names = readdirSync(new URL('walks/', import.meta.url)).map((file) => file.replace('.mjs', '')).sort();
const unknown = (only ?? []).filter((name) => !names.includes(name));
if (unknown.length) throw new Error(`there is no walk of ${unknown}; there are ${names}`);
const walks = await Promise.all(names.filter((name) => only?.includes(name) ?? true).map((name) => import(`./walks/${name}.mjs`)));

if (part && !['screens', 'walks'].includes(part)) throw new Error(`the parts are screens and walks, and none is called ${part}`);
if (part !== 'walks') await everyScreen(walks);
if (part !== 'screens') for (const { walk } of walks) await walk();

await browser.close();
console.log(`${part ?? 'browser'}: ${count.good} of ${count.good + count.bad} promises held`);
process.exit(count.bad ? 1 : 0);
