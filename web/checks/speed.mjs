// How long until the largest thing is seen, on the link and the processor that partners have: `node checks/speed.mjs URL PAGE-OF-AN-APPEAL`. Prints JSON:
// milliseconds of the donors' page, of the client's first visit and of one without a network, and the bytes of a report of 30 rows.
import { browser, open, signIn, settled, url, visitor } from './harness.mjs';
import { weigh } from './month.mjs';

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

/** What goes over the line when a month of 30 rows is saved. */
async function sent() {
  const who = 'focal.point@demo.example';
  const { context, page } = await visitor('en');
  await signIn(page, who);
  await open(page, 'reports?status=DRAFT');
  const { up, outcome } = await weigh(page, who, (await page.locator('tbody a').last().getAttribute('href')).split('/').at(-1));
  await context.close();
  if (outcome !== 'ReportSaved') throw new Error(`the report was not taken: ${outcome}`);
  return up;
}

const found = { donor: await first(appeal), cold: await first('/app/'), warm: await again(), sent: await sent() };
await browser.close();
console.log(JSON.stringify(found));
