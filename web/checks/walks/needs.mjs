import { expect, step, visitor, open, signIn, accessible, agree, looked } from '../harness.mjs';

/** Which screens are looked at, by whom. */
export const screens = { everyone: ['needs', 'needs/import', 'assessments', 'assessments/new'] };

export async function walk() {
  await step('needs come in from a table, are validated and published', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'coordinator@demo.example');
    await open(page, 'needs/import');
    await page.locator('button[type=submit]').press('Enter');
    expect('what is missing is told at once', (await page.locator('.errors li').count()) === 3, String(await page.locator('.errors li').count()));
    const table = (inNeed) => ({ name: 'needs.csv', mimeType: 'text/csv', buffer: Buffer.from(`Admin 1 PCode,Admin 2 PCode,Cluster,Category,Population,In Need,Targeted\nXE06,,EDU,total,150000,${inNeed},40000\nXE06,,EDU,Female,75000,45001,20000\nXE06,,EDU,Male,75000,45000,20000\n`) });
    await page.fill('#needs-source', 'Rapid assessment in Orash');
    await page.fill('#needs-from', '2026-11-01');
    await page.fill('#needs-to', '2027-11-01');
    await page.setInputFiles('#needs-file', table('many'));
    await page.locator('button[type=submit]').press('Enter');
    await page.waitForSelector('#outcome');
    expect('a wrong cell is named, and nothing is taken', (await page.innerText('#outcome')).startsWith('Nothing was taken') && (await page.locator('.chip[data-state=refused]').count()) > 0);
    await accessible(page, 'a refused needs table');
    await page.setInputFiles('#needs-file', table('90000'));
    await page.locator('button[type=submit]').press('Enter');
    await page.locator('a', { hasText: 'Open round' }).click();
    await page.locator('button', { hasText: 'Validate' }).press('Enter');
    await page.locator('button', { hasText: /^Publish$/ }).press('Enter');
    await page.locator('dialog[open] button[type=submit]').press('Enter');
    await page.waitForSelector('.chip[data-state=accepted]:text("Published")');
    const figure = page.locator('tbody tr', { hasText: 'XE06' }).locator('.open-figure').nth(2);
    expect('the figure is as it was entered', (await figure.innerText()) === '90,000', await figure.innerText());
    await figure.click();
    await page.waitForSelector('dialog[open] table');
    await accessible(page, 'the needs of an area');
    expect('its source is told', (await page.innerText('dialog[open]')).includes('Rapid assessment in Orash'));
    await page.keyboard.press('Escape');
    expect('the focus is back at the need', await figure.evaluate((one) => one === document.activeElement));
    await context.close();
  });

  await step('an assessment that would ask the same people again is warned of', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'imo@demo.example');
    await open(page, 'assessments/new');
    await page.waitForSelector('#assessment-areas input');
    await page.locator('button[type=submit]').press('Enter');
    await page.waitForSelector('.errors');
    await page.locator('.errors a').last().press('Enter');
    expect('the summary leads to the choices', await page.evaluate(() => document.activeElement?.id === 'assessment-areas'));
    await accessible(page, 'an assessment that lacks something');
    await page.fill('#assessment-name', 'Latrines of the delta');
    await page.fill('#assessment-from', '2026-12-18');
    await page.fill('#assessment-to', '2026-12-20');
    await page.selectOption('#assessment-lead', { index: 1 });
    await page.locator('#assessment-areas').getByLabel('Sulwa').check();
    await page.locator('button[type=submit]').press('Enter');
    await page.waitForSelector('#overlaps');
    await page.waitForFunction(() => document.body.innerText.includes('Latrines of the delta'));
    const told = (await page.locator('section', { has: page.locator('#overlaps') }).locator('li').allInnerTexts()).filter((text) => text.includes('Latrines of the delta'));
    expect('the pair is told once', told.length === 1 && told[0].includes('Flooded schools of the delta'), JSON.stringify(told));
    await context.close();
  });

  await step('an assessment is finished, and how good it is can be said', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'imo@demo.example');
    await open(page, 'assessments/new');
    await page.waitForSelector('#assessment-areas input');
    await page.fill('#assessment-name', 'Wells of the coast');
    await page.fill('#assessment-from', '2026-01-12');
    await page.fill('#assessment-to', '2026-01-14');
    await page.selectOption('#assessment-lead', { index: 1 });
    await page.locator('#assessment-areas').getByLabel('Sulwa').check();
    await page.locator('button[type=submit]').press('Enter');
    const row = page.locator('tbody tr', { hasText: 'Wells of the coast' });
    await row.locator('button', { hasText: 'Finish' }).press('Enter');
    await page.waitForSelector('dialog[open] select');
    await accessible(page, 'how good an assessment is');
    await page.selectOption('#finish-trustworthiness', '4');
    await page.locator('dialog[open] button[type=submit]').press('Enter');
    await row.locator('.chip', { hasText: 'Finished' }).waitFor();
    expect('what is finished is not finished again', (await row.locator('button', { hasText: 'Finish' }).count()) === 0);
    await context.close();
  });

  await step('how an assessment is made is told, and what came of it is entered, opened and taken out', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'imo@demo.example');
    await open(page, 'assessments');
    await page.locator('tbody tr', { hasText: 'Latrines of the delta' }).locator('a', { hasText: 'Edit' }).click();
    await page.waitForSelector('#assessment-areas input');
    await page.waitForFunction(() => document.querySelector('#assessment-name')?.value);
    for (const summary of await page.locator('main form summary').all()) await summary.press('Enter');
    await page.locator('fieldset', { hasText: 'Taking part' }).locator('input').nth(2).check();
    await page.getByLabel('Key informants').check();
    await page.selectOption('#assessment-sampling', 'RANDOM');
    await page.fill('#assessment-topics', 'Water\nLatrines for girls');
    await page.fill('#assessment-sampleSize', 'some');
    await page.locator('main form button[type=submit]').press('Enter');
    await page.waitForSelector('.errors a[href="#assessment-sampleSize"]');
    await looked(page, 'assessment-how');
    await page.fill('#assessment-sampleSize', '240');
    await page.locator('main form button[type=submit]').press('Enter');
    await page.waitForSelector('#documents');
    const told = await page.innerText('main');
    expect('all of it is told', ['Key informants', 'By chance', 'Latrines for girls, Water', '240', 'Taking part'].every((one) => told.includes(one)), told.slice(0, 900));
    const form = page.locator('section[aria-labelledby=documents] form');
    await form.locator('button[type=submit]').press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.errors li').length === 2);
    await looked(page, 'assessment-documents');
    await page.fill('#document-title', 'Report of the latrines');
    await page.fill('#document-url', 'https://example.org/latrines.pdf');
    await form.locator('button[type=submit]').press('Enter');
    const first = page.locator('section[aria-labelledby=documents] li', { hasText: 'Report of the latrines' });
    await first.waitFor();
    expect('an address leads there', (await first.locator('a').getAttribute('href')) === 'https://example.org/latrines.pdf');
    await page.selectOption('#document-kind', 'QUESTIONNAIRE');
    await page.fill('#document-title', 'What was asked');
    await page.setInputFiles('#document-fileId', { name: 'asked.csv', mimeType: 'text/csv', buffer: Buffer.from('question\nHow far is the latrine?\n') });
    await form.locator('button[type=submit]').press('Enter');
    const second = page.locator('section[aria-labelledby=documents] li', { hasText: 'What was asked' });
    const given = page.waitForEvent('download');
    await second.locator('button', { hasText: 'Open the file' }).press('Enter');
    expect('a file comes back', (await given).suggestedFilename().startsWith('What was asked'));
    await first.locator('button', { hasText: 'Take out' }).press('Enter');
    await agree(page);
    await first.waitFor({ state: 'detached' });
    await context.close();
  });
}
