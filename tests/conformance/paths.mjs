// How to get to every connection of a schema: which fields lead there from the root, and with which arguments.
import { getIntrospectionQuery } from 'graphql';
import { send } from './checks.mjs';

export const connections = { introspection: getIntrospectionQuery() };

/** Accounts in the order in which they are tried: the first that sees the most. */
const ACCOUNTS = ['coordinator', 'admin', 'focal.point'];
/** How many records of one type are tried to find one whose list is long. */
const TRIED = 8;
/** How many fields lead to a connection, at most. */
const DEEPEST = 4;
/** How many ways to one connection are tried. */
const CHAINS = 8;
/** How many records of a list on the way are looked at. */
const PASSED = 10;
/** Values of required arguments that are no ids. */
const PLAIN = {
  countryIso3: (known) => known.countryIso3, appealCode: (known) => known.appealCode, level: () => 1, from: () => 1, table: () => 'PRESENCE',
  kind: () => 'REACHED',
};
/** The type that an argument names, where it is not called like it. */
const TYPES = { planId: 'ResponsePlan', areaId: 'AdminArea', periodId: 'ReportingPeriod', roundId: 'NeedsRound', organisationId: 'Organisation' };

const named = (type) => (type.ofType ? named(type.ofType) : type.name);
const isConnection = (type) => named(type).endsWith('Connection');
const required = (field) => field.args.filter(({ type, defaultValue }) => type.kind === 'NON_NULL' && defaultValue === null);
const written = (type) => (type.kind === 'NON_NULL' ? `${written(type.ofType)}!` : type.kind === 'LIST' ? `[${written(type.ofType)}]` : type.name);

/** What is known of the data: ids by type, and a few codes. */
class Known {
  #ids = new Map();

  add(type, id) {
    if (!this.#ids.has(type)) this.#ids.set(type, new Set());
    this.#ids.get(type).add(id);
  }

  ids(type) {
    return [...(this.#ids.get(type) ?? [])];
  }

  /** Every choice of values for an argument of a field that gives `type`; none where nothing is known. */
  values(argument, type) {
    if (PLAIN[argument.name]) return [PLAIN[argument.name](this)].filter((value) => value !== undefined);
    const of = argument.name === 'id' ? type : (TYPES[argument.name] ?? argument.name.replace(/Id$/, '').replace(/^./, (letter) => letter.toUpperCase()));
    return this.ids(of).slice(0, TRIED);
  }
}

/** The type of the records of a connection. */
function recordOf(type, types) {
  const field = (of, name) => types.get(named(of)).fields.find((one) => one.name === name).type;
  return types.get(named(field(field(type, 'edges'), 'node')));
}

/** The chains of fields from the root to every connection of the schema, the shortest first. On their way they may lead through other lists. */
function chains(types) {
  const found = new Map();
  for (const type of types.values()) {
    if (type.kind !== 'OBJECT' || type.name.startsWith('__') || ['Mutation', 'Subscription'].includes(type.name)) continue;
    for (const field of type.fields) if (isConnection(field.type)) found.set(`${type.name}.${field.name}`, []);
  }
  let level = [{ type: types.get('Query'), chain: [], passed: ['Query'] }];
  while (level.length > 0) {
    const next = [];
    for (const { type, chain, passed } of level) {
      for (const field of type.fields) {
        const step = [...chain, field];
        const known = found.get(`${type.name}.${field.name}`);
        if (known && known.length < CHAINS) known.push(step);
        const of = known ? recordOf(field.type, types) : types.get(named(field.type));
        const closed = chain.length > 0 && required(field).some(({ name }) => name !== 'first');
        if (of.kind === 'OBJECT' && !closed && !passed.includes(of.name) && step.length < DEEPEST) {
          next.push({ type: of, chain: step, passed: [...passed, of.name] });
        }
      }
    }
    level = next;
  }
  return found;
}

/** Every combination of one value from each list. */
const combine = (lists) => lists.reduce((sofar, list) => sofar.flatMap((one) => list.map((value) => [...one, value])), [[]]);

/** A document that asks for one connection, and how to find it in the answer. */
function place(name, chain, values, types) {
  const argumentsOf = chain.flatMap((field, depth) => required(field).filter((arg) => arg.name !== 'first').map((arg) => ({ arg, depth })));
  const variables = Object.fromEntries(argumentsOf.map(({ arg, depth }, index) => [`${arg.name}${depth}`, values[index]]));
  const declared = argumentsOf.map(({ arg, depth }) => `, $${arg.name}${depth}: ${written(arg.type)}`).join('');
  const node = recordOf(chain.at(-1).type, types);
  const plain = node.fields.filter((field) => ['SCALAR', 'ENUM'].includes(types.get(named(field.type)).kind) && required(field).length === 0 && !['snapshot', 'content'].includes(field.name));
  const rows = `edges { cursor node { __typename ${plain.map((field) => field.name).join(' ')} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount`;
  const selection = chain.reduceRight((inside, field, depth) => {
    const own = argumentsOf.filter((one) => one.depth === depth).map(({ arg }) => `${arg.name}: $${arg.name}${depth}`);
    if (depth === chain.length - 1) return `${field.name}(${['first: $first, after: $after', ...own].join(', ')}) { ${inside} }`;
    if (isConnection(field.type)) return `${field.name}(${[`first: ${PASSED}`, ...own].join(', ')}) { edges { node { ${inside} } } }`;
    return `${field.name}${own.length > 0 ? `(${own.join(', ')})` : ''} { ${inside} }`;
  }, rows);
  // Of lists on the way the one is taken that has most, and then always the same.
  let indices = null;
  const candidates = (data, step = 0) => {
    if (data === null || data === undefined) return [];
    if (Array.isArray(data)) return data.flatMap((one, index) => candidates(one, step).map(({ page, at }) => ({ page, at: [index, ...at] })));
    if (step === chain.length) return [{ page: data, at: [] }];
    const field = chain[step];
    const passed = isConnection(field.type) && step < chain.length - 1;
    const value = data[field.name];
    return candidates(passed ? value?.edges.map(({ node: one }) => one) : value, step + 1);
  };
  const pick = (data) => {
    const all = candidates(data);
    if (indices === null) {
      const best = all.reduce((most, one) => (one.page.edges.length > (most?.page.edges.length ?? -1) ? one : most), null);
      indices = best ? JSON.stringify(best.at) : null;
      return best?.page ?? null;
    }
    return all.find(({ at }) => JSON.stringify(at) === indices)?.page ?? null;
  };
  const found = (answer) => candidates(answer.data).length > 0;
  return { name, node: node.name, query: `query Walk($first: Int!, $after: String${declared}) { ${selection} }`, variables, pick, found };
}

/** Tries every known way to a connection, as every account: the place whose list is longest. */
async function longest(name, chain, known, types, { url, tokens }) {
  const lists = chain.flatMap((field) => required(field).filter((arg) => arg.name !== 'first').map((arg) => known.values(arg, named(field.type))));
  let best = null;
  for (const values of combine(lists).slice(0, TRIED)) {
    for (const account of ACCOUNTS) {
      const one = { ...place(name, chain, values, types), account };
      const answer = await send(url, { query: one.query, variables: { ...one.variables, first: 100, after: null }, token: tokens[account] });
      const page = answer.data ? one.pick(answer.data) : null;
            if (page && page.edges.length > (best?.length ?? -1)) best = { one, length: page.edges.length, page };
      for (const { node } of page?.edges ?? []) {
        if (node.id) known.add(node.__typename, node.id);
        if (node.__typename === 'Appeal') known.appealCode ??= node.code;
        if (node.__typename === 'Operation') known.countryIso3 ??= node.countryIso3;
      }
    }
  }
  return best && { ...best.one, length: best.length };
}

/** Finds a place to walk for every connection of the schema. What stays unknown has no way to it. */
export async function open({ url, tokens, introspect }) {
  const schema = (await introspect()).__schema;
  const types = new Map(schema.types.map((type) => [type.name, type]));
  const found = chains(types);
  const known = new Known();
  const places = new Map();
  // What one list tells is what the next one needs: operations, then their plans, then the periods of those.
  for (let before = -1; before < places.size; ) {
    before = places.size;
    for (const [name, ways] of found) {
      for (const chain of ways) {
        if (places.get(name)?.length > 0) break;
        const one = await longest(name, chain, known, types, { url, tokens });
        if (one) places.set(name, one);
      }
    }
  }
  const unknown = [...found.keys()].filter((name) => !places.has(name));
  return { places: [...places.values()], unknown };
}
