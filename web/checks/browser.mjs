// The client in a real browser, against a real server with the demo: `node checks/browser.mjs URL [FOLDER FOR PICTURES]`.
// Each promise is one step; the last line counts. Whoever runs it has a Chromium, which DARASA_BROWSER may name.
import { chromium } from 'playwright-core';
import { readFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';

const [url = 'http://127.0.0.1:8080', pictures] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await chromium.launch({ executablePath: process.env.DARASA_BROWSER ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const PASSWORD = 'Taluna learns 2026';
const SCREENS = ['', 'reports', 'situation', 'plan', 'unsent', 'search?q=am', 'needs', 'needs/import', 'assessments', 'assessments/new', 'settings', 'help'];
// What only those who coordinate see, and what everyone who brings figures does.
const OFFICE = ['review', 'tables', 'tables?table=COMPLETENESS_BY_AREA', 'tables?table=PRESENCE', 'published'];
if (pictures) mkdirSync(pictures, { recursive: true });
let [good, bad] = [0, 0];

function expect(what, holds, more = '') {
  if (holds) good += 1;
  else {
    bad += 1;
    console.error(`FAILED: ${what} ${more}`);
  }
}
async function step(what, work) {
  try {
    await work();
    console.log(`done: ${what}`);
  } catch (error) {
    expect(what, false, String(error.stack ?? error).slice(0, 600));
  }
}
async function visitor(language, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true, ...options });
  await context.addInitScript((chosen) => localStorage.setItem('darasa.language', localStorage.getItem('darasa.language') ?? chosen), language);
  const page = await context.newPage();
  page.on('pageerror', (error) => expect('no script fails', false, error.message));
  return { context, page };
}
const settled = (page) => page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('[aria-busy]'), null, { timeout: 15_000 });
async function open(page, path) {
  await page.goto(`${url}/app/${path}`);
  await settled(page);
}
async function signIn(page, email) {
  await open(page, '');
  await page.fill('#email', email);
  await page.fill('#password', PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForSelector('nav.rail');
  await settled(page);
}
async function seen(page, language, screens) {
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
async function accessible(page, name) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  expect(`axe: ${name}`, found.violations.length === 0, JSON.stringify(found.violations.map(({ id, nodes }) => [id, nodes.slice(0, 2).map((node) => node.html.slice(0, 160))])));
  const missing = await page.evaluate(() => document.body.innerText.match(/⟦[^⟧]*⟧/g));
  expect(`no text is missing: ${name}`, !missing, String(missing));
  const failed = await page.evaluate(() => document.querySelector('.empty[role=alert]')?.textContent);
  expect(`nothing failed: ${name}`, !failed, String(failed));
}

for (const language of ['en', 'ar']) {
  await step(`every screen in ${language}`, async () => {
    const { context, page } = await visitor(language);
    await open(page, '');
    await accessible(page, `sign-in ${language}`);
    if (pictures) await page.screenshot({ path: `${pictures}/sign-in-${language}.png` });
    await signIn(page, language === 'en' ? 'coordinator@demo.example' : 'focal.point@demo.example');
    expect(`direction of ${language}`, (await page.getAttribute('html', 'dir')) === (language === 'ar' ? 'rtl' : 'ltr'));
    await seen(page, language, [...SCREENS, 'import']);
    await open(page, 'situation');
    const figure = page.locator('tbody .open-figure').nth(2);
    await figure.click();
    await page.waitForSelector('dialog[open] table, dialog[open] .empty');
    await accessible(page, `a figure ${language}`);
    if (pictures) await page.screenshot({ path: `${pictures}/figure-${language}-1280.png` });
    await page.keyboard.press('Escape');
    expect('the focus is back at the figure', await figure.evaluate((one) => one === document.activeElement));
    await context.close();
    const office = await visitor(language);
    await signIn(office.page, 'coordinator@demo.example');
    await seen(office.page, language, OFFICE);
    await office.context.close();
  });
}

await step('a report by keyboard, without a network, sent once although its answer is lost', async () => {
  const { context, page } = await visitor('en');
  await signIn(page, 'youth.centre@demo.example');
  await page.waitForFunction(() => navigator.serviceWorker.controller, null, { timeout: 15_000 });
  await page.locator('.do a', { hasText: /Begin|Open/ }).last().click();
  await page.waitForSelector('.entry-row');
  expect('the focus is on the heading', await page.evaluate(() => document.activeElement?.tagName === 'H1'));
  await accessible(page, 'report entry');
  if (pictures) {
    await page.screenshot({ path: `${pictures}/report-en-1280.png`, fullPage: true });
    await page.setViewportSize({ width: 360, height: 780 });
    await page.screenshot({ path: `${pictures}/report-en-360.png`, fullPage: true });
    await page.setViewportSize({ width: 1280, height: 900 });
  }
  const fields = page.locator('.entry-row input[type=text]');
  await fields.first().fill('many');
  await page.locator('button', { hasText: 'Send report' }).press('Enter');
  await page.waitForSelector('.errors');
  expect('the error summary has the focus', await page.evaluate(() => document.activeElement?.classList.contains('errors')));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect('its link leads to the cell', await fields.first().evaluate((one) => one === document.activeElement));
  for (const field of await fields.all()) await field.fill('12');
  await page.waitForFunction(() => document.body.innerText.includes('Kept on this device.'));
  await context.setOffline(true);
  await page.locator('button', { hasText: 'Send report' }).press('Enter');
  await page.waitForSelector('.sync a');
  await page.reload();
  await page.waitForFunction(() => document.querySelector('.sync')?.dataset.state === 'offline' && document.querySelector('.sync a'));
  expect('it still waits after a reload without a network', (await page.innerText('.sync')).replace(/[\u2068\u2069]/g, '').includes('1 report waits'));
  if (pictures) await page.screenshot({ path: `${pictures}/offline-en.png` });
  const sent = [];
  await page.route('**/graphql', async (route) => {
    const { query, variables } = route.request().postDataJSON();
    if (!query.includes('saveReport')) return route.continue();
    sent.push(variables.input);
    const answer = await route.fetch();
    return sent.length === 1 ? route.abort() : route.fulfill({ response: answer });
  });
  await context.setOffline(false);
  await page.waitForFunction(() => document.querySelector('.sync')?.dataset.state === 'online' && !document.querySelector('.sync a'), null, { timeout: 30_000 });
  expect('it was sent twice under one id', sent.length === 2 && sent[0].clientMutationId === sent[1].clientMutationId, String(sent.length));
  await page.waitForFunction(() => document.querySelectorAll('#receipts').length && document.body.innerText.includes('Submitted'));
  await page.locator('table a').first().click();
  await page.waitForFunction(() => document.body.innerText.includes('Submitted'));
  await open(page, 'reports?status=SUBMITTED');
  const rows = await page.locator('tbody tr', { hasText: 'November 2026' }).count();
  expect('it is there once', rows === 1, String(rows));
  if (pictures) await page.screenshot({ path: `${pictures}/unsent-en.png` });
  await context.close();
});

await step('the texts of a room are there before its screen: late, refused, in another language, and without a network', async () => {
  const bare = () => new MutationObserver(() => { if (document.body?.textContent.includes('⟦')) globalThis.sawBare = true; }).observe(document, { childList: true, subtree: true, characterData: true });
  const whole = async (page, what) => expect(`no text is missing even for a moment: ${what}`, !(await page.evaluate(() => globalThis.sawBare)));
  const room = (page, path) => page.locator(`nav.rail a[href="/app/${path}"]`).click();
  // Without the service worker every file comes over the network when it is asked for.
  const { context, page } = await visitor('en', { serviceWorkers: 'block' });
  await context.addInitScript(bare);
  await signIn(page, 'coordinator@demo.example');
  const waits = (await page.locator('.do a[href="/app/review"]').first().innerText()).replace(/\D/g, '');
  await page.locator('.do a[href="/app/review"]').first().click();
  await page.waitForSelector('.review-row');
  expect('home leads to as many as it counts', (await page.innerText('h1')).replace(/\D/g, '') === waits, `${waits}, ${await page.innerText('h1')}`);
  let late;
  await page.route('**/texts-*-plans-*', async (route) => {
    await (late ??= new Promise((resolve) => setTimeout(resolve, 1500)));
    await route.continue();
  });
  await room(page, 'plan');
  await page.selectOption('header select', 'fr');
  await page.waitForFunction(() => document.documentElement.lang === 'fr');
  await settled(page);
  await page.waitForSelector('main table, main .empty');
  await whole(page, 'late texts and another language');
  await page.route('**/texts-fr-*help-*', (route) => route.abort());
  await room(page, 'help');
  await page.waitForFunction(() => document.querySelector('h1')?.textContent && !document.querySelector('.skeleton'));
  expect('a room whose texts cannot be had says so', (await page.locator('main h2').count()) === 0 && (await page.innerText('h1')).length > 10, await page.innerText('main'));
  await page.unroute('**/texts-fr-*help-*');
  await room(page, 'plan');
  await settled(page);
  await room(page, 'help');
  await page.waitForSelector('main h2');
  await whole(page, 'refused texts');
  await context.close();
  const away = await visitor('en');
  await away.context.addInitScript(bare);
  await signIn(away.page, 'coordinator@demo.example');
  await away.page.waitForFunction(() => navigator.serviceWorker.controller, null, { timeout: 15_000 });
  await away.context.setOffline(true);
  for (const path of ['help', 'needs', 'tables', 'settings', 'assessments']) {
    await room(away.page, path);
    await settled(away.page);
  }
  await away.page.selectOption('header select', 'ar');
  await away.page.waitForFunction(() => document.documentElement.dir === 'rtl');
  await room(away.page, 'situation');
  await settled(away.page);
  await away.page.reload();
  await settled(away.page);
  expect('it is the room in Arabic', (await away.page.getAttribute('html', 'dir')) === 'rtl' && !(await away.page.locator('main').innerText()).includes('⟦'));
  await whole(away.page, 'without a network');
  await away.context.close();
});

await step('a sheet of one\'s own: columns guessed, a word answered once, taken and undone', async () => {
  const { context, page } = await visitor('en');
  await signIn(page, 'focal.point@demo.example');
  await open(page, 'import');
  await page.click('input[value=own]');
  const rows = ['District,What,Girls,Boys', 'Elda,Learning materials,120,130', 'Fenwick,Books,12,x'];
  await page.setInputFiles('#sheet-file', { name: 'ours.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
  await page.waitForSelector('#sheet-columns');
  await accessible(page, 'columns of a sheet');
  await page.selectOption('#import-period', { label: 'November 2026' });
  await page.locator('.stick button', { hasText: 'Check all cells' }).press('Enter');
  await page.waitForSelector('#verdicts');
  const verdicts = await page.locator('.figures').first().innerText();
  expect('every cell has a verdict', /Refused\s+1\b/.test(verdicts) && /Needs your choice\s+1\b/.test(verdicts), verdicts);
  await accessible(page, 'verdicts of a sheet');
  await page.locator('select[aria-label*="Books"]').selectOption('-');
  await page.locator('button', { hasText: 'Check again' }).press('Enter');
  await page.waitForFunction(() => !document.querySelector('select[aria-label*="Books"]'));
  await page.locator('.stick button', { hasText: 'Take the rows' }).press('Enter');
  await page.waitForFunction(() => document.querySelector('#verdicts')?.textContent === 'The rows are in the report');
  const batch = page.locator('tr', { hasText: 'ours.csv' }).first();
  await batch.waitFor();
  page.once('dialog', (dialog) => dialog.accept());
  await batch.locator('button').press('Enter');
  await page.locator('tr', { hasText: 'ours.csv' }).first().locator('.tag').waitFor();
  await context.close();
});

await step('a report reviewed by keyboard: a figure corrected, a comment, one row returned with its note', async () => {
  const { context, page } = await visitor('en');
  await signIn(page, 'imo@demo.example');
  await open(page, 'review');
  await page.waitForSelector('.review-row');
  const row = page.locator('.review-row').first();
  const reviewed = await page.innerText('#reviewed');
  await row.focus();
  await page.keyboard.press('c');
  await page.locator('button', { hasText: 'Correct figures' }).press('Enter');
  await page.locator('button', { hasText: 'Keep the corrections' }).press('Enter');
  await page.waitForSelector('.errors');
  await accessible(page, 'a correction without a reason');
  await page.locator('.clean-input').first().fill('7');
  await page.getByLabel('Why', { exact: true }).fill('Agreed on the phone');
  await page.locator('button', { hasText: 'Keep the corrections' }).press('Enter');
  await page.waitForFunction(() => document.querySelector('.review-row .chip[data-state=fixed]'));
  await page.locator('textarea[id^=comment-]').first().fill('Did two months get added together?');
  await page.locator('button', { hasText: 'Send the comment' }).first().press('Enter');
  await page.waitForSelector('.talk');
  await row.focus();
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await page.locator('.stick button', { hasText: 'Return these rows' }).press('Enter');
  await page.waitForSelector('.errors');
  await page.locator('textarea[id^=note-]').first().fill('Zero cannot be right');
  await page.locator('.stick button', { hasText: 'Return these rows' }).press('Enter');
  await page.waitForFunction((was) => !document.querySelector('[aria-busy]') && document.querySelector('#reviewed')?.textContent !== was, reviewed);
  await open(page, 'reports?status=RETURNED');
  await page.locator('tbody a', { hasText: reviewed.split(',')[0] }).first().click();
  await page.waitForFunction(() => document.body.innerText.includes('Did two months get added together?'));
  await context.close();
});

await step('a table as a file, a figure explained, a month published', async () => {
  const { context, page } = await visitor('en', { acceptDownloads: true });
  await signIn(page, 'coordinator@demo.example');
  await open(page, 'tables');
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('#downloads button', { hasText: 'CSV' }).click()]);
  expect('the file has the columns of the table', readFileSync(await file.path(), 'utf8').includes('severity_weighted_gap'));
  await page.waitForSelector('.map-figure path');
  expect('the map shows each area of the table', (await page.locator('.map-figure path').count()) === (await page.locator('tbody tr').count()));
  await page.locator('tbody .open-figure').nth(2).click();
  await page.waitForSelector('dialog[open] .formula');
  await accessible(page, 'a figure of a table');
  await open(page, 'published');
  await page.locator('#publish-period ~ *, button', { hasText: 'Publish' }).first().click();
  await page.locator('dialog[open] .btn-primary').press('Enter');
  await page.waitForFunction(() => document.querySelector('[id^=publication-]'));
  await accessible(page, 'a published month');
  await context.close();
});

await step('needs come in from a table, are validated and published', async () => {
  const { context, page } = await visitor('en');
  await signIn(page, 'coordinator@demo.example');
  await open(page, 'needs/import');
  await page.locator('button[type=submit]').press('Enter');
  expect('what is missing is told at once', (await page.locator('.errors li').count()) === 3, String(await page.locator('.errors li').count()));
  const table = (inNeed) => ({ name: 'needs.csv', mimeType: 'text/csv', buffer: Buffer.from(`Admin 1 PCode,Admin 2 PCode,Cluster,Category,Population,In Need,Targeted\nXE06,,EDU,total,150000,${inNeed},40000\nXE06,,EDU,Female,75000,45001,20000\nXE06,,EDU,Male,75000,45000,20000\n`) });
  await page.fill('#needs-source', 'Rapid assessment in Orash');
  await page.fill('#needs-from', '2026-11-01');
  await page.fill('#needs-to', '2027-11-01');
  await page.setInputFiles('#needs-file', table('many'));
  await page.locator('button[type=submit]').press('Enter');
  await page.waitForSelector('#outcome');
  expect('a wrong cell is named, and nothing is taken', (await page.innerText('#outcome')).startsWith('Nothing was taken') && (await page.locator('.chip[data-state=refused]').count()) > 0);
  await accessible(page, 'a refused needs table');
  await page.setInputFiles('#needs-file', table('90000'));
  await page.locator('button[type=submit]').press('Enter');
  await page.locator('a', { hasText: 'Open round' }).click();
  await page.locator('button', { hasText: 'Validate' }).press('Enter');
  page.once('dialog', (dialog) => dialog.accept());
  await page.locator('button', { hasText: /^Publish$/ }).press('Enter');
  await page.waitForSelector('.chip[data-state=accepted]:text("Published")');
  const figure = page.locator('tbody tr', { hasText: 'XE06' }).locator('.open-figure').nth(2);
  expect('the figure is as it was entered', (await figure.innerText()) === '90,000', await figure.innerText());
  await figure.click();
  await page.waitForSelector('dialog[open] table');
  await accessible(page, 'the needs of an area');
  expect('its source is told', (await page.innerText('dialog[open]')).includes('Rapid assessment in Orash'));
  await page.keyboard.press('Escape');
  expect('the focus is back at the need', await figure.evaluate((one) => one === document.activeElement));
  await context.close();
});

await step('an assessment that would ask the same people again is warned of', async () => {
  const { context, page } = await visitor('en');
  await signIn(page, 'imo@demo.example');
  await open(page, 'assessments/new');
  await page.waitForSelector('#assessment-areas input');
  await page.locator('button[type=submit]').press('Enter');
  await page.waitForSelector('.errors');
  await page.locator('.errors a').last().press('Enter');
  expect('the summary leads to the choices', await page.evaluate(() => document.activeElement?.id === 'assessment-areas'));
  await accessible(page, 'an assessment that lacks something');
  await page.fill('#assessment-name', 'Latrines of the delta');
  await page.fill('#assessment-from', '2026-12-18');
  await page.fill('#assessment-to', '2026-12-20');
  await page.selectOption('#assessment-lead', { index: 1 });
  await page.getByLabel('Sulwa').check();
  await page.locator('button[type=submit]').press('Enter');
  await page.waitForSelector('#overlaps');
  await page.waitForFunction(() => document.body.innerText.includes('Latrines of the delta'));
  const told = (await page.locator('section', { has: page.locator('#overlaps') }).locator('li').allInnerTexts()).filter((text) => text.includes('Latrines of the delta'));
  expect('the pair is told once', told.length === 1 && told[0].includes('Flooded schools of the delta'), JSON.stringify(told));
  await context.close();
});

await browser.close();
console.log(`browser: ${good} of ${good + bad} promises held`);
process.exit(bad ? 1 : 0);
