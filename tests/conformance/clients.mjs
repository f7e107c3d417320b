// Clients of others, as they come from the registry, do what a partner's program does: node clients.mjs http://127.0.0.1:8080/graphql
// Each reads, pages on, writes twice under one `clientMutationId`, and meets an error.
import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { Client as Urql, fetchExchange } from '@urql/core';
import { ClientError, GraphQLClient } from 'graphql-request';
import { randomUUID } from 'node:crypto';
import { Suite, argument, signIn } from './checks.mjs';

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
suite.finish();
