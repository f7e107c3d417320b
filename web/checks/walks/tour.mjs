import { accessible, expect, open, settled, signIn, step, visitor } from '../harness.mjs';

/** Which screens are looked at, by whom. */
export const screens = { everyone: ['tour'] };

export async function walk() {
  for (const [language, begin, next, leave] of [['en', 'Begin the tour', 'Next', 'Leave'], ['ar', 'ابدأ الجولة', 'التالي', 'غادر']]) {
    await step(`the tour by keyboard in ${language}: begun, left, taken up where it was`, async () => {
      const { context, page } = await visitor(language);
      await signIn(page, 'focal.point@demo.example');
      await page.locator('.tour').getByRole('button', { name: begin }).press('Enter');
      const button = (name) => page.locator('.tour').getByRole('button', { name, exact: true });
      await button(next).press('Enter');
      await page.waitForURL('**/app/reports');
      await settled(page);
      await accessible(page, `the tour in ${language}`);
      await button(leave).press('Enter');
      await page.waitForFunction(() => !document.querySelector('.tour'));
      await open(page, 'reports');
      expect('it does not come back by itself', (await page.locator('.tour').count()) === 0);
      await open(page, 'tour');
      await page.locator('main .btn-primary').press('Enter');
      await page.waitForURL('**/app/reports');
      await button(next).press('Enter');
      await page.waitForURL('**/app/import');
      await button(next).focus();
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => !document.querySelector('.tour'));
      await context.close();
    });
  }
}
