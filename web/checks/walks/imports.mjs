import { expect, step, visitor, open, signIn, accessible, looked } from '../harness.mjs';
import { said } from '../month.mjs';

/** Which screens are looked at, by whom. */
export const screens = { everyone: ['import'] };

const SLOW = { offline: false, latency: 20, downloadThroughput: 1_000_000, uploadThroughput: 6_000 };
const status = (page, text) => page.waitForFunction((wanted) => [...document.querySelectorAll('.bringing [role=status]')].some((one) => one.textContent === wanted), text);

export async function walk() {
  await step('how far a file is can be seen, and it can be stopped', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'focal.point@demo.example');
    await open(page, 'import');
    await page.click('input[value=own]');
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', SLOW);
    const lines = ['District,What,Girls,Boys', ...Array(12_000).fill('Elda,Learning materials,120,130')];
    const sheet = { name: 'large.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };
    let inspected = 0;
    page.on('request', (one) => (inspected += said(one).query.includes('inspectSheet') ? 1 : 0));
    await page.setInputFiles('#sheet-file', sheet);
    await status(page, 'Sending the file');
    await page.waitForFunction(() => { const bar = document.querySelector('.bringing progress'); return bar && bar.value > 0 && bar.value < bar.max; });
    const told = (await page.innerText('.bringing')).replace(/[\u2068\u2069\u00a0]/g, ' ');
    expect('how much of how much, and for how long', /\d+\s+kB\s+of\s+\d+\s+kB/.test(told) && /\d+\s+seconds?/.test(told), told);
    await looked(page, 'import-sending');
    await page.locator('.bringing button', { hasText: 'Cancel' }).press('Enter');
    await page.waitForFunction(() => document.body.innerText.includes('Cancelled. Nothing was changed.'));
    expect('nothing of it is sent on', inspected === 0 && !(await page.locator('.bringing progress').count()));
    expect('the focus is on the file again', await page.evaluate(() => document.activeElement?.id === 'sheet-file'));
    await devtools.send('Network.emulateNetworkConditions', { ...SLOW, uploadThroughput: -1, downloadThroughput: -1 });
    let held;
    await page.route('**/graphql', (route) => (said(route.request()).query.includes('inspectSheet') && !held ? (held = route) : route.continue()));
    await page.setInputFiles('#sheet-file', { ...sheet, name: 'again.csv' });
    await status(page, 'The server checks the sheet');
    await page.waitForFunction(() => /[1-9]\D*second/.test(document.querySelector('.bringing')?.innerText ?? ''));
    expect('nobody pretends to know how far the server is', !(await page.locator('.bringing progress').getAttribute('value')));
    await looked(page, 'import-checking');
    await page.locator('.bringing button', { hasText: 'Cancel' }).press('Enter');
    await page.waitForFunction(() => !document.querySelector('.bringing progress'));
    expect('no failure is told', !(await page.locator('.errors').count()));
    await context.close();
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
    await page.fill('.save-as', 'Sheet of the walk');
    await page.locator('.stick button', { hasText: 'Take the rows' }).press('Enter');
    await page.waitForFunction(() => document.querySelector('#verdicts')?.textContent === 'The rows are in the report');
    const profile = page.locator('section[aria-labelledby=profiles] tr', { hasText: 'Sheet of the walk' });
    await profile.waitFor();
    await profile.locator('button', { hasText: 'Rename' }).press('Enter');
    await page.fill('#profile-name', '');
    await page.keyboard.press('Enter');
    await page.waitForSelector('section[aria-labelledby=profiles] .errors');
    await accessible(page, 'a remembered mapping without a name');
    await page.fill('#profile-name', 'Monthly list');
    await page.keyboard.press('Enter');
    const renamed = page.locator('section[aria-labelledby=profiles] tr', { hasText: 'Monthly list' });
    await renamed.locator('summary').press('Enter');
    expect('its columns are told', (await renamed.innerText()).includes('District'));
    await renamed.locator('button', { hasText: 'Forget' }).press('Enter');
    await page.locator('dialog[open] button[type=submit]').press('Enter');
    await renamed.waitFor({ state: 'detached' });
    const batch = page.locator('tr', { hasText: 'ours.csv' }).first();
    await batch.waitFor();
    await batch.locator('button').press('Enter');
    await page.locator('dialog[open] button[type=submit]').press('Enter');
    await page.locator('tr', { hasText: 'ours.csv' }).first().locator('.tag').waitFor();
    await context.close();
  });
}
