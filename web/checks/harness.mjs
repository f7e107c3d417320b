// What every walk of the client in a real browser uses: a visitor, a promise, and the look at a screen.
import { chromium } from 'playwright-core';
import { readFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' }, pictures: { type: 'string' } } });
/** Where the server is. */
export const url = positionals[0] ?? 'http://127.0.0.1:8080';
/** The folder that pictures of every screen go to, if somebody wants to look. */
export const pictures = values.pictures;
/** The rooms that are walked; without it all. */
export const only = values.only?.split(',');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const browser = await chromium.launch({ executablePath: process.env.DARASA_BROWSER ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const PASSWORD = 'Taluna learns 2026';
if (pictures) mkdirSync(pictures, { recursive: true });
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
export async function visitor(language, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true, ...options });
  await context.addInitScript((chosen) => localStorage.setItem('darasa.language', localStorage.getItem('darasa.language') ?? chosen), language);
  const page = await context.newPage();
  page.on('pageerror', (error) => expect('no script fails', false, error.message));
  return { context, page };
}
export const settled = (page) => page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('[aria-busy]'), null, { timeout: 15_000 });
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
export async function seen(page, language, screens) {
  for (const screen of screens) {
    const name = screen.replace(/\?\w+=/, '-') || 'home';
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await open(page, screen);
      await accessible(page, `${name} ${language} ${colorScheme}`);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    if (pictures) await page.screenshot({ path: `${pictures}/${name}-${language}-1280.png`, fullPage: true });
    await page.setViewportSize({ width: 360, height: 780 });
    if (pictures) await page.screenshot({ path: `${pictures}/${name}-${language}-360.png`, fullPage: true });
    await page.setViewportSize({ width: 320, height: 780 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(`no overflow at 320: ${name} ${language}`, over === 0, `${over} px`);
    await page.setViewportSize({ width: 1280, height: 900 });
  }
}
export async function accessible(page, name) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  expect(`axe: ${name}`, found.violations.length === 0, JSON.stringify(found.violations.map(({ id, nodes }) => [id, nodes.slice(0, 2).map((node) => node.html.slice(0, 160))])));
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
