import { expect, step, visitor, open, signIn, accessible, pictures, settled } from '../harness.mjs';

/** Which screens are looked at, by whom. */
export const screens = { everyone: ['plans', 'plan'], office: ['plans/new'] };

const told = (page, text) => page.waitForFunction((wanted) => document.body.innerText.replace(/[\u2066-\u2069]/g, '').includes(wanted), text);
async function looked(page, name) {
  await accessible(page, name);
  if (!pictures) return;
  await page.screenshot({ path: `${pictures}/${name}-1280.png`, fullPage: true });
  await page.setViewportSize({ width: 360, height: 780 });
  await page.screenshot({ path: `${pictures}/${name}-360.png`, fullPage: true });
  await page.setViewportSize({ width: 1280, height: 900 });
}
const press = (page, text, within = 'main') => page.locator(`${within} button`, { hasText: text }).first().press('Enter');
async function saved(page) {
  await page.locator('dialog[open] button[type=submit]').press('Enter');
  await page.waitForSelector('dialog[open]', { state: 'detached' });
  await settled(page);
}
async function publish(page, label) {
  await page.locator('#publish').press('Enter');
  await page.waitForSelector('dialog[open]');
  await page.locator('dialog[open] button[type=submit]').press('Enter');
  await page.locator('#versions').waitFor();
  await page.waitForFunction((wanted) => document.querySelector('section[aria-labelledby=versions]')?.textContent.includes(wanted), label);
}

export async function walk() {
  const code = `WALK${Date.now() % 100_000}`;
  let id = '';
  await step('a coordinator builds a plan from nothing by keyboard', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'coordinator@demo.example');
    await open(page, 'plans/new');
    await page.waitForSelector('#plan-code');
    await page.locator('form button[type=submit]').press('Enter');
    await page.waitForSelector('.errors');
    await accessible(page, 'a plan that lacks something');
    await page.fill('#plan-code', code);
    await page.fill('#plan-name', 'Lessons of a walk');
    await page.selectOption('#plan-kind', 'OTHER');
    await page.fill('#plan-startsOn', '2020-01-01');
    await page.fill('#plan-endsOn', '2020-12-31');
    await page.locator('#plan-clusterIds input').first().check();
    await page.locator('form button[type=submit]').press('Enter');
    await page.waitForSelector('#add-objective');
    id = new URL(page.url()).pathname.split('/').at(-2);
    await looked(page, 'plan-empty');
    await page.locator('#add-objective').press('Enter');
    await page.fill('#objective-refCode', 'CO1');
    await page.fill('#objective-name', 'Children of the walk learn');
    await accessible(page, 'an objective');
    await saved(page);
    await press(page, 'Add an activity');
    await page.fill('#activity-refCode', 'CA1');
    await page.fill('#activity-name', 'Books');
    await page.fill('#activity-unitTarget', '1,000');
    await page.locator('#add-cost').press('Enter');
    await page.fill('#cost-0-cost', 'much');
    await page.locator('dialog[open] button[type=submit]').press('Enter');
    await page.waitForSelector('dialog[open] .errors');
    await accessible(page, 'an activity with a wrong cost');
    await page.fill('#cost-0-cost', '2.50');
    await page.fill('#cost-0-low', '2');
    await page.fill('#cost-0-high', '3');
    await told(page, 'Comes to 2,500 USD');
    await looked(page, 'plan-activity');
    await saved(page);
    await press(page, 'Add an indicator', 'main li');
    await page.waitForFunction(() => document.querySelectorAll('#indicator-registryCode option').length > 30);
    await page.fill('#indicator-refCode', 'I1');
    await page.fill('#indicator-name', 'Children with books');
    await page.fill('#indicator-unit', 'children');
    await looked(page, 'plan-indicator');
    await saved(page);
    await looked(page, 'plan-editor');
    expect('the cost stands beside the activity', (await page.innerText('main')).includes('2,500'));
    await page.locator('main a', { hasText: 'Children with books' }).press('Enter');
    await page.waitForSelector('#add-lines');
    await page.waitForFunction(() => document.querySelectorAll('#line-area option').length > 2);
    await page.selectOption('#line-parts', 'parts');
    await page.locator('#add-lines').press('Enter');
    await page.waitForSelector('#target-1-target');
    expect('the focus is in the first new line', await page.evaluate(() => document.activeElement?.id === 'target-0-inNeed'));
    await page.locator('#target-0-inNeed').evaluate((field) => {
      const data = new DataTransfer();
      data.setData('text/plain', '100\t120\n200\t150\n');
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await page.waitForSelector('#over-0');
    expect('a paste fills the cells below', (await page.inputValue('#target-1-target')) === '150');
    await looked(page, 'plan-targets');
    await page.locator('form button[type=submit]').press('Enter');
    await told(page, 'Lines not saved yet: 0');
    expect('a target above in need is told of', (await page.locator('#over-0').count()) === 1);
    await context.close();
  });

  await step('a plan is published, changed, published anew, and the difference is read', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'coordinator@demo.example');
    await open(page, `plans/${id}/versions`);
    await publish(page, '1.0');
    await open(page, `plans/${id}/edit`);
    await page.locator('main a', { hasText: 'Children with books' }).press('Enter');
    await page.waitForSelector('#target-0-target');
    await page.fill('#target-0-target', '90');
    await page.locator('form button[type=submit]').press('Enter');
    await told(page, 'Lines not saved yet: 0');
    await page.waitForSelector('#over-0', { state: 'detached' });
    await open(page, `plans/${id}/versions`);
    await page.waitForFunction(() => document.querySelector('#changes')?.textContent.includes('90'));
    await publish(page, '1.1');
    await page.waitForFunction(() => document.querySelector('#changes')?.textContent.includes('120'));
    expect('the difference names the target before and after', /120[\s\S]*90/.test(await page.innerText('#changes')));
    await looked(page, 'plan-versions');
    await open(page, `plans/${id}/versions/1`);
    expect('an earlier version is read as it stood', (await page.innerText('main')).includes('earlier version'));
    await looked(page, 'plan-frozen');
    await open(page, `plans/${id}`);
    await page.locator('td .open-figure').nth(2).press('Enter');
    await page.waitForSelector('dialog[open]');
    await looked(page, 'plan-figure');
    await page.keyboard.press('Escape');
    await looked(page, 'plan-read');
    await context.close();
  });

  await step('a partner and a donor read a plan, and change nothing', async () => {
    for (const who of ['focal.point@demo.example', 'donor@demo.example']) {
      const { context, page } = await visitor('en');
      await signIn(page, who);
      await open(page, `plans/${id}`);
      await page.waitForSelector('td .open-figure');
      expect(`${who} is not offered to edit`, (await page.locator('main a', { hasText: 'Edit the plan' }).count()) === 0);
      await open(page, `plans/${id}/versions`);
      expect(`${who} is not offered to publish`, (await page.locator('#publish').count()) === 0);
      if (who.startsWith('focal')) {
        await open(page, `plans/${id}/edit`);
        expect('a partner has no button to add', (await page.locator('#add-objective').count()) === 0 && (await page.locator('main button', { hasText: 'Add an activity' }).count()) === 0);
      }
      await context.close();
    }
  });

  await step('a plan that is over is closed', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'coordinator@demo.example');
    await open(page, `plans/${id}/edit`);
    await page.locator('#close-plan').press('Enter');
    await page.waitForSelector('dialog[open]');
    await page.locator('dialog[open] button[type=submit]').press('Enter');
    await page.waitForFunction(() => document.querySelector('main .chip')?.textContent === 'Closed');
    expect('nothing of a closed plan is offered to be changed', (await page.locator('#add-objective').count()) === 0);
    await context.close();
  });
}
