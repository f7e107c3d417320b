import { pictures, expect, step, visitor, open, signIn, accessible } from '../harness.mjs';

/** Which screens are looked at, by whom. */
export const screens = { everyone: ['', 'reports', 'unsent', 'search?q=am', 'settings', 'help'] };

export async function walk() {
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
}
