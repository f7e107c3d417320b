// How long until the largest thing is seen, on the link and the processor that partners have: `node checks/speed.mjs URL PAGE-OF-AN-APPEAL`. Prints JSON:
// milliseconds of the donors' page, of the client's first visit and of one without a network, and the bytes of a report of 30 rows.
import { browser, open, signIn, settled, url, visitor } from './harness.mjs';

const appeal = process.argv[3];
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const TIMES = 3;

async function throttled(page, network) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  if (network) await devtools.send('Network.emulateNetworkConditions', SLOW);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}
const watch = () => new PerformanceObserver((list) => { globalThis.largest = list.getEntries().at(-1).startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
const largest = async (page) => {
  await page.waitForFunction(() => globalThis.largest > 0, null, { timeout: 30_000 });
  await page.waitForLoadState('networkidle');
  return page.evaluate(() => globalThis.largest);
};
const median = (numbers) => numbers.sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

async function first(path) {
  const times = [];
  for (let turn = 0; turn < TIMES; turn += 1) {
    const { context, page } = await visitor('en', { serviceWorkers: 'block' });
    await context.addInitScript(watch);
    await throttled(page, true);
    await page.goto(`${url}${path}`, { timeout: 60_000 });
    times.push(await largest(page));
    await context.close();
  }
  return median(times);
}

async function again() {
  const { context, page } = await visitor('en');
  await signIn(page, 'focal.point@demo.example');
  await page.waitForFunction(() => navigator.serviceWorker.controller, null, { timeout: 15_000 });
  await open(page, '');
  await context.addInitScript(watch);
  await context.setOffline(true);
  await throttled(page, false);
  const times = [];
  for (let turn = 0; turn < TIMES; turn += 1) {
    await page.reload();
    await settled(page);
    times.push(await page.evaluate(() => globalThis.largest));
  }
  await context.close();
  return median(times);
}

/** What is sent of the largest report of the demo, for as many rows as a month has. */
async function sent() {
  const { context, page } = await visitor('en');
  await signIn(page, 'youth.centre@demo.example');
  await page.locator('.do a', { hasText: /Begin|Open/ }).last().click();
  await page.waitForSelector('.entry-row');
  for (const field of await page.locator('.entry-row input[type=text]:not([readonly])').all()) await field.fill('12');
  const request = page.waitForRequest((asked) => asked.url().endsWith('/graphql') && asked.postData()?.includes('saveReport'));
  await page.locator('button', { hasText: 'Send report' }).press('Enter');
  const { variables, query } = (await request).postDataJSON();
  await context.close();
  const [row] = variables.input.rows;
  return JSON.stringify({ query, variables: { ...variables, input: { ...variables.input, rows: Array(30).fill(row) } } }).length;
}

const found = { donor: await first(appeal), cold: await first('/app/'), warm: await again(), sent: await sent() };
await browser.close();
console.log(JSON.stringify(found));
