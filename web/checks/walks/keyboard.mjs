// What somebody without a mouse meets everywhere: the skip link, the order of focus, dialogs that give the focus back, and as much stillness as wished.
import { expect, open, settled, signIn, step, visitor } from '../harness.mjs';

/** Where the focus is: what is focused, whether it can be seen, and how far down the page it stands. */
const focus = (page) => page.evaluate(() => {
  const one = document.activeElement;
  const { top, left, width, height } = one.getBoundingClientRect();
  const ring = getComputedStyle(one);
  return { id: one.id, tag: one.tagName, text: one.textContent.slice(0, 40), top: top + scrollY, left, seen: width > 0 && height > 0, ring: ring.outlineStyle !== 'none' || one.matches('.seg input') };
});
const SCREENS = ['', 'situation', 'tables', 'members', 'appeals/new'];

export async function walk() {
  await step('by keyboard alone: the skip link first, then what is on the page in the order of reading, each with a ring', async () => {
    for (const language of ['en', 'ar']) {
      const { context, page } = await visitor(language);
      await signIn(page, 'coordinator@demo.example');
      for (const path of SCREENS) {
        await open(page, path);
        const name = `${path || 'home'} ${language}`;
        await page.keyboard.press('Tab');
        expect(`the first stop offers to skip: ${name}`, await page.evaluate(() => document.activeElement.className === 'skip' && document.activeElement.getBoundingClientRect().top >= 0));
        await page.keyboard.press('Enter');
        await page.keyboard.press('Tab');
        expect(`it leads into the content: ${name}`, await page.evaluate(() => !!document.activeElement.closest('main')));
        const stops = [await focus(page)];
        for (let turn = 0; turn < 12; turn += 1) {
          await page.keyboard.press('Tab');
          if (!(await page.evaluate(() => !!document.activeElement.closest('main')))) break;
          stops.push(await focus(page));
        }
        const bare = stops.filter((one) => !one.seen || !one.ring);
        expect(`the focus is always seen: ${name}`, bare.length === 0, JSON.stringify(bare.slice(0, 3)));
        // Side by side one may stand a little higher; a stop far above the one before it is out of order.
        const back = stops.filter((one, at) => at > 0 && one.top < stops[at - 1].top - 400);
        expect(`the focus goes down the page: ${name}`, back.length === 0, JSON.stringify(back.slice(0, 3)));
      }
      await context.close();
    }
  });
  await step('a dialog holds the focus, and gives it back however it is closed', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'coordinator@demo.example');
    for (const [path, opener] of [['situation', 'tbody .open-figure'], ['', '.figures .open-figure'], ['tables', 'tbody .open-figure'], ['members', 'section[aria-labelledby=grants] td.wide button'], ['assessments', 'tbody td button']]) {
      await open(page, path);
      const button = page.locator(opener).first();
      await button.focus();
      for (const way of ['Escape', 'button']) {
        await page.keyboard.press('Enter');
        await page.waitForSelector('dialog[open]');
        for (let turn = 0; turn < 6; turn += 1) {
          await page.keyboard.press('Tab');
          expect(`the focus stays in the dialog: ${path || 'home'}`, await page.evaluate(() => document.activeElement === document.body || !!document.activeElement.closest('dialog')));
        }
        if (way === 'Escape') await page.keyboard.press('Escape');
        else await page.locator('dialog[open] button[type=button]').first().press('Enter');
        await page.waitForSelector('dialog', { state: 'detached' });
        expect(`the focus is back after ${way}: ${path || 'home'}`, await button.evaluate((one) => one === document.activeElement), JSON.stringify(await focus(page)));
      }
    }
    await context.close();
  });
  await step('a form that lacks something says so in a summary that takes the focus and leads to each field', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'coordinator@demo.example');
    for (const path of ['appeals/new', 'plans/new', 'standards/new', 'partner', 'assessments/new']) {
      await open(page, path);
      const form = page.locator('main form:has(button[type=submit])').first();
      await form.locator('button[type=submit]').first().press('Enter');
      await page.waitForSelector('.errors');
      expect(`the summary has the focus: ${path}`, await page.evaluate(() => document.activeElement?.classList.contains('errors')));
      const target = (await page.locator('.errors a').first().getAttribute('href')).slice(1);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(`its link leads to the field: ${path}`, await page.evaluate((id) => document.activeElement?.id === id, target), JSON.stringify([target, await focus(page)]));
    }
    await context.close();
  });
  await step('another room: the focus is at its heading, and the page is named after it', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'coordinator@demo.example');
    for (const path of ['situation', 'plan', 'needs', 'standards', 'appeals']) {
      await page.locator(`nav.rail a[href="/app/${path}"]`).press('Enter');
      await page.waitForURL(`**/app/${path}`);
      await settled(page);
      await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
      expect(`the page is named: ${path}`, (await page.title()).length > 'Darasa'.length + 3, await page.title());
    }
    await context.close();
  });
  await step('who wants stillness has it', async () => {
    const { context, page } = await visitor('en', { reducedMotion: 'reduce' });
    await signIn(page, 'coordinator@demo.example');
    for (const path of SCREENS) {
      await open(page, path);
      const moves = await page.evaluate(() => [...document.querySelectorAll('*')].filter((one) => {
        const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(one);
        return (animationName !== 'none' && parseFloat(animationDuration) > 0) || transitionDuration.split(', ').some((time) => parseFloat(time) > 0) || scrollBehavior === 'smooth';
      }).length);
      expect(`nothing moves: ${path || 'home'}`, moves === 0, String(moves));
    }
    await context.close();
  });
}
