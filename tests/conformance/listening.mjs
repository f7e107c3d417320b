// The listener that docs/API.md shows in Python, run as it stands there: node listening.mjs http://127.0.0.1:8080/graphql PYTHON
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Suite, argument } from './checks.mjs';
import { partner } from './records.mjs';

const url = argument(0, 'URL');
const python = argument(1, 'PYTHON');
const suite = new Suite('listening');
const PATIENCE_MS = 30_000;
/** Between two changes of the report. */
const PAUSE_MS = 200;

const section = readFileSync(new URL('../../docs/API.md', import.meta.url), 'utf8').split('\n## ').find((text) => text.startsWith('Listening'));
const code = section?.match(/```python\n([^]*?)\n```/)?.[1];
if (suite.check(code?.includes('asyncio.run('), 'docs/API.md shows a listener in Python')) {
  await suite.work('the listener of docs/API.md', async () => {
    const { token, plan, change } = await partner(url);
    const environment = { ...process.env, HOST: new URL(url).host, TOKEN: token, PLAN: plan };
    const listener = spawn(python, ['-c', code], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let wrong = '';
    let ended = false;
    listener.stdout.on('data', (data) => (said += data));
    listener.stderr.on('data', (data) => (wrong += data));
    listener.on('exit', () => (ended = true));
    try {
      // It does not say when it has begun to listen, so the report changes until it has heard of it.
      const deadline = Date.now() + PATIENCE_MS;
      while (!said.includes('\n') && !ended && Date.now() < deadline) {
        await change();
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
      suite.check(said.startsWith("Amsar Teachers' Association DRAFT\n"), 'it tells of the report that changed', `${said}${wrong}`);
    } finally {
      listener.kill();
    }
  });
}
suite.finish();
