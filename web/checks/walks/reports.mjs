import { accessible, agree, expect, looked, open, PASSWORD, pictures, settled, signIn, step, url, visitor } from '../harness.mjs';
import { api, said } from '../month.mjs';

const YOUTH = 'youth.centre@demo.example';
/** Where a partner begins a report: home leads there while there is one to begin, which depends on the day. */
async function begun() {
  const ask = async (query, variables, token) => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    return (await (await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })).json()).data;
  };
  const { signIn: session } = await ask('mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }', { input: { email: YOUTH, password: PASSWORD, cookie: false } });
  const { viewer } = await ask('{ viewer { roles { role operationId organisationId clusterIds } } }', {}, session.accessToken);
  const mine = viewer.roles.find(({ role }) => role.startsWith('PARTNER'));
  const { responsePlans } = await ask('query($operation: ID!) { responsePlans(operationId: $operation, first: 1) { edges { node { id } } } }', { operation: mine.operationId }, session.accessToken);
  const { reportingPeriods } = await ask('query($plan: ID!) { reportingPeriods(planId: $plan, first: 1) { edges { node { id } } } }', { plan: responsePlans.edges[0].node.id }, session.accessToken);
  return `report-new?period=${reportingPeriods.edges[0].node.id}&cluster=${mine.clusterIds[0]}&organisation=${mine.organisationId}`;
}
/** Which screens are looked at, by whom. */
export const screens = { everyone: ['', 'reports', 'unsent', 'search?q=am', 'settings', 'help'], [YOUTH]: [await begun()] };

const WHO = 'focal.point@demo.example';
const ROWS = 'query($id: ID!) { report(id: $id) { rows(first: 100) { edges { node { project { code } cells { newPeople repeatPeople category { key } } } } } } }';
const plain = (text) => text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
// A row of people in several groups.
const COUNTS = '.entry-row:has(.group-cells > :nth-child(3) .pair)';

/** The first report that the person may still write. */
async function grid(page) {
  let link;
  for (const status of ['DRAFT', 'RETURNED']) {
    await open(page, `reports?status=${status}`);
    link ??= (await page.locator('tbody a').count()) ? await page.locator('tbody a').last().getAttribute('href') : undefined;
  }
  await open(page, link.replace('/app/', ''));
  await page.waitForFunction(() => { const rows = [...document.querySelectorAll('.entry-row')]; return rows.length && rows.every((row) => row.querySelector('input[type=text]')) && !document.querySelector('#add-row').disabled; });
  return link.split('/').at(-1);
}
/** Pastes what a spreadsheet copies. */
async function paste(page, field, lines) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), lines.map((line) => line.join('\t')).join('\n'));
  await field.focus();
  await page.keyboard.press('ControlOrMeta+v');
}
const sent = async (page) => {
  await page.waitForURL('**/app/unsent');
  await page.waitForFunction(() => document.querySelector('.sync')?.dataset.state === 'online' && !document.querySelector('.sync a'), null, { timeout: 30_000 });
};
const notice = (page) => page.locator('.notice[role=status]').innerText().then(plain);
const values = (row) => row.locator('.group-cells input').evaluateAll((all) => all.map((one) => one.value));

export async function walk() {
  await step('cells of a spreadsheet, last month, another way to tell people apart and a project go into the grid', async () => {
    const { context, page } = await visitor('en', { permissions: ['clipboard-read', 'clipboard-write'] });
    await signIn(page, WHO);
    const id = await grid(page);
    const row = page.locator(COUNTS).first();
    const fields = row.locator('.group-cells input');
    const before = await values(row);
    const groups = before.length / 2;

    await paste(page, fields.first(), [['11', '12'], ['1,013', '14']]);
    await page.waitForSelector('.notice[role=status]');
    expect('two columns go down the groups', (await values(row)).slice(0, 4).join() === '11,12,1013,14', (await values(row)).join());
    expect('it is told how many', (await notice(page)).startsWith('4 cells were filled'), await notice(page));
    await page.locator('.notice[role=status] button').press('Enter');
    expect('it can be undone', (await values(row)).join() === before.join(), (await values(row)).join());
    expect('the focus is where it was pasted', await fields.first().evaluate((one) => one === document.activeElement));
    await paste(page, fields.first(), [Array.from({ length: groups * 2 }, (_, at) => String(at + 20)), ...Array(99).fill(['1', '2', '3'])]);
    expect('a wide line goes across the groups', (await values(row)).join() === before.map((_, at) => at + 20).join(), (await values(row)).join());
    expect('what has no place is told', /had no place|no field/.test(await notice(page)), await notice(page));
    await page.locator('.notice[role=status] button').press('Enter');
    await paste(page, fields.first(), [['5', 'many']]);
    await page.waitForSelector(`${COUNTS} [aria-invalid=true]`);
    expect('what is no number stays to be mended', (await fields.nth(1).inputValue()) === 'many');
    await looked(page, 'report-pasted-en');
    await page.locator('.notice[role=status] button').press('Enter');

    for (const field of await fields.all()) await field.fill('');
    const told = (await row.locator('.was').allInnerTexts()).map((text) => Number(plain(text).replace(/\D/g, '')));
    await page.locator('#carry').press('Enter');
    await page.locator('dialog[open] input[type=checkbox]').check();
    await accessible(page, 'last month copied forward, asked');
    await page.locator('dialog[open] button[type=submit], dialog[open] .btn-primary').first().press('Enter');
    await page.waitForSelector('.notice[role=status]');
    const carried = await values(row);
    expect('those of last month are counted before now', carried.every((text, at) => text === (at % 2 ? String(told[at - 1] + told[at]) : '')), `${carried} of ${told}`);
    await page.locator('.notice[role=status] button').press('Enter');
    expect('that can be undone, too', (await values(row)).every((text) => text === ''));
    expect('the focus is on its button', await page.evaluate(() => document.activeElement?.id === 'carry'));

    const summary = page.locator('.entry-row summary').first();
    const apart = page.locator('.entry-row:has(summary)').first();
    await summary.press('Enter');
    const free = apart.locator('.checks input:not(:checked):not(:disabled)').first();
    const name = plain(await free.locator('xpath=..').innerText());
    const fewer = await apart.locator('.group-cells fieldset').count();
    await free.press('Space');
    const more = await apart.locator('.group-cells fieldset').count();
    expect('people told apart in one more way have fields', more > fewer, `${name}: ${fewer} ${more}`);
    const chosen = apart.locator('.checks label', { hasText: new RegExp(`^\\s*${name}\\s*$`) }).locator('input');
    await chosen.press('Space');
    expect('and none once it is taken back', (await apart.locator('.group-cells fieldset').count()) === fewer);
    expect('the focus is still there', await chosen.evaluate((one) => one === document.activeElement));
    await chosen.press('Space');
    await fields.first().fill('7');
    for (const field of await apart.locator('.group-cells input').all()) if (!(await field.inputValue())) await field.fill('3');
    expect('what holds figures cannot be taken back', await chosen.isDisabled());

    const project = row.locator('select').first();
    const code = (await project.locator('option').allInnerTexts()).find((text) => text.startsWith('ATA-1'));
    await project.selectOption({ label: code });
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await accessible(page, `report entry, ${colorScheme}`);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.waitForFunction(() => document.querySelector('.stick [role=status]')?.textContent === 'Kept on this device.');
    await page.locator('.top select').selectOption('ar');
    await page.waitForFunction(() => document.documentElement.dir === 'rtl');
    await settled(page);
    await looked(page, 'report-entry-ar');
    await page.locator('.top select').selectOption('en');
    await page.waitForFunction(() => document.documentElement.dir === 'ltr');
    await page.locator('button', { hasText: 'Save as draft' }).press('Enter');
    await sent(page);
    const rows = (await api(WHO, ROWS, { id })).report.rows.edges.map(({ node }) => node);
    expect('the server has the project', rows.some((one) => one.project?.code === 'ATA-1'));
    const has = (figure, many) => rows.some((one) => one.cells.length >= many && one.cells.some((cell) => cell.newPeople === figure));
    expect('and every group that was told apart', has(3, more) && has(7, 1), JSON.stringify(rows.map((one) => one.cells.length)));
    await context.close();
  });

  await step('a row about one group with units, costs and remarks goes in, is read back, and is taken out again', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, WHO);
    const id = await grid(page);
    const before = await page.locator('.entry-row').count();
    await page.locator('#add-row').press('Enter');
    await page.waitForSelector('#add-group');
    await page.selectOption('#add-indicator', { index: 1 });
    await page.selectOption('#add-area', { index: 1 });
    await page.selectOption('#add-group', 'returnee');
    await page.selectOption('#add-modality', 'VOUCHER');
    await looked(page, 'report-row-new');
    await page.locator('dialog[open] button[type=submit]').press('Enter');
    await page.waitForFunction((many) => document.querySelectorAll('.entry-row').length === many, before + 1);
    const row = page.locator('.entry-row').last();
    expect('the group is told on the row', (await row.locator('h3').innerText()).includes('Returnees'), await row.locator('h3').innerText());
    const groups = await row.locator('.group-cells fieldset').count();
    await row.locator('.group-cells input').first().fill('5');
    await row.locator(`#more-${before}`).press('Enter');
    await page.fill(`#units-${before}`, 'some');
    await page.locator('button', { hasText: 'Send report' }).press('Enter');
    await page.waitForSelector(`.errors a[href="#units-${before}"]`);
    await accessible(page, 'units that are no number');
    await page.fill(`#units-${before}`, '12.5');
    await page.fill(`#amount-${before}`, '340.25');
    await page.waitForFunction((at) => document.querySelector(`#currency-${at}`)?.value === 'USD', before);
    await page.fill(`#remarks-${before}`, 'Vouchers for uniforms');
    await looked(page, 'report-row-more');
    await page.locator('button', { hasText: 'Save as draft' }).press('Enter');
    await sent(page);
    const KEPT = 'query($id: ID!) { report(id: $id) { rows(first: 100) { edges { node { populationGroup units amount currency remarks modality cells { newPeople category { key } } } } } } }';
    const kept = async () => (await api(WHO, KEPT, { id })).report.rows.edges.map(({ node }) => node);
    const mine = (await kept()).find((one) => one.remarks === 'Vouchers for uniforms');
    expect('the server has all of it', mine?.populationGroup === 'returnee' && mine.units === '12.5' && mine.amount === '340.25' && mine.currency === 'USD' && mine.cells[0].category.key.includes('population_group=returnee'), JSON.stringify(mine));
    await open(page, `reports/${id}`);
    await page.waitForFunction((many) => document.querySelectorAll('.entry-row').length === many && !document.querySelector('#add-row').disabled, before + 1);
    await row.locator(`#more-${before}`).press('Enter');
    await page.waitForSelector(`#remarks-${before}`);
    expect('and it comes back with the same groups', (await row.locator('.group-cells fieldset').count()) === groups && (await page.inputValue(`#remarks-${before}`)) === 'Vouchers for uniforms', `${await row.locator('.group-cells fieldset').count()} ${groups}`);
    await row.locator('button', { hasText: 'Take this row out' }).press('Enter');
    await agree(page);
    await page.waitForFunction((many) => document.querySelectorAll('.entry-row').length === many, before);
    await page.locator('button', { hasText: 'Save as draft' }).press('Enter');
    await sent(page);
    expect('a row taken out is gone', !(await kept()).some((one) => one.remarks === 'Vouchers for uniforms'));
    await context.close();
  });

  await step('an accepted report is opened again with a reason, for one row, and its partner reads it', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'imo@demo.example');
    await open(page, 'reports?status=ACCEPTED');
    await page.locator('tbody a').last().click();
    await page.locator('button', { hasText: 'Open again' }).press('Enter');
    await page.locator('dialog[open] button[type=submit]').press('Enter');
    await page.waitForSelector('dialog[open] .errors');
    await page.locator('dialog[open] summary').press('Enter');
    await looked(page, 'report-reopen');
    await page.fill('#reopen-why', 'The school closed in the second week');
    await page.locator('dialog[open] input[type=checkbox]').first().check();
    await page.locator('dialog[open] button[type=submit]').press('Enter');
    await page.waitForSelector('dialog[open]', { state: 'detached' });
    await page.locator('.chip[data-state=returned]').nth(1).waitFor();
    const said = await page.locator('bdi', { hasText: 'The school closed in the second week' }).count();
    expect('the reason stands above the report and on its row', said === 2, String(said));
    const id = page.url().split('/').at(-1);
    const { version } = (await api('imo@demo.example', 'query($id: ID!) { report(id: $id) { version } }', { id })).report;
    // As it was, so that no figure of another walk changes.
    await api('imo@demo.example', 'mutation($i: SubmitReportInput!) { submitReport(input: $i) { __typename } }', { i: { reportId: id, baseVersion: version } });
    await api('imo@demo.example', 'mutation($i: AcceptReportInput!) { acceptReport(input: $i) { id } }', { i: { reportId: id, baseVersion: version + 1 } });
    await page.reload();
    await page.locator('.chip[data-state=accepted]').first().waitFor();
    await context.close();
  });

  await step('a report by keyboard, without a network, sent once although its answer is lost', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'youth.centre@demo.example');
    await page.waitForFunction(() => navigator.serviceWorker.controller, null, { timeout: 15_000 });
    await page.locator('.do a', { hasText: /Begin|Open/ }).last().click();
    await page.waitForSelector('.entry-row');
    expect('the focus is on the heading', await page.evaluate(() => document.activeElement?.tagName === 'H1'));
    await accessible(page, 'report entry');
    if (pictures) {
      await page.screenshot({ path: `${pictures}/report-en-1280.png`, fullPage: true });
      await page.setViewportSize({ width: 360, height: 780 });
      await page.screenshot({ path: `${pictures}/report-en-360.png`, fullPage: true });
      await page.setViewportSize({ width: 1280, height: 900 });
    }
    const fields = page.locator('.entry-row input[type=text]');
    await fields.first().fill('many');
    await page.locator('button', { hasText: 'Send report' }).press('Enter');
    await page.waitForSelector('.errors');
    expect('the error summary has the focus', await page.evaluate(() => document.activeElement?.classList.contains('errors')));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect('its link leads to the cell', await fields.first().evaluate((one) => one === document.activeElement));
    for (const field of await fields.all()) await field.fill('12');
    await page.waitForFunction(() => document.body.innerText.includes('Kept on this device.'));
    await context.setOffline(true);
    await page.locator('button', { hasText: 'Send report' }).press('Enter');
    await page.waitForSelector('.sync a');
    await page.reload();
    await page.waitForFunction(() => document.querySelector('.sync')?.dataset.state === 'offline' && document.querySelector('.sync a'));
    expect('it still waits after a reload without a network', (await page.innerText('.sync')).replace(/[\u2068\u2069]/g, '').includes('1 report waits'));
    if (pictures) await page.screenshot({ path: `${pictures}/offline-en.png` });
    const sent = [];
    await page.route('**/graphql', async (route) => {
      const { query, variables } = said(route.request());
      if (!query.includes('saveReport')) return route.continue();
      sent.push(variables.input);
      const answer = await route.fetch();
      return sent.length === 1 ? route.abort() : route.fulfill({ response: answer });
    });
    await context.setOffline(false);
    await page.waitForFunction(() => document.querySelector('.sync')?.dataset.state === 'online' && !document.querySelector('.sync a'), null, { timeout: 30_000 });
    expect('it was sent twice under one id', sent.length === 2 && sent[0].clientMutationId === sent[1].clientMutationId, String(sent.length));
    await page.waitForFunction(() => document.querySelectorAll('#receipts').length && document.body.innerText.includes('Submitted'));
    await page.locator('table a').first().click();
    await page.waitForFunction(() => document.body.innerText.includes('Submitted'));
    await open(page, 'reports?status=SUBMITTED');
    const rows = await page.locator('tbody tr', { hasText: 'November 2026' }).count();
    expect('it is there once', rows === 1, String(rows));
    if (pictures) await page.screenshot({ path: `${pictures}/unsent-en.png` });
    await context.close();
  });
}
