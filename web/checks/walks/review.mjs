import { step, visitor, open, signIn, accessible } from '../harness.mjs';

/** Which screens are looked at, by whom. */
export const screens = { office: ['review'] };

export async function walk() {
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

  await step('several reports are found by flags and partner, chosen and accepted at once', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'imo@demo.example');
    await open(page, 'review');
    await page.waitForSelector('.queue a');
    const waiting = await page.locator('.queue a').count();
    await page.locator('button', { hasText: 'Accept several reports' }).press('Enter');
    await page.waitForSelector('dialog[open] #many-all');
    await page.getByLabel('only those without flags').uncheck();
    const names = await page.locator('dialog[open] li bdi').allInnerTexts();
    expect('all that wait are there', names.length === waiting, `${names.length} of ${waiting}`);
    await page.fill('#many-who', names.at(-1));
    await page.locator('dialog[open] button[type=submit]').press('Enter');
    await page.waitForSelector('dialog[open] .errors');
    await accessible(page, 'several reports, none chosen');
    await page.check('#many-all');
    const chosen = await page.locator('dialog[open] li').count();
    expect('only what is found is chosen', chosen < waiting, `${chosen} of ${waiting}`);
    await page.locator('dialog[open] button[type=submit]').press('Enter');
    await page.waitForSelector('dialog[open]', { state: 'detached' });
    await page.waitForFunction((left) => document.querySelectorAll('.queue a').length === left, waiting - chosen);
    await context.close();
  });
}
