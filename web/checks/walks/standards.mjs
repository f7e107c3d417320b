import { expect, step, visitor, open, settled, signIn, accessible, pictures } from '../harness.mjs';

/** Which screens are looked at, by whom. */
export const screens = { office: ['standards', 'standards/checklists', 'standards/new', 'standards/actions', 'standards/editions', 'standards/country'], 'ministry@demo.example': ['standards'], 'viewer@demo.example': ['standards'] };
const plain = (text) => text.replace(/[\u2068\u2069]/g, '');
const saved = (page) => page.waitForFunction(() => document.querySelector('#finish .chip')?.textContent === 'all saved', null, { timeout: 15_000 });

export async function walk() {
  await step('an officer fills in a checklist by keyboard on a phone, with evidence and an action, and finishes it', async () => {
    const { context, page } = await visitor('en', { viewport: { width: 360, height: 780 } });
    await signIn(page, 'imo@demo.example');
    await open(page, 'standards/new');
    await page.waitForFunction(() => document.querySelector('#checklist-frameworkId')?.value);
    await page.locator('button[type=submit]').press('Enter');
    await page.waitForSelector('.errors');
    expect('what is missing is told', (await page.locator('.errors a[href="#checklist-subjectId"]').count()) === 1, await page.innerText('.errors'));
    await accessible(page, 'a checklist that lacks something');
    await page.getByLabel('School or site').check();
    await page.waitForFunction(() => document.querySelector('main').innerText.includes('None is there'));
    await page.getByLabel('Cluster', { exact: true }).first().check();
    await page.selectOption('#checklist-subjectId', { label: 'Education Cluster Sulwa' });
    await page.selectOption('#checklist-frameworkId', { label: 'INEE-2024' });
    await page.locator('button[type=submit]').press('Enter');
    await page.waitForSelector('#finish');
    await settled(page);
    await accessible(page, 'an empty checklist');
    if (pictures) await page.screenshot({ path: `${pictures}/standards-fill-en-360.png`, fullPage: true });
    const first = page.locator('.rated').first();
    await first.locator('input[type=radio]').last().focus();
    await page.keyboard.press('ArrowRight');
    expect('the arrows choose', await first.locator('input[value=MET]').isChecked());
    await saved(page);
    expect('what has no evidence says so', (await first.innerText()).includes('no evidence'));
    await page.locator('#finish button', { hasText: 'Next open one' }).press('Enter');
    expect('the next open one has the focus', await page.locator('.rated').nth(1).evaluate((one) => one.contains(document.activeElement)));

    await first.locator('button', { hasText: 'Evidence' }).press('Enter');
    await page.waitForSelector('dialog[open]');
    await page.locator('dialog[open] button[type=submit]').press('Enter');
    await page.waitForSelector('dialog[open] .errors');
    await accessible(page, 'evidence that lacks something');
    await page.fill('#evidence-note', 'Minutes of the parents’ meeting of this month');
    await page.fill('#evidence-collectedBy', 'District education office');
    await page.setInputFiles('#evidence-fileId', { name: 'minutes.txt', mimeType: 'text/plain', buffer: Buffer.from('minutes') });
    await page.locator('dialog[open] button[type=submit]').press('Enter');
    await page.locator('dialog[open] li', { hasText: 'Minutes of the parents' }).waitFor();
    await page.locator('dialog[open] header button').press('Enter');
    await page.waitForFunction(() => document.querySelector('.rated')?.innerText.replace(/[\u2068\u2069]/g, '').includes('Evidence: 1'));

    const second = page.locator('.rated').nth(1);
    await second.locator('input[value=NOT_MET]').check({ force: true });
    await second.locator('button', { hasText: 'Actions' }).press('Enter');
    await page.waitForSelector('dialog[open]');
    await page.locator('dialog[open] button[type=submit]').press('Enter');
    await page.waitForSelector('dialog[open] .errors');
    expect('an action needs an owner and a day', (await page.locator('dialog[open] .errors li').count()) === 4);
    await accessible(page, 'an action that lacks something');
    await page.fill('#action-gap', 'Four classes share one set of books');
    await page.fill('#action-action', 'Bring three more sets from the district store');
    await page.fill('#action-dueOn', new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10));
    await page.waitForFunction(() => document.querySelectorAll('#action-organisationId option').length > 1);
    await page.selectOption('#action-organisationId', { index: 1 });
    await page.locator('dialog[open] button[type=submit]').press('Enter');
    await page.waitForFunction(() => !document.querySelector('dialog[open]'));

    await context.setOffline(true);
    const third = page.locator('.rated').nth(2);
    await third.locator('input[value=NOT_APPLICABLE]').check({ force: true });
    await third.locator('input[id^=reason]').fill('One partner only works here');
    await page.waitForFunction(() => document.querySelector('#finish .chip')?.textContent === 'kept on this device', null, { timeout: 15_000 });
    await context.setOffline(false);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await saved(page);
    await page.reload();
    await page.waitForSelector('#finish');
    await settled(page);
    expect('what was said without a network is on the server', await page.locator('.rated').nth(2).locator('input[value=NOT_APPLICABLE]').isChecked());
    await page.locator('#finish-go').press('Enter');
    expect('finishing asks first, and says what is open', plain(await page.innerText('#finish')).includes('16 not assessed'), await page.innerText('#finish'));
    await page.locator('#finish-go-yes').press('Enter');
    await page.waitForSelector('#standards');
    await settled(page);
    expect('it is finished', (await page.locator('.chip', { hasText: 'Finished' }).count()) === 1);
    expect('what is not met stands first', (await page.locator('#standards').locator('xpath=ancestor::section').locator('tbody tr').first().innerText()).includes('Bring three more sets'));
    await accessible(page, 'a finished checklist');
    await page.locator('.open-figure').first().press('Enter');
    await page.waitForSelector('dialog[open]');
    await accessible(page, 'a score, explained');
    await page.keyboard.press('Escape');
    await open(page, 'standards/actions');
    const action = page.locator('tr', { hasText: 'Bring three more sets' }).first();
    await action.locator('select').selectOption('IN_PROGRESS');
    await page.waitForFunction(() => document.querySelector('[role=status].hide')?.textContent.includes('saved'));
    await context.close();
  });

  await step('two who fill in the same checklist keep both, and decide where they differ', async () => {
    const [one, other] = [await visitor('en'), await visitor('en')];
    await signIn(one.page, 'coordinator@demo.example');
    await open(one.page, 'standards/new');
    await one.page.waitForFunction(() => document.querySelector('#checklist-frameworkId')?.value);
    await one.page.getByLabel('Operation').check();
    await one.page.locator('button[type=submit]').press('Enter');
    await one.page.waitForSelector('#finish');
    const path = new URL(one.page.url()).pathname.replace('/app/', '');
    await signIn(other.page, 'imo@demo.example');
    await open(other.page, path);
    await other.page.waitForSelector('#finish');
    const rate = async ({ page }, at, value) => {
      await page.locator('.rated').nth(at).locator(`input[value=${value}]`).check({ force: true });
    };
    await rate(one, 0, 'MET');
    await rate(one, 1, 'PARTIAL');
    await saved(one.page);
    await rate(other, 2, 'NOT_MET');
    await saved(other.page);
    await rate(other, 3, 'MET');
    await saved(other.page);
    await rate(one, 3, 'NOT_MET');
    await one.page.waitForSelector('[role=alert].notice');
    await accessible(one.page, 'two who differ');
    expect('both are told', plain(await one.page.innerText('[role=alert].notice')).includes('says “Met”, you say “Not met”'), await one.page.innerText('[role=alert].notice'));
    await one.page.locator('button', { hasText: 'Keep mine' }).press('Enter');
    await saved(one.page);
    await one.page.reload();
    await one.page.waitForSelector('#finish');
    const ratings = await one.page.locator('.rated input:checked').evaluateAll((inputs) => inputs.slice(0, 4).map((input) => input.value));
    expect('nothing of either is lost', ratings.join() === 'MET,PARTIAL,NOT_MET,NOT_MET', ratings.join());
    await one.context.close();
    await other.context.close();
  });

  await step('rounds stand side by side, and what a standard means here is said', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'coordinator@demo.example');
    await open(page, 'standards');
    expect('the heading is a finding', /^\d+ of 19 Minimum Standards are not met$/.test(plain(await page.innerText('h1'))), await page.innerText('h1'));
    await page.locator('a', { hasText: 'Compare with round' }).press('Enter');
    await page.waitForSelector('#compared');
    expect('every standard is compared', (await page.locator('#compared').locator('xpath=ancestor::section').locator('tbody tr').count()) === 19);
    await accessible(page, 'rounds compared');
    if (pictures) await page.screenshot({ path: `${pictures}/standards-compare-en-1280.png`, fullPage: true });
    await open(page, 'standards/country');
    await page.waitForFunction(() => document.querySelectorAll('#context-frameworkId option').length > 1);
    if (await page.locator('tbody a').count()) await page.locator('tbody a').first().press('Enter');
    else {
      await page.selectOption('#context-frameworkId', { index: 2 });
      await page.locator('button[type=submit]').press('Enter');
    }
    await page.waitForSelector('#meanings');
    await settled(page);
    const phase = (await page.locator('#context-step').inputValue()) === 'DEFINITION' ? 'FACILITATION' : 'DEFINITION';
    await page.locator('#context-step').selectOption(phase);
    await page.waitForFunction(() => document.querySelector('[role=status].hide')?.textContent === 'Saved.');
    await settled(page);
    await page.waitForTimeout(500);
    await page.locator('.rated button').first().press('Enter');
    await page.locator('.rated textarea').first().fill('Elders and children sit in each school committee');
    await page.locator('input[id^=threshold]').first().fill('Two children in each committee');
    await page.locator('.rated button[type=submit]').first().press('Enter');
    await page.waitForFunction(() => document.querySelector('.rated p')?.innerText.includes('Two children'));
    await accessible(page, 'standards made to fit');
    await context.close();
  });

  await step('who holds the texts reads them in; who may only read is offered nothing else', async () => {
    const admin = await visitor('en');
    await signIn(admin.page, 'admin@demo.example');
    await open(admin.page, 'standards/editions');
    await admin.page.locator('tbody a').first().press('Enter');
    await admin.page.waitForSelector('#texts-fileId');
    await admin.page.setInputFiles('#texts-fileId', { name: 'texts.csv', mimeType: 'text/csv', buffer: Buffer.from('Standard,Key action,Text\nINEE-9999-01,x,\n') });
    await admin.page.locator('button[type=submit]').press('Enter');
    await admin.page.waitForSelector('#texts-outcome');
    expect('a wrong file is refused with its cells', (await admin.page.innerText('#texts-outcome')).includes('Nothing was taken') && (await admin.page.locator('.chip[data-state=refused]').count()) > 0);
    await accessible(admin.page, 'a refused file of texts');
    await admin.context.close();
    const { context, page } = await visitor('ar');
    await signIn(page, 'ministry@demo.example');
    await open(page, 'standards');
    expect('the ministry begins none', (await page.locator('a[href="/app/standards/new"]').count()) === 0);
    expect('and reads the actions', (await page.locator('a[href="/app/standards/actions"]').count()) === 1);
    await context.close();
  });
}
