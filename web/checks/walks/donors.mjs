// The public pages, which the server draws: read without any script, by anyone, on paper, too.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { LANGUAGES, accessible, browser, expect, pictures, step, url, visitor } from '../harness.mjs';

const MOST_BYTES = 40_000;
const MOST_PAGES = 2;
/** What the paper says of itself on its first page. */
const AS_OF = { en: /Data as of/, fr: /Données au/, es: /Datos al/, pt: /Dados/, ar: /2026/ };
const SOURCE = { en: /Source:/, fr: /Source\s?:/, es: /Fuente:/, pt: /Fonte:/, ar: /المصدر/ };

const textOf = (pdf) => {
  const file = join(mkdtempSync(join(tmpdir(), 'darasa-')), 'page.pdf');
  writeFileSync(file, pdf);
  try {
    return execFileSync('pdftotext', ['-l', '1', '-layout', file, '-'], { encoding: 'utf8' });
  } catch {
    return null;
  }
};

export async function walk() {
  const list = await fetch(`${url}/`).then((answer) => answer.text());
  const path = /href="(\/a\/EDU-[\w-]+)/.exec(list)?.[1];
  if (!path) {
    console.log('skipped: there is no list of appeals at this address, as a preview of the client alone has none');
    return;
  }
  await step('a donor reads an appeal without any script, at any width, and on paper', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: false });
    const page = await context.newPage();
    for (const language of LANGUAGES) {
      const answer = await page.goto(`${url}${path}?lang=${language}`);
      expect(`the appeal is there: ${language}`, answer.ok() && (await page.locator('h1').innerText()).length > 20, String(answer.status()));
      expect(`it is in its language: ${language}`, (await page.locator('html').getAttribute('lang')) === language && (await page.locator('html').getAttribute('dir')) === (language === 'ar' ? 'rtl' : 'ltr'));
      const html = await answer.text();
      expect(`no script: ${language}`, !/<script|\son\w+=/i.test(html));
      const styles = await Promise.all([...html.matchAll(/<link[^>]+rel="stylesheet"[^>]*>/g)].map(([link]) => fetch(new URL(/href="([^"]+)"/.exec(link)[1], url)).then((one) => one.text())));
      const bytes = [html, ...styles].reduce((sum, one) => sum + brotliCompressSync(one).length, 0);
      expect(`its bytes: ${language}`, bytes <= MOST_BYTES, `${bytes} of ${MOST_BYTES}`);
      if (language === 'en') console.log(`donor page: ${bytes} of ${MOST_BYTES} bytes, no script`);
      await page.setViewportSize({ width: 320, height: 780 });
      const wide = await page.locator('html').evaluate((one) => one.scrollWidth - one.clientWidth);
      expect(`no overflow at 320: ${language}`, wide === 0, `${wide} px`);
      if (pictures) await page.screenshot({ path: `${pictures}/donor-${language}-320.png`, fullPage: true });
      await page.setViewportSize({ width: 1280, height: 900 });
      const pdf = await page.pdf({ format: 'A4', tagged: true, preferCSSPageSize: true });
      const raw = pdf.toString('latin1');
      expect(`the paper is tagged: ${language}`, raw.includes('/StructTreeRoot') && /\/Marked true/.test(raw));
      const pages = (raw.match(/\/Type\s*\/Page\b/g) ?? []).length;
      expect(`pages of paper: ${language}`, pages > 0 && pages <= MOST_PAGES, `${pages} of ${MOST_PAGES}`);
      const first = textOf(pdf);
      if (first !== null) expect(`the day and the source stand on the first page: ${language}`, AS_OF[language].test(first) && SOURCE[language].test(first.normalize('NFKC')), first.slice(0, 400));
    }
    if (textOf(await page.pdf()) === null) console.log('skipped: the words on paper, as pdftotext is not here');
    await page.goto(`${url}/`);
    expect('all appeals are listed', (await page.locator('main a').count()) > 0);
    await context.close();
  });
  for (const language of LANGUAGES) {
    await step(`the public pages are accessible in ${language}`, async () => {
      const { context, page } = await visitor(language);
      for (const one of ['/', path]) {
        await page.goto(`${url}${one}?lang=${language}`);
        await accessible(page, `donor page ${one} ${language}`);
      }
      await context.close();
    });
  }
}
