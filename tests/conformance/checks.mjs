// What the suites share: asking the server, and counting what was right.
import { execFileSync } from 'node:child_process';

const PASSWORD = 'Taluna learns 2026';

/** The checks of one suite. Each is told only when it fails; the last line is the count, which `scripts/conformance` collects. */
export class Suite {
  #right = 0;
  #wrong = [];

  constructor(name) {
    this.name = name;
  }

  /** Notes one check. `why` is told when it does not hold. */
  check(holds, what, why = '') {
    if (holds) {
      this.#right += 1;
      return true;
    }
    this.#wrong.push(what);
    console.log(`  wrong: ${what}${why ? `: ${why}` : ''}`);
    return false;
  }

  /** Runs a piece of work that checks; what it throws is a check that failed. */
  async work(what, piece) {
    try {
      await piece();
    } catch (error) {
      this.check(false, what, error?.stack ?? String(error));
    }
  }

  /** Prints the count and ends the process. A suite that checked nothing failed. */
  finish(note = '') {
    const all = this.#right + this.#wrong.length;
    console.log(`${this.name}: ${this.#right} of ${all} checks hold${note ? `; ${note}` : ''}`);
    process.exit(this.#wrong.length === 0 && all > 0 ? 0 : 1);
  }
}

/** The value of an argument of the command line, or the end of the program. */
export function argument(position, name) {
  const value = process.argv[2 + position];
  if (!value) {
    console.error(`this suite needs the argument ${name}`);
    process.exit(2);
  }
  return value;
}

/** Sends a document; the whole answer. */
export async function send(url, { query, variables, token }) {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  if (token) headers.authorization = `Bearer ${token}`;
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return response.json();
}

/** Sends a document that must work; its data. */
export async function ask(url, query, variables, token) {
  const answer = await send(url, { query, variables, token });
  if (answer.errors) throw new Error(`${query}\n${JSON.stringify(variables)}\n${JSON.stringify(answer.errors)}`);
  return answer.data;
}

/** Signs in to the demo; the access token. */
export async function signIn(url, account) {
  const query = 'mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }';
  const input = { email: `${account}@demo.example`, password: PASSWORD };
  return (await ask(url, query, { input })).signIn.accessToken;
}

/** Runs a program of git in the checkout; its output, or null when it fails. */
export function git(...arguments_) {
  try {
    return execFileSync('git', arguments_, { encoding: 'utf8', maxBuffer: 64 << 20, stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return null;
  }
}
