import { accessible, expect, open, pictures, signIn, step, visitor } from '../harness.mjs';

/** Which screens are looked at, by whom. */
export const screens = { everyone: ['situation', 'plan'] };

export async function walk() {
  for (const language of ['en', 'ar']) {
    await step(`a figure opens, and closes with the focus where it was, in ${language}`, async () => {
      const { context, page } = await visitor(language);
      await signIn(page, 'coordinator@demo.example');
      await open(page, 'situation');
      const figure = page.locator('tbody .open-figure').nth(2);
      await figure.click();
      await page.waitForSelector('dialog[open] table, dialog[open] .empty');
      await accessible(page, `a figure ${language}`);
      if (pictures) await page.screenshot({ path: `${pictures}/figure-${language}-1280.png` });
      await page.keyboard.press('Escape');
      expect('the focus is back at the figure', await figure.evaluate((one) => one === document.activeElement));
      await context.close();
    });
  }
}
