// Every screen of the client, found from those that the rooms name by following links until each address of each room was seen: in five languages,
// light and dark, with words that are longer than English, and with text twice as large.
import { readFileSync, readdirSync } from 'node:fs';
import { LANGUAGES, accessible, expect, only, open, pictures, settled, signIn, startLarge, step, visitor } from './harness.mjs';
import { speakLonger } from './longer.mjs';
import { hasRoom } from './room.mjs';

const OFFICE = 'coordinator@demo.example';
const PARTNER = 'focal.point@demo.example';
const WIDE = { width: 1280, height: 900 };
/** Those pages are opened from a mail, by who has not signed in: the walk of accounts looks at them. */
const FROM_MAIL = ['forgotten', 'invitation/:token', 'reset/:token'];
/** The demo has nothing there until the walk of its room makes it, and looks at it. */
const MADE_BY_WALK = ['standards/country/:id'];
const sources = new URL('../src/', import.meta.url);
const rooms = readdirSync(sources).filter((room) => !/\.|kit/.test(room) && (only?.includes(room) ?? true));
const addresses = rooms.flatMap((room) => [...readFileSync(new URL(`${room}/room.ts`, sources), 'utf8').matchAll(/path: '([^']*)',(?: open: true,)? load:/g)].map(([, path]) => path)).filter((path) => !FROM_MAIL.includes(path));

const addressOf = (path) => {
  const parts = path.split('?')[0].split('/').filter(Boolean);
  const fits = (address) => {
    const wanted = address.split('/').filter(Boolean);
    return wanted.length === parts.length && wanted.every((part, at) => part.startsWith(':') || part === parts[at]);
  };
  // `plans/new` is that screen, and no plan called new.
  return addresses.find((address) => !address.includes(':') && fits(address)) ?? addresses.find(fits);
};
const nameOf = (path) => (path.includes('?table=') ? path.replace(/\?\w+=/, '-') : (addressOf(path) ?? path.split('?')[0]).replace(/[/:]+/g, '-')) || 'home';

async function choose(page, language) {
  if ((await page.getAttribute('html', 'lang')) === language) return;
  await page.selectOption('header select', language);
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
  await settled(page);
}
async function narrow(page, name, language) {
  if (pictures) {
    await page.screenshot({ path: `${pictures}/${name}-${language}-1280.png`, fullPage: true });
    await page.setViewportSize({ width: 360, height: 780 });
    await page.screenshot({ path: `${pictures}/${name}-${language}-360.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 320, height: 780 });
  await hasRoom(page, `${name} ${language} at 320`);
  await page.setViewportSize(WIDE);
}
/** A screen as it stands, in one language after the other. */
export async function inLanguages(page, path, languages = LANGUAGES) {
  for (const language of languages) {
    await choose(page, language);
    const name = `${nameOf(path)} ${language}`;
    await accessible(page, name);
    await narrow(page, nameOf(path), language);
  }
}
async function looked(page, path, languages) {
  await open(page, path);
  await inLanguages(page, path, languages);
}
/** Looks at what was seen already, in a way that asks for more room. */
async function again(person, paths, { language = 'en', widths, way, prepare, ...options }) {
  const { context, page } = await visitor(language, options);
  await prepare?.(context);
  await signIn(page, person);
  for (const path of paths) {
    await open(page, path);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await hasRoom(page, `${nameOf(path)} ${language} ${way} at ${width}`);
      if (pictures) await page.screenshot({ path: `${pictures}/${nameOf(path)}-${language}-${way.replaceAll(' ', '-')}-${width}.png`, fullPage: true });
    }
  }
  await context.close();
}

/** A person's screens, and those that their links lead to, as far as nobody saw them. Two look at once. */
async function follow(person, paths, unseen, look) {
  const pair = await Promise.all([visitor('en'), visitor('en')]);
  for (const { page } of pair) await signIn(page, person);
  const been = [...paths];
  const passed = new Set(been);
  for (const path of been) unseen.delete(addressOf(path));
  for (let next = [...been]; next.length; ) {
    const queue = next;
    next = [];
    await Promise.all(pair.map(async ({ page }) => {
      for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
        if (been.includes(path)) await look(page, path);
        else await open(page, path);
        for (const link of await page.$$eval('main a[href^="/app/"]', (found) => found.map((one) => one.getAttribute('href').slice('/app/'.length)))) {
          const address = addressOf(link);
          if (unseen.delete(address)) been.push(link);
          // Another of the same may lead further: a draft can be edited, where what was sent cannot.
          else if (passed.has(link) || ![...unseen].some((one) => one.startsWith(`${address}/`))) continue;
          passed.add(link);
          next.push(link);
        }
      }
    }));
  }
  for (const { context } of pair) await context.close();
  return been;
}

export async function everyScreen(walks) {
  for (const language of LANGUAGES) {
    await step(`signing in in ${language}`, async () => {
      const { context, page } = await visitor(language);
      await open(page, '');
      await accessible(page, `sign-in ${language}`);
      await narrow(page, 'sign-in', language);
      expect(`direction of ${language}`, (await page.getAttribute('html', 'dir')) === (language === 'ar' ? 'rtl' : 'ltr'));
      await context.close();
    });
  }
  // A screen that somebody saw in every language is looked at in Arabic alone as others see it.
  const lists = new Map();
  for (const [who, paths] of walks.flatMap(({ screens = {} }) => Object.entries(screens))) {
    for (const person of { office: [OFFICE], everyone: [OFFICE, PARTNER] }[who] ?? [who]) lists.set(person, new Set([...(lists.get(person) ?? []), ...paths]));
  }
  const unseen = new Set(addresses);
  for (const address of MADE_BY_WALK) unseen.delete(address);
  const seen = new Set();
  const large = await startLarge();
  for (const [person, named] of lists) {
    let paths = [];
    await step(`every screen of ${person}`, async () => {
      paths = await follow(person, named, unseen, (page, path) => looked(page, path, seen.has(nameOf(path)) ? ['ar'] : LANGUAGES));
    });
    paths = paths.filter((path) => !seen.has(nameOf(path)));
    for (const path of paths) seen.add(nameOf(path));
    // Those words come over the network alone: with a service worker they would not be seen.
    const ways = [
      { way: 'in longer words', widths: [320, 1280], prepare: speakLonger, serviceWorkers: 'block' },
      ...['en', 'ar'].map((language) => ({ way: 'in large letters', language, widths: [640, 1280], by: large })),
    ];
    if (paths.length) await Promise.all(ways.map((one) => step(`${paths.length} screens of ${person} ${one.way} in ${one.language ?? 'en'}`, () => again(person, paths, one))));
  }
  await large.close();
  expect('every address was looked at', unseen.size === 0, [...unseen].join(', '));
}
