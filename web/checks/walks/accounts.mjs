import { accessible, agree, expect, open, signIn, step, visitor } from '../harness.mjs';

/** Which screens are looked at, by whom. */
export const screens = { everyone: ['settings'] };

export async function walk() {
  await step('a token made for one organisation, shown once, and taken back', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'focal.point@demo.example');
    await open(page, 'settings');
    await page.getByRole('button', { name: 'Make a token' }).press('Enter');
    await page.waitForSelector('.errors');
    const name = `Walk ${Date.now().toString(36)}`;
    await page.fill('#token-name', name);
    await page.waitForFunction(() => document.querySelectorAll('#token-organisation option').length === 2);
    await page.locator('#token-organisation').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Make a token' }).press('Enter');
    await page.waitForSelector('.secret');
    await accessible(page, 'a token shown once');
    const row = page.locator('tr', { hasText: name });
    await row.waitFor();
    expect('it may only read', (await row.innerText()).includes('read'));
    await row.locator('button').press('Enter');
    await agree(page);
    await row.locator('.tag').waitFor();
    await open(page, 'settings');
    expect('the secret is shown once', (await page.locator('.secret').count()) === 0);
    await context.close();
  });
  await step('a new password asked for, mails followed, and the language changed', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'viewer@demo.example');
    await open(page, 'settings');
    await page.locator('#new-password-mail').press('Enter');
    await page.getByText('A mail with a link is on its way to you.').first().waitFor();
    await page.locator('#follow').press('Enter');
    await page.getByText('A mail asks you to confirm.').first().waitFor();
    await page.selectOption('#my-language', 'fr');
    await page.waitForFunction(() => document.documentElement.lang === 'fr' && document.querySelector('h1')?.textContent === 'Réglages');
    await context.close();
  });
  await step('links of mails that are not good any more', async () => {
    const { context, page } = await visitor('en');
    for (const path of ['invitation/nothing', 'reset/nothing']) {
      await open(page, path);
      await page.fill('#new-password', 'short');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.errors');
      await page.fill('#new-password', 'long enough for anyone');
      await page.keyboard.press('Enter');
      await page.getByText('This link is not good any more').first().waitFor();
      await accessible(page, path);
    }
    await open(page, 'forgotten');
    await page.fill('#forgotten-email', 'nobody@example.org');
    await page.keyboard.press('Enter');
    await page.getByText('If the address has an account').waitFor();
    await context.close();
  });
}
