import { expect, step, visitor, open, settled, signIn, accessible, agree } from '../harness.mjs';

/** Which screens are looked at, by whom. */
export const screens = { office: ['appeals', 'appeals/new'], 'donor@demo.example': ['appeals'] };
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const plain = (text) => text.replace(/[\u2068\u2069]/g, '');
/** Follows a link, and waits until its screen is there. */
const follow = async (page, link) => {
  const heading = await page.innerText('h1');
  await link.press('Enter');
  await page.waitForFunction((before) => document.querySelector('h1') && document.querySelector('h1').innerText !== before && !document.querySelector('[aria-busy]'), heading);
};
const choose = async (page, id, name) => {
  await page.fill(`#${id}-search`, name);
  await page.waitForFunction(([field, wanted]) => [...document.querySelectorAll(`#${field} option`)].some((one) => one.textContent.includes(wanted)), [id, name]);
  await page.selectOption(`#${id}`, { label: await page.locator(`#${id} option`, { hasText: name }).first().innerText() });
};

export async function walk() {
  const code = `WALK-${Date.now().toString(36).toUpperCase()}`;
  await step('a coordinator makes an appeal, states what it asks for, records a contribution and publishes', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'coordinator@demo.example');
    await open(page, 'appeals');
    await follow(page, page.locator('a', { hasText: 'New appeal' }));
    await page.locator('button[type=submit]').press('Enter');
    await page.waitForSelector('.errors');
    expect('what is missing is told at once', (await page.locator('.errors li').count()) === 4, await page.innerText('.errors'));
    expect('the summary has the focus', await page.evaluate(() => document.activeElement?.classList.contains('errors')));
    await accessible(page, 'an appeal that lacks something');
    await page.fill('#appeal-code', code);
    await page.fill('#appeal-name-en', 'Schools of the delta');
    await page.fill('#appeal-startsOn', day(-30));
    await page.fill('#appeal-endsOn', day(150));
    await page.selectOption('#appeal-clusterId', { index: 1 });
    await page.locator('button[type=submit]').press('Enter');
    await page.waitForSelector('#lines');
    await settled(page);
    expect('it is a draft', (await page.locator('.chip', { hasText: 'Draft' }).count()) === 1);
    await accessible(page, 'a new appeal');

    await follow(page, page.locator('a', { hasText: 'State it anew' }));
    await page.fill('#line-0-label', 'Rafts that hold a class');
    await page.fill('#line-0-amount', 'many');
    await page.locator('#line-add').press('Enter');
    await page.fill('#line-1-label', 'Boats for school supplies');
    await page.fill('#line-1-amount', '250 000.50');
    await page.locator('button[type=submit]').press('Enter');
    await page.waitForSelector('.errors');
    await page.locator('.errors a[href="#line-0-amount"]').press('Enter');
    expect('the summary leads to the amount', await page.evaluate(() => document.activeElement?.id === 'line-0-amount'));
    await accessible(page, 'lines of an appeal');
    await page.fill('#line-0-amount', '1,000,000');
    expect('the sum follows', (await page.innerText('tfoot .r')) === '1,250,000.5', await page.innerText('tfoot .r'));
    await page.fill('#revise-reason', 'First statement');
    await page.locator('button[type=submit]').press('Enter');
    await page.waitForSelector('#lines');
    await page.waitForFunction(() => document.body.innerText.includes('Boats for school supplies'));
    await settled(page);

    await follow(page, page.locator('main a', { hasText: 'Record a contribution' }));
    await page.getByLabel('Committed').check();
    await choose(page, 'flow-sourceOrganisationId', 'Org B');
    await choose(page, 'flow-recipientOrganisationId', 'Demo Relief');
    await page.fill('#flow-amount', '87500');
    await page.fill('#flow-currency', 'EUR');
    await page.locator('button[type=submit]').first().press('Enter');
    await page.waitForSelector('.errors');
    expect('a rate is asked for', (await page.innerText('.errors')).includes('rate'));
    await accessible(page, 'a contribution that lacks something');
    await page.fill('#flow-rate', '0.875');
    await page.fill('#flow-decisionDate', day(-5));
    await page.locator('button[type=submit]').first().press('Enter');
    const row = page.locator('section', { has: page.locator('#flows') }).locator('tbody tr', { hasText: '87,500' });
    await row.waitFor();
    await settled(page);
    expect('it counts in US dollars', (await row.innerText()).includes('100,000'), await row.innerText());
    await follow(page, row.locator('a', { hasText: 'Next step' }));
    await page.getByLabel('Paid', { exact: true }).check();
    await page.locator('button', { hasText: 'Save as a new version' }).press('Enter');
    await row.locator('.chip[data-state=paid]').waitFor();
    await row.locator('.open-figure').press('Enter');
    await page.waitForSelector('dialog[open]');
    expect('both versions are told', (await page.locator('dialog[open] tbody tr').count()) === 2);
    await accessible(page, 'the history of a contribution');
    await page.keyboard.press('Escape');
    const missing = page.locator('.tile[data-tone=gap] .open-figure');
    expect('what is missing follows', plain(await missing.innerText()).startsWith('1,150,000.5'), await missing.innerText());
    await missing.press('Enter');
    await page.waitForSelector('dialog[open] tbody tr');
    await accessible(page, 'what is missing, explained');
    await page.keyboard.press('Escape');

    await follow(page, page.locator('main a', { hasText: 'Publish an edition' }));
    await page.waitForFunction(() => /followers? gets? a mail/.test(document.querySelector('.notice')?.textContent.replace(/[\u2068\u2069]/g, '') ?? ''));
    expect('who is told is known before', /[1-9]\d* followers? gets? a mail/.test(plain(await page.innerText('.notice'))), await page.innerText('.notice'));
    await page.waitForSelector('#funding');
    await settled(page);
    await accessible(page, 'an edition to be published');
    await page.locator('button[type=submit]').press('Enter');
    await page.waitForSelector('#published');
    const address = await page.locator('a', { hasText: 'Public page' }).getAttribute('href');
    expect('the edition is public', address.startsWith(`/a/${code}/1`), address);
    const answer = await page.request.get(new URL(address, page.url()).href);
    expect('anybody can read it', answer.ok() && (await answer.text()).includes(code), String(answer.status()));

    await follow(page, page.locator('main a', { hasText: 'Back to the appeal' }));
    await page.waitForFunction(() => document.querySelector('#editions') && document.body.innerText.includes('Edition'));
    await settled(page);
    await page.fill('#follow-email', `walker-${code.toLowerCase()}@example.org`);
    await page.locator('button', { hasText: /^Follow$/ }).press('Enter');
    const waiting = page.locator('tr', { hasText: 'This appeal' });
    await waiting.waitFor();
    expect('a follower is listed who has not said yes', /Asked[\s\S]*1|0\s+1\s+0/.test(await waiting.innerText()), await waiting.innerText());
    await accessible(page, 'a published appeal');

    await page.locator('#step-CLOSED').press('Enter');
    expect('closing asks first', await page.evaluate(() => document.activeElement?.id === 'sure-title'));
    await agree(page);
    await page.locator('.chip', { hasText: 'Closed' }).waitFor();
    await context.close();
  });

  await step('what an appeal asks for is taken from the costs of its plan, and the draft is put away', async () => {
    const { context, page } = await visitor('ar');
    await signIn(page, 'coordinator@demo.example');
    await open(page, 'appeals/new');
    await page.fill('#appeal-code', `${code}-P`);
    await page.fill('#appeal-name-ar', 'نداء من الخطة');
    await page.fill('#appeal-startsOn', day(1));
    await page.fill('#appeal-endsOn', day(100));
    await page.waitForFunction(() => document.querySelectorAll('#appeal-planId option').length > 1);
    await page.selectOption('#appeal-planId', { index: 1 });
    await page.locator('button[type=submit]').press('Enter');
    await page.waitForSelector('#lines');
    await settled(page);
    await follow(page, page.locator('section', { has: page.locator('#lines') }).locator('a'));
    await page.locator('input[value=plan]').check();
    await page.fill('#revise-reason', 'تكاليف الخطة');
    await page.locator('button[type=submit]').press('Enter');
    await page.waitForSelector('#steps');
    await page.waitForFunction(() => document.querySelectorAll('#lines').length && document.querySelectorAll('section:has(#lines) tbody tr').length >= 6);
    expect('every activity is a line', (await page.locator('section', { has: page.locator('#lines') }).locator('tbody tr').count()) >= 6);
    await accessible(page, 'an appeal in Arabic');
    await page.locator('#step-ARCHIVED').press('Enter');
    await agree(page);
    await page.locator('.chip[data-state=nil]').waitFor();
    await context.close();
  });

  await step('a file of contributions is read, and one that is none is refused with its reasons', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'imo@demo.example');
    await open(page, 'appeals');
    await follow(page, page.locator('tbody th a').first());
    expect('an officer does not publish', (await page.locator('main a', { hasText: 'Publish an edition' }).count()) === 0);
    await follow(page, page.locator('a', { hasText: 'from a file' }));
    await page.setInputFiles('#flows-fileId', { name: 'flows.csv', mimeType: 'text/csv', buffer: Buffer.from('one,two\n1,2\n') });
    await page.locator('button[type=submit]').press('Enter');
    await page.waitForSelector('#flows-outcome, .errors');
    expect('nothing was taken', /Nothing was taken|mend/.test(await page.innerText('main')), await page.innerText('main'));
    await accessible(page, 'a refused file of contributions');
    await context.close();
  });

  await step('a donor reads, and tells of its own contribution', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'donor@demo.example');
    await open(page, 'appeals');
    expect('nothing is offered that it may not do', (await page.locator('a', { hasText: 'New appeal' }).count()) === 0);
    await follow(page, page.locator('tbody th a', { hasText: 'Education appeal for Taluna' }));
    await page.waitForSelector('#flows');
    await settled(page);
    expect('it sees its own contributions', (await page.innerText('#flows')).includes('your organisation'));
    const givers = await page.locator('section', { has: page.locator('#flows') }).locator('tbody th').allInnerTexts();
    expect('and nobody else’s', givers.length > 0 && givers.every((one) => one.includes('Org B')), JSON.stringify(givers));
    await accessible(page, 'an appeal as a donor reads it');
    await follow(page, page.locator('main a', { hasText: 'Record a contribution' }));
    await choose(page, 'flow-recipientOrganisationId', 'Demo Relief');
    const given = String(10_000 + (Date.now() % 89_999));
    const written = Number(given).toLocaleString('en-GB');
    await page.fill('#flow-amount', given);
    await page.locator('button[type=submit]').first().press('Enter');
    const row = page.locator('tbody tr', { hasText: written });
    await row.waitFor();
    expect('it is a pledge, which counts nowhere', (await row.innerText()).includes('Pledged'));
    await follow(page, row.locator('a', { hasText: 'Next step' }));
    await page.fill('#withdraw-reason', 'Recorded by mistake');
    await page.locator('button', { hasText: /^Withdraw$/ }).press('Enter');
    await page.locator('tbody tr', { hasText: written }).locator('.chip[data-state=refused]').waitFor();
    await context.close();
  });
}
