import { accessible, expect, open, signIn, step, visitor } from '../harness.mjs';

export async function walk() {
  await step('what one changes the other sees without loading anew, and keeps what it writes', async () => {
    const [one, other] = [await visitor('en'), await visitor('en')];
    await signIn(one.page, 'coordinator@demo.example');
    await signIn(other.page, 'imo@demo.example');
    await open(one.page, 'review');
    await one.page.waitForSelector('#reviewed');
    await one.page.locator('#note').fill('Half a sentence');
    const id = (await one.page.getAttribute('a:text("whole report"), .panel header a.end', 'href')).split('/').at(-1);
    const title = await one.page.innerText('h1');
    await open(other.page, `review?report=${id}`);
    await other.page.waitForSelector('#reviewed');
    await other.page.locator('#note').fill('Please look at the totals again');
    await other.page.locator('.stick button', { hasText: 'Return' }).first().press('Enter');
    await one.page.waitForSelector('#changed-meanwhile');
    await one.page.waitForFunction((was) => document.querySelector('h1')?.textContent !== was, title);
    expect('what was being written is still there', (await one.page.inputValue('#note')) === 'Half a sentence');
    await accessible(one.page, 'a report that somebody else returned meanwhile');
    await one.page.locator('#changed-meanwhile button').press('Enter');
    await one.page.waitForSelector('#changed-meanwhile', { state: 'detached' });
    await one.context.close();
    await other.context.close();
  });
}
