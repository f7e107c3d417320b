// Clients of others, as they come from the registry, do what a partner's program does: node clients.mjs http://127.0.0.1:8080/graphql
// Each reads, pages on, writes twice under one `clientMutationId`, and meets an error; those that can listen are told of a report and an edition.
import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { Client as Urql, fetchExchange } from '@urql/core';
import { ClientError, GraphQLClient } from 'graphql-request';
import { createClient } from 'graphql-ws';
import { randomUUID } from 'node:crypto';
import WebSocket from 'ws';
import { Suite, argument, signIn } from './checks.mjs';
import { partner, publisher } from './records.mjs';

const url = argument(0, 'URL');
const suite = new Suite('clients');
const token = await signIn(url, 'coordinator');
const headers = { authorization: `Bearer ${token}` };

const COUNTRIES = `query Countries($after: String) {
  countries(first: 1, after: $after) { edges { node { iso3 name } } pageInfo { hasNextPage endCursor } }
}`;
const VIEWER = 'query Viewer { viewer { user { email } roles { role } } }';
const CREATE = `mutation Create($input: CreateOrganisationInput!) { createOrganisation(input: $input) { id name } }`;
const MISSING = 'query Missing($id: ID!) { responsePlan(id: $id) { code } }';
const INVALID = 'query Invalid { noSuchField }';

/** What every client must be able to do. `run` gives the data, or throws the list of GraphQL errors. */
async function everything(name, run, { writes = true } = {}) {
  const failure = async (query, variables) => {
    try {
      await run(query, variables);
    } catch (errors) {
      return Array.isArray(errors) ? errors : [{ message: String(errors) }];
    }
    return [];
  };
  await suite.work(`${name} works`, async () => {
    const { viewer } = await run(VIEWER, {});
    suite.check(viewer.user.email === 'coordinator@demo.example', `${name} is signed in`, JSON.stringify(viewer));
    suite.check(viewer.roles.some(({ role }) => role === 'COORDINATOR'), `${name} reads a list of objects`);
    const { countries } = await run(COUNTRIES, { after: null });
    suite.check(countries.edges.length === 1 && countries.edges[0].node.name.length > 0, `${name} reads a connection`);
    const invalid = await failure(INVALID, {});
    suite.check(invalid[0]?.extensions?.code === 'INVALID', `${name} sees a document refused`, JSON.stringify(invalid));
    const missing = await failure(MISSING, { id: 'bm90IGFuIGlk' });
    suite.check(missing[0]?.extensions?.field === 'id', `${name} sees which field is wrong`, JSON.stringify(missing));
    suite.check(missing[0]?.path?.[0] === 'responsePlan', `${name} sees where the error is`);
    if (!writes) return;
    const input = { clientMutationId: randomUUID(), organisation: { name: `${name} ${randomUUID()}`, kind: 'NNGO' } };
    const first = (await run(CREATE, { input })).createOrganisation;
    const second = (await run(CREATE, { input })).createOrganisation;
    suite.check(first.name === input.organisation.name, `${name} writes`, JSON.stringify(first));
    suite.check(first.id === second.id, `${name} writes once, however often it sends`, `${first.id} and ${second.id}`);
  });
}

const cache = new InMemoryCache();
const apollo = new ApolloClient({ link: new HttpLink({ uri: url, headers }), cache });
await everything('Apollo Client', async (document, variables) => {
  const parsed = gql(document);
  const mutates = parsed.definitions[0].operation === 'mutation';
  try {
    const { data } = mutates
      ? await apollo.mutate({ mutation: parsed, variables })
      : await apollo.query({ query: parsed, variables, fetchPolicy: 'network-only' });
    return data;
  } catch (error) {
    throw CombinedGraphQLErrors.is(error) ? error.errors : error;
  }
});
await suite.work('Apollo Client keeps what it read', async () => {
  const kept = apollo.readQuery({ query: gql(VIEWER) });
  suite.check(kept?.viewer?.user?.email === 'coordinator@demo.example', 'Apollo Client finds its answer in its cache');
});

for (const preferGetMethod of [false, 'force']) {
  const name = preferGetMethod ? 'urql by GET' : 'urql by POST';
  const urql = new Urql({ url, exchanges: [fetchExchange], preferGetMethod, fetchOptions: { headers } });
  await everything(name, async (document, variables) => {
    const mutates = document.startsWith('mutation');
    const { data, error } = await (mutates ? urql.mutation(document, variables) : urql.query(document, variables));
    if (error) throw error.graphQLErrors.length ? error.graphQLErrors : error;
    return data;
  });
}

const request = new GraphQLClient(url, { headers });
await everything('graphql-request', async (document, variables) => {
  try {
    return await request.request(document, variables);
  } catch (error) {
    throw error instanceof ClientError ? error.response.errors : error;
  }
});
const byGet = new GraphQLClient(url, { headers, method: 'GET', jsonSerializer: JSON });
await everything(
  'graphql-request by GET',
  async (document, variables) => {
    try {
      return await byGet.request(document, variables);
    } catch (error) {
      throw error instanceof ClientError ? error.response.errors : error;
    }
  },
  { writes: false },
);

const REPORTS = 'subscription($plan: ID!) { reportChanged(planId: $plan) { id version } }';
const EDITIONS = 'subscription($code: String!) { editionPublished(appealCode: $code) { number } }';
const PATIENCE_MS = 15_000;

/** A connection over the websocket, of whoever the token is. */
const connect = (whose) =>
  createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    lazy: true,
    retryAttempts: 0,
    connectionParams: whose ? { Authorization: `Bearer ${whose}` } : {},
  });

/** What a promise comes to, if it does so in time. */
function within(promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not come in ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

const reporter = await partner(url);
const press = await publisher(url);

await suite.work('graphql-ws listens', async () => {
  const client = connect(reporter.token);
  const asked = await within(client.iterate({ query: '{ viewer { user { email } } }' }).next(), 'an answer');
  suite.check(asked.value?.data?.viewer?.user?.email === 'focal.point@demo.example', 'graphql-ws asks', JSON.stringify(asked));
  const news = client.iterate({ query: REPORTS, variables: { plan: reporter.plan } });
  for (const what of ['a report', 'the next change of it']) {
    const told = news.next();
    // What is asked behind a subscription is answered when the subscription is in force.
    await within(client.iterate({ query: '{ __typename }' }).next(), 'an answer');
    const changed = await reporter.change();
    const { value } = await within(told, what);
    const seen = value?.data?.reportChanged;
    suite.check(seen?.id === changed.id && seen?.version === changed.version, `graphql-ws is told of ${what}`, JSON.stringify([value, changed]));
  }
  await news.return();
  const refused = await within(client.iterate({ query: 'subscription { noSuchField }' }).next(), 'a refusal').catch((errors) => ({ value: { errors } }));
  suite.check(refused.value?.errors?.[0]?.extensions?.code === 'INVALID', 'graphql-ws sees a subscription refused', JSON.stringify(refused));
  await client.dispose();
});
await suite.work('graphql-ws without a token listens', async () => {
  const client = connect(null);
  const hidden = await within(client.iterate({ query: REPORTS, variables: { plan: reporter.plan } }).next(), 'a refusal').catch((errors) => ({ value: { errors } }));
  suite.check(hidden.value?.errors?.[0]?.extensions?.code === 'UNAUTHENTICATED', 'a visitor is told of no report', JSON.stringify(hidden));
  const told = client.iterate({ query: EDITIONS, variables: { code: press.code } }).next();
  await within(client.iterate({ query: '{ __typename }' }).next(), 'an answer');
  const { number } = await press.publish();
  const { value } = await within(told, 'an edition');
  suite.check(value?.data?.editionPublished?.number === number, 'a visitor is told of an edition', JSON.stringify([value, number]));
  await client.dispose();
});
await suite.work('Apollo Client listens', async () => {
  const client = connect(reporter.token);
  const listening = new ApolloClient({ link: new GraphQLWsLink(client), cache: new InMemoryCache() });
  const told = new Promise((next, error) => {
    listening.subscribe({ query: gql(REPORTS), variables: { plan: reporter.plan } }).subscribe({ next, error });
  });
  await within(listening.query({ query: gql('{ viewer { user { email } } }') }), 'an answer');
  const changed = await reporter.change();
  const { data } = await within(told, 'a report');
  suite.check(data?.reportChanged?.version === changed.version, 'Apollo Client is told of a report', JSON.stringify([data, changed]));
  listening.stop();
  await client.dispose();
});
suite.finish();
