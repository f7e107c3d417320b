import { expect, step, visitor, open, signIn, accessible } from '../harness.mjs';

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
    await page.getByLabel('Sulwa').check();
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
    await page.getByLabel('Sulwa').check();
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
}
