import { expect, step, visitor, settled, signIn } from '../harness.mjs';

export async function walk() {
  await step('the texts of a room are there before its screen: late, refused, in another language, and without a network', async () => {
    const bare = () => new MutationObserver(() => { if (document.body?.textContent.includes('⟦')) globalThis.sawBare = true; }).observe(document, { childList: true, subtree: true, characterData: true });
    const whole = async (page, what) => expect(`no text is missing even for a moment: ${what}`, !(await page.evaluate(() => globalThis.sawBare)));
    const room = (page, path) => page.locator(`nav.rail a[href="/app/${path}"]`).click();
    // Without the service worker every file comes over the network when it is asked for.
    const { context, page } = await visitor('en', { serviceWorkers: 'block' });
    await context.addInitScript(bare);
    await signIn(page, 'coordinator@demo.example');
    let late;
    await page.route('**/texts-*-plans-*', async (route) => {
      await (late ??= new Promise((resolve) => setTimeout(resolve, 1500)));
      await route.continue();
    });
    await room(page, 'plan');
    await page.selectOption('header select', 'fr');
    await page.waitForFunction(() => document.documentElement.lang === 'fr');
    await settled(page);
    await page.waitForSelector('main table, main .empty');
    await whole(page, 'late texts and another language');
    await page.route('**/texts-fr-*help-*', (route) => route.abort());
    await room(page, 'help');
    await page.waitForFunction(() => document.querySelector('h1')?.textContent && !document.querySelector('.skeleton'));
    expect('a room whose texts cannot be had says so', (await page.locator('main h2').count()) === 0 && (await page.innerText('h1')).length > 10, await page.innerText('main'));
    await page.unroute('**/texts-fr-*help-*');
    await room(page, 'plan');
    await settled(page);
    await room(page, 'help');
    await page.waitForSelector('main h2');
    await whole(page, 'refused texts');
    await context.close();
    const away = await visitor('en');
    await away.context.addInitScript(bare);
    await signIn(away.page, 'coordinator@demo.example');
    await away.page.waitForFunction(() => navigator.serviceWorker.controller, null, { timeout: 15_000 });
    await away.context.setOffline(true);
    for (const path of ['help', 'needs', 'tables', 'settings', 'assessments']) {
      await room(away.page, path);
      await settled(away.page);
    }
    await away.page.selectOption('header select', 'ar');
    await away.page.waitForFunction(() => document.documentElement.dir === 'rtl');
    await room(away.page, 'situation');
    await settled(away.page);
    await away.page.reload();
    await settled(away.page);
    expect('it is the room in Arabic', (await away.page.getAttribute('html', 'dir')) === 'rtl' && !(await away.page.locator('main').innerText()).includes('⟦'));
    await whole(away.page, 'without a network');
    await away.context.close();
  });
}
