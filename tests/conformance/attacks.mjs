// The twelve attacks that graphql-cop (2025-11) tries, as cases of our own: node attacks.mjs http://127.0.0.1:8080/graphql
// Each says what the server must do. Two are open on purpose, and listed as such: the schema is public, and safe queries may come by GET.
import { Suite, argument, send } from './checks.mjs';

const url = argument(0, 'URL');
const suite = new Suite('attacks');
const json = { 'content-type': 'application/json', accept: 'application/json' };

/** Posts a body as it is; status, headers, and the answer, as JSON where it is JSON. */
async function post(body, headers = json, method = 'POST') {
  const response = await fetch(url, { method, headers, body });
  const text = await response.text();
  let answer = null;
  try {
    answer = JSON.parse(text);
  } catch {
    // An attack may well get something else.
  }
  return { status: response.status, headers: response.headers, text, answer };
}

const codes = (answer) => answer?.errors?.map((error) => error.extensions?.code) ?? [];
const refused = (answer, ...expected) =>
  !answer?.data && codes(answer).length > 0 && codes(answer).every((code) => expected.includes(code));
const deepType = (depth) => (depth === 0 ? '{ name }' : `{ name fields { name type ${deepType(depth - 1)} } }`);

const attacks = [
  {
    name: 'alias overloading (101 aliases)',
    async holds() {
      const aliases = Array.from({ length: 101 }, (_, number) => `alias${number}: __typename`).join(' ');
      const { status, answer } = await post(JSON.stringify({ query: `query { ${aliases} }` }));
      return [status === 200 && refused(answer, 'TOO_COMPLEX'), 'refused as TOO_COMPLEX', answer];
    },
  },
  {
    name: 'array-based query batching',
    async holds() {
      const { status, answer } = await post(JSON.stringify(Array.from({ length: 10 }, () => ({ query: 'query { __typename }' }))));
      return [status === 400 && refused(answer, 'INVALID'), 'refused with 400', answer];
    },
  },
  {
    name: 'directive overloading (10 of one kind)',
    async holds() {
      // The flaw that is looked for is one error for each of them.
      const { answer } = await post(JSON.stringify({ query: `query { __typename ${'@aa'.repeat(10)} }` }));
      const known = await post(JSON.stringify({ query: `query { __typename ${'@include(if: true) '.repeat(100)} }` }));
      const right = refused(answer, 'INVALID') && answer.errors.length === 1 && refused(known.answer, 'TOO_COMPLEX');
      return [right, 'refused, with one error for all', [answer, known.answer]];
    },
  },
  {
    name: 'circular query by introspection',
    async holds() {
      const { answer } = await post(JSON.stringify({ query: `query { __schema { types ${deepType(8)} } }` }));
      return [refused(answer, 'TOO_COMPLEX'), 'refused as TOO_COMPLEX', answer];
    },
  },
  {
    name: 'introspection',
    open: 'the schema is public: it stands in the repository, and clients are made from it',
    async holds() {
      const { answer } = await post(JSON.stringify({ query: 'query { __schema { types { name fields { name } } } }' }));
      return [answer?.data?.__schema?.types?.length > 0, 'answered, as declared', answer];
    },
  },
  {
    name: 'field suggestions',
    async holds() {
      const { text, answer } = await post(JSON.stringify({ query: 'query { __schema { directive } viewr { user { emial } } }' }));
      return [refused(answer, 'INVALID') && !/did you mean/i.test(text), 'refused without a hint', answer];
    },
  },
  {
    name: 'an IDE at the endpoint',
    async holds() {
      const { text } = await post(undefined, { accept: 'text/html' }, 'GET');
      return [!/graphiql|playground|<html/i.test(text), 'no page at the endpoint', text.slice(0, 200)];
    },
  },
  {
    name: 'queries by GET',
    open: 'safe queries may come by GET, as GraphQL over HTTP allows, so that caches and simple tools can ask',
    async holds() {
      const response = await fetch(`${url}?query=${encodeURIComponent('query { __typename }')}`);
      const answer = await response.json();
      return [answer.data?.__typename === 'Query', 'answered, as declared', answer];
    },
  },
  {
    name: 'mutations by GET',
    async holds() {
      const response = await fetch(`${url}?query=${encodeURIComponent('mutation { __typename }')}`);
      const answer = await response.json();
      return [response.status === 405 && refused(answer, 'INVALID'), 'refused with 405', answer];
    },
  },
  {
    name: 'queries as a form (cross-site request forgery)',
    async holds() {
      const forms = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'];
      const answers = await Promise.all(
        forms.map((type) => post(new URLSearchParams({ query: 'query { __typename }' }).toString(), { 'content-type': type })),
      );
      const right = answers.every(({ status, answer }) => status === 415 && refused(answer, 'INVALID'));
      return [right, 'refused with 415', answers.map(({ status, answer }) => [status, answer])];
    },
  },
  {
    name: 'tracing in the answer',
    async holds() {
      const { answer } = await post(JSON.stringify({ query: 'query { __typename }' }), { ...json, 'apollo-tracing': '1' });
      return [answer?.data?.__typename === 'Query' && !('extensions' in answer), 'no extensions', answer];
    },
  },
  {
    name: 'unhandled errors',
    async holds() {
      const { answer, text } = await post(JSON.stringify({ query: 'qwerty { abc }' }));
      const right = refused(answer, 'INVALID') && !/exception|stack|panic|\.rs\b/i.test(text);
      return [right, 'told with a code, without words of ours', answer];
    },
  },
];

for (const { name, open, holds } of attacks) {
  await suite.work(name, async () => {
    const [right, verdict, answer] = await holds();
    if (suite.check(right, `${name}: ${verdict}`, JSON.stringify(answer)?.slice(0, 400))) {
      console.log(`  ${open ? 'open' : 'safe'}  ${name}: ${open ?? verdict}`);
    }
  });
}
const open = attacks.filter((attack) => attack.open).length;
suite.check(attacks.length === 12 && open <= 2, 'all twelve were tried, and no more than two are open');
await suite.work('the server still answers', async () => {
  const { data } = await send(url, { query: '{ __typename }' });
  suite.check(data?.__typename === 'Query', 'the server still answers');
});
suite.finish(`${12 - open} attacks refused, ${open} open on purpose`);
