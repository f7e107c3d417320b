// The client in a real browser, against a real server with the demo: `node checks/browser.mjs URL [--only ROOM,ROOM] [--pictures FOLDER]`.
// Each room has its file in walks/: the screens that are looked at, and its walks. Each promise is one step; the last line counts. Whoever runs it
// has a Chromium, which DARASA_BROWSER may name.
import { readdirSync } from 'node:fs';
import { accessible, browser, count, expect, only, open, pictures, seen, signIn, step, visitor } from './harness.mjs';

const names = readdirSync(new URL('walks/', import.meta.url)).map((file) => file.replace('.mjs', '')).sort();
const unknown = (only ?? []).filter((name) => !names.includes(name));
if (unknown.length) throw new Error(`there is no walk of ${unknown}; there are ${names}`);
const walks = await Promise.all(names.filter((name) => only?.includes(name) ?? true).map((name) => import(`./walks/${name}.mjs`)));

// Who looks: those who coordinate, everyone (in English who coordinates, in Arabic who reports), or the person of an address.
const OFFICE = 'coordinator@demo.example';
const looker = (who, language) => ({ office: OFFICE, everyone: language === 'en' ? OFFICE : 'focal.point@demo.example' })[who] ?? who;

for (const language of ['en', 'ar']) {
  const lists = new Map();
  for (const [who, paths] of walks.flatMap(({ screens = {} }) => Object.entries(screens))) {
    const person = looker(who, language);
    lists.set(person, [...(lists.get(person) ?? []), ...paths]);
  }
  await step(`signing in in ${language}`, async () => {
    const { context, page } = await visitor(language);
    await open(page, '');
    await accessible(page, `sign-in ${language}`);
    if (pictures) await page.screenshot({ path: `${pictures}/sign-in-${language}.png` });
    expect(`direction of ${language}`, (await page.getAttribute('html', 'dir')) === (language === 'ar' ? 'rtl' : 'ltr'));
    await context.close();
  });
  for (const [person, paths] of lists) {
    await step(`every screen of ${person} in ${language}`, async () => {
      const { context, page } = await visitor(language);
      await signIn(page, person);
      await seen(page, language, paths);
      await context.close();
    });
  }
}
for (const { walk } of walks) await walk();

await browser.close();
console.log(`browser: ${count.good} of ${count.good + count.bad} promises held`);
process.exit(count.bad ? 1 : 0);
