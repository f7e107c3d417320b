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
}
