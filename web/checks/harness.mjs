// What every walk of the client in a real browser uses: a visitor, a promise, and the look at a screen.
import { chromium } from 'playwright-core';
import { readFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' }, part: { type: 'string' }, pictures: { type: 'string' } } });
/** Where the server is. */
export const url = positionals[0] ?? 'http://127.0.0.1:8080';
/** The folder that pictures of every screen go to, if somebody wants to look. */
export const pictures = values.pictures;
/** The rooms that are walked; without it all. */
export const only = values.only?.split(',');
/** Whether only `screens` are looked at, or only `walks` are walked. */
export const part = values.part;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const start = (...more) => chromium.launch({ executablePath: process.env.DARASA_BROWSER ?? '/usr/bin/chromium', args: ['--no-sandbox', ...more] });
export const browser = await start();
/** One of somebody who set letters twice as large. */
export const startLarge = () => start('--blink-settings=defaultFontSize=32');
export const PASSWORD = 'Taluna learns 2026';
if (pictures) mkdirSync(pictures, { recursive: true });
export const LANGUAGES = ['en', 'fr', 'es', 'pt', 'ar'];
/** How many promises held, and how many did not. */
export const count = { good: 0, bad: 0 };

export function expect(what, holds, more = '') {
  if (holds) count.good += 1;
  else {
    count.bad += 1;
    console.error(`FAILED: ${what} ${more}`);
  }
}
export async function step(what, work) {
  try {
    await work();
    console.log(`done: ${what}`);
  } catch (error) {
    expect(what, false, String(error.stack ?? error).slice(0, 600));
  }
}
export async function visitor(language, { by = browser, ...options } = {}) {
  const context = await by.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true, ...options });
  await context.addInitScript((chosen) => localStorage.setItem('darasa.language', localStorage.getItem('darasa.language') ?? chosen), language);
  const page = await context.newPage();
  watch(page);
  page.on('pageerror', (error) => expect('no script fails', false, error.message));
  return { context, page };
}
/** What pages ask of the graph and have no answer to yet. */
const asked = new WeakMap();
function watch(page) {
  const open = new Set();
  asked.set(page, open);
  page.on('request', (request) => new URL(request.url()).pathname === '/graphql' && open.add(request));
  for (const end of ['requestfinished', 'requestfailed']) page.on(end, (request) => open.delete(request));
}
const shown = (page) => page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('[aria-busy]'), null, { timeout: 15_000 });
/** Waits until a screen stands: what it shows may be read again behind it, and a key that is pressed meanwhile would find a button that goes. */
export async function settled(page) {
  await shown(page);
  const until = Date.now() + 15_000;
  while (asked.get(page)?.size && Date.now() < until) await page.evaluate(() => new Promise(requestAnimationFrame));
  // An answer is drawn after it came.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await shown(page);
}
export async function open(page, path) {
  await page.goto(`${url}/app/${path}`);
  await settled(page);
}
export async function signIn(page, email) {
  await open(page, '');
  await page.fill('#email', email);
  await page.fill('#password', PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForSelector('nav.rail');
  await settled(page);
}
/** Says yes to the question that is asked. */
export async function agree(page) {
  await page.locator('dialog[open]:has(#sure-title) button[type=submit]').press('Enter');
  await page.waitForSelector('dialog:has(#sure-title)', { state: 'detached' });
}
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules of those that look at colours; whatever else there is stays as it is in the dark. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
async function violations(page, rules) {
  const found = await page.evaluate((runOnly) => globalThis.axe.run(document, { runOnly, resultTypes: ['violations'] }), rules);
  return found.violations.map(({ id, nodes }) => [id, nodes.slice(0, 2).map((node) => node.html.slice(0, 160))]);
}
/** Looks at a screen by every rule, and in the dark by those of colours. */
export async function accessible(page, name) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const light = await violations(page, RULES);
  expect(`axe: ${name}`, light.length === 0, JSON.stringify(light));
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page, { type: 'rule', values: COLOURS });
  expect(`axe in the dark: ${name}`, dark.length === 0, JSON.stringify(dark));
  await page.emulateMedia({ colorScheme: 'light' });
  const missing = await page.evaluate(() => document.body.innerText.match(/⟦[^⟧]*⟧/g));
  expect(`no text is missing: ${name}`, !missing, String(missing));
  const failed = await page.evaluate(() => document.querySelector('.empty[role=alert]')?.textContent);
  expect(`nothing failed: ${name}`, !failed, String(failed));
}
/** Looks at a screen as it stands, in the middle of a walk. */
export async function looked(page, name) {
  await accessible(page, name);
  if (pictures) await page.screenshot({ path: `${pictures}/${name}-1280.png`, fullPage: true });
  await page.setViewportSize({ width: 360, height: 780 });
  if (pictures) await page.screenshot({ path: `${pictures}/${name}-360.png`, fullPage: true });
  await page.setViewportSize({ width: 320, height: 780 });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(`no overflow at 320: ${name}`, over === 0, `${over} px`);
  await page.setViewportSize({ width: 1280, height: 900 });
}
