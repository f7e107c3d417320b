import { readFileSync } from 'node:fs';
import { expect, step, visitor, open, signIn, accessible, looked } from '../harness.mjs';

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

  await step('every figure as a file: how much has come, a way to stop, and all of it', async () => {
    const { context, page } = await visitor('en', { acceptDownloads: true });
    await signIn(page, 'coordinator@demo.example');
    await open(page, 'tables');
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    const line = (downloadThroughput) => devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 20, uploadThroughput: -1, downloadThroughput });
    await line(8_000);
    await page.locator('#all-cells button', { hasText: 'JSON' }).first().press('Enter');
    await page.waitForFunction(() => /kB/.test(document.querySelector('.bringing')?.innerText ?? ''));
    expect('it is told what goes on', (await page.innerText('.bringing [role=status]')) === 'Receiving the file');
    await looked(page, 'tables-receiving');
    await page.locator('.bringing button', { hasText: 'Cancel' }).press('Enter');
    await page.waitForFunction(() => document.body.innerText.includes('Cancelled. Nothing was changed.') && !document.querySelector('.bringing progress'));
    expect('the focus is at the files again', await page.evaluate(() => document.activeElement?.id === 'all-cells'));
    await line(-1);
    const [rows] = await Promise.all([page.waitForEvent('download'), page.locator('#all-rows button', { hasText: 'CSV' }).press('Enter')]);
    const [head, tags, ...records] = readFileSync(await rows.path(), 'utf8').trim().split('\n');
    expect('its rows are there, below headings and tags', head.startsWith('record_id,plan_code') && tags.startsWith('#meta+id') && records.length > 20, `${records.length} ${head.slice(0, 60)}`);
    await context.close();
  });
}
