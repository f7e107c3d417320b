import { expect, step, visitor, open, signIn, accessible, agree, looked } from '../harness.mjs';

/** Which screens are looked at, by whom. */
export const screens = { everyone: ['periods'], office: ['periods/new'] };

const bare = (text) => text.replace(/[\u2066-\u2069]/g, '');
const stands = (page, state) => page.waitForFunction((wanted) => document.querySelector('#stands')?.textContent === wanted, state);

export async function walk() {
  await step('a coordinator sees who would get what, opens a period, closes it and opens it again', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'coordinator@demo.example');
    await open(page, 'periods');
    await page.locator('a', { hasText: 'December 2026' }).click();
    await page.waitForSelector('#opening');
    await page.waitForSelector('section[aria-labelledby=opening] .num');
    expect('the deadline is told where the operation is', bare(await page.innerText('dl.keyed')).includes('until the end of 10 January 2027 (Africa/Nairobi)'), bare(await page.innerText('dl.keyed')));
    const rows = page.locator('section[aria-labelledby=opening] tbody tr');
    const all = await rows.count();
    await page.getByLabel('only those that nobody can be told of').check();
    await page.waitForFunction((many) => document.querySelectorAll('section[aria-labelledby=opening] tbody tr').length < many, all);
    expect('those without anybody are told apart', (await page.locator('section[aria-labelledby=opening] tbody .chip').count()) === (await rows.count()));
    await looked(page, 'period-to-come');
    await page.locator('#period-steps button', { hasText: 'Open now' }).press('Enter');
    await page.waitForSelector('dialog[open]');
    await accessible(page, 'whether to open a period');
    await page.keyboard.press('Escape');
    expect('the focus is back where it was asked', await page.evaluate(() => document.activeElement?.textContent?.startsWith('Open now')));
    // The first month has opened by itself before anybody was told: opening it tells them, and disturbs nobody else's walk.
    await open(page, 'periods');
    await page.locator('a', { hasText: 'May 2026' }).click();
    await page.waitForSelector('section[aria-labelledby=opening] .num');
    const opening = page.locator('#period-steps button', { hasText: 'Open now' });
    if (await opening.count()) {
      await opening.press('Enter');
      await agree(page);
      await page.waitForFunction(() => document.querySelector('#opening')?.textContent === 'Who was told');
    }
    await page.locator('#period-steps button', { hasText: 'Close' }).press('Enter');
    await agree(page);
    await stands(page, 'Closed');
    expect('the focus is on the heading', await page.evaluate(() => document.activeElement?.tagName === 'H1'));
    expect('a late report is for those who decide', (await page.innerText('.notice')).includes('late'));
    await looked(page, 'period-closed');
    await page.locator('#period-steps button', { hasText: 'Open again' }).press('Enter');
    await agree(page);
    await stands(page, 'Open');
    await context.close();
  });

  await step('a coordinator sees who is late and reminds them, and a partner sees its own alone', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'coordinator@demo.example');
    await open(page, 'periods');
    await page.locator('a', { hasText: 'November 2026' }).click();
    await page.waitForSelector('#remind-all');
    await page.locator('button', { hasText: 'Preview reminders' }).press('Enter');
    await page.waitForSelector('.errors');
    await accessible(page, 'reminders to nobody');
    await page.check('#remind-all');
    await page.locator('button', { hasText: 'Preview reminders' }).press('Enter');
    await page.waitForSelector('dialog[open]');
    await page.waitForFunction(() => document.querySelector('dialog[open]')?.textContent?.includes('Focal point'));
    await looked(page, 'remind');
    await agree(page);
    await page.waitForFunction(() => /Reminded now: .*[123]|already: .*[123]/.test(document.querySelector('section[aria-labelledby=due] .notice')?.textContent ?? ''));
    await page.waitForSelector('section[aria-labelledby=reminded] tbody tr');
    await looked(page, 'period-open');
    await context.close();
    const { context: theirs, page: partner } = await visitor('en');
    await signIn(partner, 'youth.centre@demo.example');
    await open(partner, 'periods');
    expect('a partner makes no periods', (await partner.locator('a', { hasText: 'Make periods' }).count()) === 0);
    await partner.locator('a', { hasText: 'November 2026' }).click();
    await partner.waitForSelector('section[aria-labelledby=due] tbody tr');
    const whose = await partner.locator('section[aria-labelledby=due] tbody th').allInnerTexts();
    expect('a partner sees what it sends itself', whose.length === 1 && whose[0].includes('Belqor'), JSON.stringify(whose));
    expect('a partner steps no period', (await partner.locator('#period-steps').count()) === 0);
    await accessible(partner, 'a period of a partner');
    await theirs.close();
  });

  await step('periods are previewed before they are made, and how reporting is run is set', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'coordinator@demo.example');
    await open(page, 'periods/new');
    await page.waitForSelector('#count');
    await page.fill('#count', '3');
    expect('a series is shown before it is made', (await page.locator('section[aria-labelledby=will] tbody tr').count()) === 3);
    await page.fill('#count', 'some');
    await page.locator('button[type=submit]').press('Enter');
    await page.waitForSelector('.errors');
    await page.fill('#count', '2');
    await page.locator('button[type=submit]').press('Enter');
    await page.waitForFunction(() => document.querySelector('.errors')?.textContent?.includes('inside the plan'));
    await accessible(page, 'periods that cannot be');
    await page.locator('label', { hasText: 'Days of your own' }).click();
    await page.locator('button[type=submit]').press('Enter');
    await page.waitForSelector('.errors a[href="#dueOn-0"]');
    await accessible(page, 'days that are missing');
    await open(page, 'periods');
    const change = page.locator('section[aria-labelledby=run] button', { hasText: 'Change' });
    await change.press('Enter');
    await page.fill('#reminder-days', 'soon');
    await page.locator('section[aria-labelledby=run] button[type=submit]').press('Enter');
    await page.waitForSelector('.errors');
    await accessible(page, 'settings that are wrong');
    await page.fill('#reminder-days', '-3, 1, 7');
    await page.fill('#jump-people', '120');
    await page.locator('section[aria-labelledby=run] button[type=submit]').press('Enter');
    await page.waitForFunction(() => document.querySelector('section[aria-labelledby=run] dl')?.textContent?.includes('120'));
    await change.press('Enter');
    await page.fill('#jump-people', '100');
    await page.locator('section[aria-labelledby=run] button[type=submit]').press('Enter');
    await page.waitForFunction(() => /more than \W*100/.test(document.querySelector('section[aria-labelledby=run] dl')?.textContent ?? ''));
    await context.close();
  });
}
