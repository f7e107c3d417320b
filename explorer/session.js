// Who asks: nobody, somebody who signed in, or a program's token. Kept in memory only, so that it ends with the page.
const SIGN_IN = 'mutation($input: SignInInput!) { signIn(input: $input) { accessToken refreshToken expiresAt } }';
const REFRESH = 'mutation($token: String) { refreshSession(refreshToken: $token) { accessToken refreshToken expiresAt } }';
const VIEWER = '{ viewer { user { email } } }';
/** An access token is exchanged so long before it ends. */
const AHEAD_MS = 60_000;

let held = null;

async function ask(query, variables, token) {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  if (token) headers.authorization = `Bearer ${token}`;
  const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors.map(({ message }) => message).join(' '));
  return data;
}

const take = ({ accessToken, refreshToken, expiresAt }) => ({ token: accessToken, refreshToken, ends: Date.parse(expiresAt) });

async function whose(next) {
  const { viewer } = await ask(VIEWER, {}, next.token);
  if (!viewer) throw new Error('This token is nobody\'s: it may have ended, or have been taken back.');
  held = next;
  return viewer.user.email;
}

/** Signs in; the address of the account. */
export async function signIn(email, password) {
  const data = await ask(SIGN_IN, { input: { email, password } });
  return whose(take(data.signIn));
}

/** Uses a token that somebody has; the address of its account. */
export function takeToken(token) {
  return whose({ token, refreshToken: null, ends: Infinity });
}

/** Forgets who asked. */
export function forget() {
  held = null;
}

/** The token to send, renewed where it is about to end; null for nobody. */
export async function token() {
  if (held?.refreshToken && held.ends - Date.now() < AHEAD_MS) {
    held = take((await ask(REFRESH, { token: held.refreshToken })).refreshSession);
  }
  return held?.token ?? null;
}
