import { readFileSync } from 'node:fs';
import { expect, step, visitor, open, signIn, accessible } from '../harness.mjs';

/** Which screens are looked at, by whom. */
export const screens = { office: ['tables', 'tables?table=COMPLETENESS_BY_AREA', 'tables?table=PRESENCE', 'published'] };

export async function walk() {
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
}
