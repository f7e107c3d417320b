import { expect, step, visitor, open, signIn, accessible, url } from '../harness.mjs';

/** Which screens are looked at, by whom. */
export const screens = { office: ['review'] };

/** Two partners without anybody of their own have nothing to report of a month that is over: the officer says so for them. */
async function twoMore() {
  const ask = async (query, variables, token) => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    return (await (await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })).json()).data;
  };
  const input = { email: 'imo@demo.example', password: 'Taluna learns 2026' };
  const token = (await ask('mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }', { input })).signIn.accessToken;
  const { operations } = await ask('{ operations(first: 1) { edges { node { id } } } }', {}, token);
  const { responsePlans } = await ask('query($id: ID!) { responsePlans(operationId: $id, first: 1) { edges { node { id } } } }', { id: operations.edges[0].node.id }, token);
  const planId = responsePlans.edges[0].node.id;
  const { reportingPeriods } = await ask('query($id: ID!) { reportingPeriods(planId: $id, first: 10) { edges { node { id number } } } }', { id: planId }, token);
  const periodId = reportingPeriods.edges.find(({ node }) => node.number === 2).node.id;
  const { dueReports } = await ask('query($id: ID!) { dueReports(periodId: $id, urgency: OVERDUE, first: 20) { edges { node { cluster { id } organisation { id } report { version } } } } }', { id: periodId }, token);
  for (const { node } of dueReports.edges) {
    const nothing = { planId, periodId, clusterId: node.cluster.id, organisationId: node.organisation.id, baseVersion: node.report?.version ?? null };
    await ask('mutation($input: ReportNothingInput!) { reportNothing(input: $input) { __typename } }', { input: nothing }, token);
  }
}

export async function walk() {
  await step('home leads to as many reports as it counts', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'coordinator@demo.example');
    const link = page.locator('.do a[href="/app/review"]').first();
    const waits = (await link.innerText()).replace(/\D/g, '');
    await link.click();
    await page.waitForSelector('.review-row');
    expect('the queue is as long as home says', (await page.innerText('h1')).replace(/\D/g, '') === waits, `${waits}, ${await page.innerText('h1')}`);
    await context.close();
  });

  await step('a report reviewed by keyboard: a figure corrected, a comment, one row returned with its note', async () => {
    const { context, page } = await visitor('en');
    await signIn(page, 'imo@demo.example');
    await open(page, 'review');
    await page.waitForSelector('.review-row');
    const row = page.locator('.review-row').first();
    const reviewed = await page.innerText('#reviewed');
    await row.focus();
    await page.keyboard.press('c');
    await page.locator('button', { hasText: 'Correct figures' }).press('Enter');
    await page.locator('button', { hasText: 'Keep the corrections' }).press('Enter');
    await page.waitForSelector('.errors');
    await accessible(page, 'a correction without a reason');
    await page.locator('.clean-input').first().fill('7');
    await page.getByLabel('Why', { exact: true }).fill('Agreed on the phone');
    await page.locator('button', { hasText: 'Keep the corrections' }).press('Enter');
    await page.waitForFunction(() => document.querySelector('.review-row .chip[data-state=fixed]'));
    await page.locator('textarea[id^=comment-]').first().fill('Did two months get added together?');
    await page.locator('button', { hasText: 'Send the comment' }).first().press('Enter');
    await page.waitForSelector('.talk');
    await row.focus();
    await page.keyboard.press('j');
    await page.keyboard.press('r');
    await page.locator('.stick button', { hasText: 'Return these rows' }).press('Enter');
    await page.waitForSelector('.errors');
    await page.locator('textarea[id^=note-]').first().fill('Zero cannot be right');
    await page.locator('.stick button', { hasText: 'Return these rows' }).press('Enter');
    await page.waitForFunction((was) => !document.querySelector('[aria-busy]') && document.querySelector('#reviewed')?.textContent !== was, reviewed);
    await open(page, 'reports?status=RETURNED');
    await page.locator('tbody a', { hasText: reviewed.split(',')[0] }).first().click();
    await page.waitForFunction(() => document.body.innerText.includes('Did two months get added together?'));
    await context.close();
  });

  await step('several reports are found by flags and partner, chosen and accepted at once', async () => {
    await twoMore();
    const { context, page } = await visitor('en');
    await signIn(page, 'imo@demo.example');
    await open(page, 'review');
    await page.waitForSelector('.queue a');
    const waiting = await page.locator('.queue a').count();
    await page.locator('button', { hasText: 'Accept several reports' }).press('Enter');
    await page.waitForSelector('dialog[open] #many-all');
    await page.getByLabel('only those without flags').uncheck();
    const names = await page.locator('dialog[open] .flags bdi').allInnerTexts();
    expect('all that wait are there', names.length === waiting, `${names.length} of ${waiting}`);
    await page.fill('#many-who', names.at(-1));
    await page.waitForFunction((many) => document.querySelectorAll('dialog[open] .flags li').length < many, waiting);
    await page.locator('dialog[open] button[type=submit]').press('Enter');
    await page.waitForSelector('dialog[open] .errors');
    await accessible(page, 'several reports, none chosen');
    await page.check('#many-all');
    const chosen = await page.locator('dialog[open] .flags li').count();
    expect('only what is found is chosen', chosen < waiting, `${chosen} of ${waiting}`);
    await page.locator('dialog[open] button[type=submit]').press('Enter');
    await page.waitForSelector('dialog', { state: 'detached' });
    await page.waitForFunction((left) => document.querySelectorAll('.queue a').length === left, waiting - chosen);
    await page.locator('button', { hasText: 'Accept several reports' }).press('Enter');
    await page.check('#many-all');
    await page.locator('dialog[open] button[type=submit]').press('Enter');
    await page.waitForSelector('dialog', { state: 'detached' });
    await page.waitForFunction(() => document.body.innerText.includes('No reports to review'));
    await context.close();
  });
}
