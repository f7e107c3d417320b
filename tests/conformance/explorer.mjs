// The API explorer in a real browser, as a partner's programmer uses it: node explorer.mjs http://127.0.0.1:8080
// On a phone and on a desk, by keyboard, with every request that leaves for another host and every breach of the page's policy counted.
import { chromium } from 'playwright-core';
import { Suite, argument } from './checks.mjs';
import { publisher } from './records.mjs';

const base = argument(0, 'URL');
const suite = new Suite('explorer');
const pictures = process.env.DARASA_PICTURES;
const press = await publisher(`${base}/graphql`);
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

const browser = await chromium.launch({ executablePath: process.env.DARASA_BROWSER, args: FLAGS });

/** Everything on the page that can be worked with and has no name that a screen reader could tell. */
function nameless(page) {
  return page.evaluate(() => {
    const named = (element) =>
      element.getAttribute('aria-label') || element.getAttribute('aria-labelledby') || element.labels?.length || element.title || element.textContent.trim();
    const all = document.querySelectorAll('button, a[href], input, textarea, select, [role=button], [role=tab]');
    return [...all].filter((element) => element.checkVisibility() && !named(element)).map((element) => element.outerHTML.slice(0, 160));
  });
}

async function open(width, height) {
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  const foreign = [];
  const complaints = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(base) && !request.url().startsWith('data:')) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { context, page, foreign, complaints };
}

async function visit(width, height) {
  const size = `${width} px`;
  const { context, page, foreign, complaints } = await open(width, height);
  const answer = await page.goto(`${base}/explorer`);
  const policy = answer.headers()['content-security-policy'];
  suite.check(answer.status() === 200 && policy.includes("script-src 'self'") && !policy.includes('unsafe'), `${size}: a strict policy`, policy);
  suite.check(Boolean(answer.headers().etag), `${size}: the page has a tag`);
  // The schema is read by introspection; its documentation is there when it was.
  const editor = page.getByRole('region', { name: /operation editor/i }).or(page.locator('section[aria-label*="Editor" i]')).first();
  await editor.waitFor();
  await page.getByRole('button', { name: /show documentation explorer/i }).click();
  await page.getByRole('link', { name: /Query/ }).or(page.locator('.graphiql-doc-explorer a', { hasText: 'Query' })).first().waitFor();
  if (pictures) await page.screenshot({ path: `${pictures}/explorer-${width}-docs.png` });
  await page.getByRole('button', { name: /hide documentation explorer/i }).click();

  // Signing in, by keyboard alone: a wrong token is told, the right password is taken.
  await page.getByText('Sign in', { exact: true }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('API token or access token').fill('darasa_nobody');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  await page.getByLabel('E-mail').fill('imo@demo.example');
  await page.getByLabel('Password').fill('Taluna learns 2026');
  if (pictures) await page.screenshot({ path: `${pictures}/explorer-${width}-sign-in.png` });
  await page.keyboard.press('Enter');
  await page.getByText('Signed in as imo@demo.example').waitFor();

  // The query that stands there is run by keyboard, too.
  await page.locator('.graphiql-query-editor .CodeMirror').first().click();
  await page.keyboard.press('Control+Enter');
  const result = page.locator('.graphiql-response .CodeMirror, .result-window');
  await result.filter({ hasText: 'imo@demo.example' }).first().waitFor();
  if (pictures) await page.screenshot({ path: `${pictures}/explorer-${width}.png`, fullPage: true });
  const shown = await result.first().innerText();
  suite.check(shown.includes('"email": "imo@demo.example"') && shown.includes('"IMO"'), `${size}: a query was answered`, shown.slice(0, 300));

  // Tab leads out of the editor, and does not indent.
  await page.locator('.graphiql-query-editor .CodeMirror').first().click();
  await page.keyboard.press('Tab');
  const left = await page.evaluate(() => !document.activeElement.closest('.graphiql-query-editor .CodeMirror'));
  suite.check(left, `${size}: Tab leads out of the editor`);

  // A subscription is told over the websocket, by the same token and under the same policy of the page.
  const write = (text) => page.evaluate((to) => document.querySelector('.graphiql-query-editor .CodeMirror').CodeMirror.setValue(to), text);
  await write(`subscription Followed { editionPublished(appealCode: "${press.code}") { number } }`);
  // GraphiQL reads what was written a moment later; then the tab has its name.
  await page.getByRole('tab', { name: 'Followed' }).waitFor();
  const listening = page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framesent', ({ payload }) => payload.includes('"subscribe"')));
  await page.locator('.graphiql-query-editor .CodeMirror').first().click();
  await page.keyboard.press('Control+Enter');
  await listening;
  // That it is in force is not shown, so editions are published until one is.
  let seen = false;
  for (let tries = 0; tries < 5 && !seen; tries += 1) {
    const { number } = await press.publish();
    seen = await result.filter({ hasText: `"number": ${number}` }).first().waitFor({ timeout: 3000 }).then(() => true, () => false);
  }
  suite.check(seen, `${size}: a subscription is told`);
  await page.keyboard.press('Control+Enter');

  // A field that is typed is proposed from the schema.
  await page.locator('.graphiql-query-editor .CodeMirror').first().click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('{ plan');
  await page.keyboard.press('Control+Space');
  await page.locator('.CodeMirror-hints', { hasText: 'planFigures' }).first().waitFor();
  await page.keyboard.press('Escape');

  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  suite.check(wide <= 0, `${size}: nothing is wider than the window`, `${wide} px`);
  const boxes = await page.evaluate(() => {
    const of = (selector) => document.querySelector(selector)?.getBoundingClientRect();
    return [of('.graphiql-query-editor'), of('.graphiql-response')].map((box) => box && { width: box.width, height: box.height, right: box.right });
  });
  const usable = boxes.every((box) => box && box.width >= 240 && box.height >= 120 && box.right <= width + 1);
  suite.check(usable, `${size}: editor and answer have room`, JSON.stringify(boxes));
  const without = await nameless(page);
  suite.check(without.length === 0, `${size}: everything has a name for screen readers`, JSON.stringify(without));
  suite.check(foreign.length === 0, `${size}: no other host is asked`, foreign.join(' '));
  // The wrong token is answered 401, which the browser notes.
  const expected = complaints.filter((text) => text.includes('status of 401'));
  suite.check(expected.length === 1 && complaints.length === 1, `${size}: the browser complains of nothing else`, complaints.join(' | '));
  await context.close();
}

try {
  for (const [width, height] of [[360, 740], [1280, 800]]) await suite.work(`${width} px`, () => visit(width, height));
  await suite.work('files are kept', async () => {
    for (const path of ['/explorer', '/assets/explorer/explorer.js', '/assets/explorer/explorer.css', '/assets/explorer/licences.txt']) {
      const first = await fetch(base + path);
      const again = await fetch(base + path, { headers: { 'if-none-match': first.headers.get('etag') } });
      suite.check(first.status === 200 && again.status === 304, `${path} is sent once and then only asked about`, `${first.status}, ${again.status}`);
      suite.check(first.headers.get('x-content-type-options') === 'nosniff', `${path} is taken for what it is`);
    }
  });
} finally {
  await browser.close();
}
suite.finish();
