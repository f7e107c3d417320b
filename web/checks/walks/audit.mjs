import { accessible, expect, open, signIn, step, visitor } from '../harness.mjs';

/** Which screens are looked at, by whom. */
export const screens = { office: ['history'], 'admin@demo.example': ['history'] };

export async function walk() {
  await step('the history filtered by kind, opened before and after, and read further back', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'coordinator@demo.example');
    await open(page, 'history');
    await page.waitForSelector('tbody tr');
    const all = await page.locator('tbody tr').count();
    await page.getByRole('button', { name: 'More' }).press('Enter');
    await page.waitForFunction((was) => document.querySelectorAll('tbody tr').length > was, all);
    await page.selectOption('#history-kind', 'Report');
    await page.selectOption('#history-action', 'accept');
    await page.waitForFunction(() => { const rows = [...document.querySelectorAll('tbody td.wide b')]; return rows.length && rows.every((one) => one.parentElement.textContent === 'Report: accepted'); });
    const kinds = await page.locator('tbody b').allInnerTexts();
    expect('everybody is named', (await page.locator('tbody td[data-label="Who"]').allInnerTexts()).every((name) => /^[A-Z]/.test(name) && !name.startsWith('Person')));
    expect('only reports are left', kinds.length > 0 && kinds.every((kind) => kind === 'Report'), String(kinds));
    const first = page.locator('tbody button').first();
    await first.press('Enter');
    await page.waitForSelector('table table tbody tr');
    expect('it says that it is open', (await first.getAttribute('aria-expanded')) === 'true');
    expect('the status changed', /SUBMITTED[\s\S]*ACCEPTED/.test(await page.innerText('table table')));
    await accessible(page, 'a change opened');
    await page.fill('#history-to', '2020-01-01');
    await page.getByText('No change fits the filters').waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).press('Enter');
    await page.waitForFunction((was) => document.querySelectorAll('tbody tr').length >= was, all);
    await context.close();
  });
  await step('from a record to its own history', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'admin@demo.example');
    await open(page, 'partners');
    await page.locator('tbody a').first().click();
    await page.getByText('History of names and changes').click();
    await page.waitForSelector('tbody tr b');
    const kinds = await page.locator('tbody b').allInnerTexts();
    expect('only this organisation', kinds.every((kind) => kind === 'Organisation'), String(kinds));
    await accessible(page, 'the history of a record');
    await context.close();
  });
}
