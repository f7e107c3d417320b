// Two moments of the month as somebody goes through them who reads Arabic: a partner's report from the list to its receipt, and the review of one.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, looked, open, signIn, step, visitor } from '../harness.mjs';
import { api } from '../month.mjs';

const locale = new URL('../../../locales/ar/', import.meta.url);
const texts = new Map(readdirSync(locale).flatMap((file) => [...readFileSync(new URL(file, locale), 'utf8').matchAll(/^([\w-]+) = (.+)$/gm)].map(([, key, text]) => [key, text])));
/** What a text without arguments says. */
const say = (key) => texts.get(key) ?? `no text ${key}`;
const button = (page, key) => page.locator('button', { hasText: say(key) }).first();

const WHO = 'focal.point@demo.example';
const REPORT = 'query($id: ID!) { report(id: $id) { version rows(first: 100) { edges { node { remarks cells { newPeople repeatPeople } } } } } }';

export async function walk() {
  await step('a partner fills in a report in Arabic, with the digits of its keyboard, and has a receipt', async () => {
    const { context, page } = await visitor('ar');
    await signIn(page, WHO);
    expect('everything reads from the right', await page.evaluate(() => document.documentElement.dir === 'rtl' && document.documentElement.lang === 'ar'));
    await open(page, 'reports?status=DRAFT');
    const link = await page.locator('tbody a').last().getAttribute('href');
    const id = link.split('/').at(-1);
    await open(page, link.replace('/app/', ''));
    await page.waitForFunction(() => { const rows = [...document.querySelectorAll('.entry-row')]; return rows.length && rows.every((row) => row.querySelector('input[type=text]')); });
    const { version } = (await api(WHO, REPORT, { id })).report;
    await page.locator('.entry-row .group-cells input:not([readonly])').first().fill('١٬٢٣٤');
    await page.waitForFunction((kept) => document.querySelector('.stick [role=status]')?.textContent === kept, say('report-kept'));
    await looked(page, 'report-in-arabic');
    await button(page, 'report-save').press('Enter');
    await page.waitForURL('**/app/unsent');
    await page.waitForFunction(() => document.querySelector('.sync')?.dataset.state === 'online' && !document.querySelector('.sync a'), null, { timeout: 30_000 });
    const { report } = await api(WHO, REPORT, { id });
    const people = report.rows.edges.flatMap(({ node }) => node.cells.flatMap((cell) => [cell.newPeople, cell.repeatPeople]));
    expect('it is on the server as it was meant', report.version > version && people.includes(1234), JSON.stringify(people));
    await looked(page, 'receipts-in-arabic');
    await context.close();
  });

  await step('a report is reviewed in Arabic: a comment in the words of the reviewer, which the partner reads', async () => {
    const { context, page } = await visitor('ar');
    await signIn(page, 'imo@demo.example');
    await open(page, 'review');
    await page.waitForSelector('.queue a');
    await page.locator('.queue a').last().press('Enter');
    await page.waitForSelector('.review-row');
    await page.locator('.review-row').first().focus();
    await page.keyboard.press('c');
    const words = 'هل جُمع شهران معًا؟';
    await page.locator('textarea[id^=comment-]').first().fill(words);
    await button(page, 'talk-say').press('Enter');
    await page.waitForFunction((said) => document.querySelector('.talk')?.textContent.includes(said), words);
    await looked(page, 'review-in-arabic');
    await context.close();
  });
}
