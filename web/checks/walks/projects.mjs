import { expect, step, visitor, open, signIn, accessible, looked } from '../harness.mjs';

/** Which screens are looked at, by whom. */
export const screens = { everyone: ['projects', 'projects/totals'], office: ['projects/criteria'], 'focal.point@demo.example': ['projects/new'] };

const bare = (text) => text.replace(/[\u2066-\u2069]/g, '');
/** Takes a step of the project, by keyboard, through the question that is asked first. */
async function take(page, button, note) {
  await page.locator('#project-steps button', { hasText: button }).press('Enter');
  await page.waitForSelector('dialog[open]');
  if (note !== undefined) {
    await page.locator('dialog[open] button[type=submit]').press('Enter');
    await page.waitForSelector('dialog[open] .errors');
    await accessible(page, `a step that lacks its reason: ${button}`);
    await page.fill('#step-note', note);
  }
  await page.locator('dialog[open] button[type=submit]').press('Enter');
  await page.waitForSelector('dialog', { state: 'detached' });
}
const stands = (page, state) => page.waitForFunction((wanted) => document.querySelector('main .chip')?.textContent === wanted, state);

export async function walk() {
  const code = `WALK-${Date.now() % 100_000}`;
  let address = '';
  await step('a partner writes a project sheet, mends it and submits it', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'focal.point@demo.example');
    await open(page, 'projects/new');
    await page.waitForSelector('#code');
    await page.locator('button[type=submit]').press('Enter');
    await page.waitForSelector('.errors');
    await accessible(page, 'a project sheet that lacks something');
    await page.locator('.errors a').first().press('Enter');
    expect('the summary leads to the title', await page.evaluate(() => document.activeElement?.id === 'content-name'));
    await page.fill('#content-name', 'Books for the schools of Sulwa');
    await page.fill('#code', code);
    await page.fill('#content-description', 'Learning materials for two districts.');
    await page.locator('#content-targets-0-activityId').selectOption({ index: 5 });
    await page.locator('#content-targets-0-areaId').selectOption({ index: 1 });
    await page.locator('#content-targets-0-areaId-2').selectOption({ index: 1 });
    await page.fill('#content-targets-0-people', 'many');
    await page.locator('#content-budget-0-activityId').selectOption({ index: 5 });
    await page.fill('#content-budget-0-amount', '12,500.50');
    await page.locator('#add-cost').press('Enter');
    expect('the focus is in the new line', await page.evaluate(() => document.activeElement?.id === 'content-budget-1-activityId'));
    await page.fill('#content-budget-1-amount', '7499.50');
    await page.locator('li', { has: page.locator('#content-budget-1-amount') }).getByRole('checkbox').check();
    expect('the budget adds up while it is written', bare(await page.innerText('section[aria-labelledby=costs] .in b')) === 'In all 20,000 USD, of which 7,499.50 is there', bare(await page.innerText('section[aria-labelledby=costs] .in b')));
    await page.waitForTimeout(800);
    await page.reload();
    await page.waitForSelector('.notice button');
    expect('what was typed is kept through a reload', (await page.inputValue('#content-name')) === 'Books for the schools of Sulwa');
    await page.locator('button[type=submit]').press('Enter');
    await page.waitForSelector('.errors');
    expect('a wrong line is named', (await page.innerText('.errors')).includes('how many people'));
    await page.fill('#content-targets-0-people', '2,000');
    await looked(page, 'project-sheet');
    await page.locator('button[type=submit]').press('Enter');
    await page.waitForSelector('#project-steps');
    address = new URL(page.url()).pathname.replace('/app/', '');
    expect('cost per child', (await page.locator('.tile', { hasText: 'Cost per child' }).innerText()).includes('10'));
    await take(page, 'Submit');
    await stands(page, 'Submitted');
    expect('the focus is on the heading', await page.evaluate(() => document.activeElement?.tagName === 'H1'));
    await looked(page, 'project');
    await context.close();
  });

  await step('a coordinator asks a peer, who scores and comments', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'coordinator@demo.example');
    await open(page, address);
    await take(page, 'Put under review');
    await stands(page, 'Under peer review');
    await page.locator('button', { hasText: 'Ask peers' }).press('Enter');
    await page.locator('#peers-choice label', { hasText: 'Belqor Youth' }).locator('input').check();
    await accessible(page, 'who is asked to review');
    await page.locator('button', { hasText: 'Ask them' }).press('Enter');
    await page.waitForFunction(() => document.querySelector('section[aria-labelledby=peers] li')?.textContent.includes('Belqor'));
    await context.close();
    const { context: other, page: peer } = await visitor('en');
    await signIn(peer, 'youth.centre@demo.example');
    await open(peer, address);
    await peer.locator('#my-review').waitFor();
    await peer.locator('button', { hasText: /^Submit the review/ }).press('Enter');
    await peer.waitForSelector('.errors');
    await accessible(peer, 'a review that lacks scores');
    for (const field of await peer.locator('input[id^=score-]').all()) await field.fill('4');
    await peer.locator('input[id^=why-]').first().fill('Few other books arrive there');
    await peer.selectOption('#recommendation', 'APPROVE');
    await peer.fill('#peer-comment', 'Say how the books are stored.');
    await peer.waitForTimeout(800);
    await peer.reload();
    await peer.waitForFunction(() => document.querySelector('#peer-comment')?.value === 'Say how the books are stored.');
    await peer.locator('button', { hasText: 'Keep as a draft' }).press('Enter');
    await peer.waitForFunction(() => document.body.innerText.includes('kept as a draft'));
    await peer.reload();
    await peer.waitForSelector('#peer-comment');
    expect('the draft of a review is there again', (await peer.inputValue('#peer-comment')) === 'Say how the books are stored.');
    await looked(peer, 'project-review');
    await peer.locator('button', { hasText: /^Submit the review/ }).press('Enter');
    await peer.locator('dialog[open] button[type=submit]').press('Enter');
    await peer.waitForSelector('#my-review', { state: 'detached' });
    await other.close();
  });

  await step('a coordinator returns, the partner mends, the coordinator approves, and the totals beside the plan change', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'coordinator@demo.example');
    await open(page, 'projects/totals');
    const count = async (one) => Number((await one.locator('.tile', { hasText: 'Projects' }).locator('.num').innerText()).replace(/\D/g, ''));
    const before = await count(page);
    await open(page, address);
    expect('the review counts', (await page.innerText('section[aria-labelledby=reviews]')).includes('80.0%'));
    await take(page, 'Return', 'Say how the books are stored.');
    await stands(page, 'Returned');
    const { context: theirs, page: partner } = await visitor('en');
    await signIn(partner, 'focal.point@demo.example');
    await open(partner, address);
    expect('the partner reads the note and the comment without a name', (await partner.innerText('main')).includes('A peer') && (await partner.innerText('.notice')).includes('stored'));
    await partner.locator('a', { hasText: 'Change the project sheet' }).press('Enter');
    await partner.waitForSelector('#content-description');
    await partner.fill('#content-description', 'Learning materials for two districts, stored in the schools.');
    await partner.locator('button[type=submit]').press('Enter');
    await partner.waitForSelector('#project-steps');
    await take(partner, 'Submit');
    await stands(partner, 'Submitted');
    await theirs.close();
    await page.reload();
    await take(page, 'Approve');
    await stands(page, 'Approved');
    await open(page, 'projects/totals');
    expect('one project more counts beside the plan', (await count(page)) === before + 1);
    await page.locator('.tile .open-figure').nth(1).press('Enter');
    await page.waitForSelector('dialog[open]');
    await accessible(page, 'how a total of projects is made');
    await page.keyboard.press('Escape');
    await open(page, 'projects?status=APPROVED');
    await page.locator('#project-activity').selectOption({ index: 5 });
    await page.waitForFunction((text) => document.querySelector('tbody')?.textContent.includes(text), code);
    const download = page.waitForEvent('download');
    await page.locator('button', { hasText: 'CSV' }).press('Enter');
    expect('a file of the projects comes', (await download).suggestedFilename().endsWith('.csv'));
    await context.close();
  });
}
