import { expect, step, visitor, open, signIn, accessible } from '../harness.mjs';

/** Which screens are looked at, by whom. */
export const screens = { everyone: ['import'] };

export async function walk() {
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
