// The API explorer: GraphiQL, and above it who asks.
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createClient } from 'graphql-ws';
import { useId, useMemo, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import './explorer.css';
import { makeAccessible } from './accessible.js';
import * as session from './session.js';

const FIRST = `# The API of Darasa. Ctrl-Space proposes fields; the book at the side describes every one of them.
query Mine {
  viewer {
    user { email }
    roles { role }
  }
  operations(first: 5) {
    edges { node { id code name } }
  }
}
`;

/** Sends what is asked, with the token of whoever asks: queries by POST, subscriptions over the websocket. */
function makeFetcher() {
  const socket = location.origin.replace(/^http/, 'ws');
  const connectionParams = async () => {
    const token = await session.token();
    return token ? { authorization: `Bearer ${token}` } : {};
  };
  const withToken = async (url, options) => {
    const token = await session.token();
    const headers = new Headers(options.headers);
    // What stands in the headers' editor goes first.
    if (token && !headers.has('authorization')) headers.set('authorization', `Bearer ${token}`);
    return fetch(url, { ...options, headers });
  };
  return createGraphiQLFetcher({
    url: '/graphql',
    fetch: withToken,
    wsClient: createClient({ url: `${socket}/graphql`, lazy: true, retryAttempts: 0, connectionParams }),
  });
}

/** A form of one way to sign in. It tells what went wrong beside itself. */
function Way({ title, button, children, act, done }) {
  const [wrong, setWrong] = useState(null);
  const heading = useId();
  const submit = async (event) => {
    event.preventDefault();
    const form = event.currentTarget;
    const values = Object.fromEntries(new FormData(form));
    try {
      setWrong(null);
      const who = await act(values);
      form.reset();
      done(who);
    } catch (error) {
      setWrong(error.message);
    }
  };
  return (
    <form onSubmit={submit} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {children}
      <button type="submit">{button}</button>
      {wrong && <p role="alert">{wrong}</p>}
    </form>
  );
}

function Field({ label, ...input }) {
  return (
    <label>
      {label}
      <input {...input} required spellCheck="false" autoCapitalize="none" />
    </label>
  );
}

function Explorer() {
  const [who, setWho] = useState(null);
  const panel = useRef(null);
  // A new sign-in opens a new websocket: the old one speaks for whoever was there before.
  const fetcher = useMemo(makeFetcher, [who]);
  const enter = (email) => {
    setWho(email);
    panel.current.open = false;
  };
  const leave = () => {
    session.forget();
    setWho(null);
  };
  return (
    <>
      <header>
        <h1>
          <a href="/">Darasa</a> API explorer
        </h1>
        <p role="status">{who ? `Signed in as ${who}` : 'Not signed in'}</p>
        <details ref={panel}>
          <summary>{who ? 'Account' : 'Sign in'}</summary>
          <div className="ways">
            {who && (
              <button type="button" onClick={leave}>
                Forget {who}
              </button>
            )}
            <Way title="With an account" button="Sign in" act={({ email, password }) => session.signIn(email, password)} done={enter}>
              <Field label="E-mail" name="email" type="email" autoComplete="username" />
              <Field label="Password" name="password" type="password" autoComplete="current-password" />
            </Way>
            <Way title="With a token" button="Use the token" act={({ token }) => session.takeToken(token.trim())} done={enter}>
              <Field label="API token or access token" name="token" type="password" autoComplete="off" />
            </Way>
          </div>
        </details>
      </header>
      <main aria-label="Query editor, answer and documentation">
        <GraphiQL fetcher={fetcher} defaultQuery={FIRST} />
      </main>
    </>
  );
}

makeAccessible(document.getElementById('explorer'));
createRoot(document.getElementById('explorer')).render(<Explorer />);
