// Walks every connection that the schema has: node connections.mjs http://127.0.0.1:8080/graphql
// The list is taken from the schema by introspection, so a new connection is walked from the day on which it is there. Where the walker does not
// know how to get to one, it fails and says so.
import { writeFileSync } from 'node:fs';
import { Suite, argument, ask, send, signIn } from './checks.mjs';
import { connections, open } from './paths.mjs';
import { beginWriting, somethingToWalk } from './records.mjs';

const url = argument(0, 'URL');
const idsFile = process.argv[3];
const suite = new Suite('connections');
/** Rows of one list that are walked, at most: one by one that is as many requests. */
const MOST = 250;
const SIZES = [1, 2, 7, 100];
const GARBAGE = ['', 'x', '\u202e', 'eyJhIjoxfQ', 'AAAA', 'WyIiLDEsMl0', 'a'.repeat(5000)];

const tokens = {};
for (const account of ['coordinator', 'admin', 'focal.point', 'viewer']) tokens[account] = await signIn(url, account);
await somethingToWalk(url, tokens);

/** One page of a connection; the whole answer, and the page where there is one. */
async function page(place, variables, account) {
  const answer = await send(url, { query: place.query, variables: { ...place.variables, ...variables }, token: tokens[account] });
  return { answer, page: answer.errors ? null : place.pick(answer.data) };
}

/** The rows of a connection, page by page, at most `most`; `each` looks at every page. */
async function walk(place, first, account, most = MOST, each = () => {}) {
  const rows = [];
  let after = null;
  for (;;) {
    const { answer, page: one } = await page(place, { first, after }, account);
    if (!one) throw new Error(`${place.name} after ${rows.length} rows: ${JSON.stringify(answer.errors ?? answer)}`);
    rows.push(...one.edges);
    each(one, after, rows.length);
    if (!one.pageInfo.hasNextPage || rows.length >= most) return { rows, whole: !one.pageInfo.hasNextPage };
    after = one.pageInfo.endCursor;
  }
}

const key = ({ cursor, node }) => node.id ?? cursor;
const keys = (rows) => rows.map(key);
const codes = (answer) => answer.errors?.map(({ extensions }) => `${extensions?.code} ${extensions?.field ?? ''}`.trim()) ?? [];

/** What every page must say of itself. */
function checkPage(place, first, one, after) {
  const { edges, pageInfo } = one;
  const right =
    edges.length <= first &&
    (edges.length === first || !pageInfo.hasNextPage) &&
    pageInfo.startCursor === (edges[0]?.cursor ?? null) &&
    pageInfo.endCursor === (edges.at(-1)?.cursor ?? null) &&
    pageInfo.hasPreviousPage === (after !== null);
  if (!right) suite.check(false, `${place.name}: a page by ${first} tells the truth of itself`, JSON.stringify(pageInfo));
  return right;
}

/** The same rows in the same order, whatever the size of the page. */
async function checkSizes(place) {
  const { rows: all, whole } = place.base;
  for (const first of SIZES) {
    const { rows } = await walk(place, first, place.account, MOST, (one, after) => checkPage(place, first, one, after));
    const same = JSON.stringify(rows.slice(0, MOST)) === JSON.stringify(all.slice(0, MOST));
    suite.check(same && rows.length >= Math.min(all.length, MOST), `${place.name}: pages by ${first} are the whole list`);
  }
  suite.check(new Set(all.map(({ cursor }) => cursor)).size === all.length, `${place.name}: no cursor twice`);
  suite.check(new Set(keys(all)).size === all.length, `${place.name}: no record twice`);
  const { page: one } = await page(place, { first: 1, after: null }, place.account);
  const told = one.totalCount;
  suite.check(told === null || !whole || told === all.length, `${place.name}: totalCount is the length`, `${told}, not ${all.length}`);
  // The last place of a whole list is its end.
  if (whole && all.length > 0) {
    const { page: end } = await page(place, { first: 1, after: all.at(-1).cursor }, place.account);
    suite.check(end.edges.length === 0 && !end.pageInfo.hasNextPage, `${place.name}: nothing follows the last row`);
  }
}

/** What is no page is refused, and the argument to blame is named. */
async function checkRefusals(place, others) {
  for (const first of [-1, 0, 101, 2147483647]) {
    const { answer } = await page(place, { first, after: null }, place.account);
    // One that is far too large is refused for the size of the document, before any field looks at it.
    const refused = codes(answer)[0] === 'INVALID first' || (first > 100 && codes(answer)[0] === 'TOO_COMPLEX');
    suite.check(!place.found(answer) && refused, `${place.name}: first ${first} is refused`, codes(answer));
  }
  for (const variables of [{ first: null }, { first: 'all' }, { first: 1.5 }, { first: 2147483648 }]) {
    const { answer } = await page(place, variables, place.account);
    suite.check(!answer.data && codes(answer)[0]?.startsWith('INVALID'), `${place.name}: ${JSON.stringify(variables)} is refused`);
  }
  const without = place.query.replace(/first: \$first, ?/, '').replace(/\$first: Int!, ?/, '');
  const missing = await send(url, { query: without, variables: place.variables, token: tokens[place.account] });
  suite.check(!missing.data && codes(missing)[0] === 'INVALID', `${place.name}: a missing first is refused`, codes(missing));
  for (const after of GARBAGE) {
    const { answer } = await page(place, { first: 1, after }, place.account);
    const refused = !place.found(answer) && codes(answer)[0] === 'INVALID after';
    suite.check(refused, `${place.name}: the cursor ${JSON.stringify(after.slice(0, 20))} is refused`, codes(answer));
  }
  const foreign = others.filter(({ node, base }) => node !== place.node && base.rows.length > 0);
  for (const other of foreign) {
    const { answer } = await page(place, { first: 1, after: other.base.rows[0].cursor }, place.account);
    const refused = !place.found(answer) && codes(answer)[0] === 'INVALID after';
    if (!refused) suite.check(false, `${place.name}: a cursor of ${other.name} is refused`, JSON.stringify(answer).slice(0, 200));
  }
  suite.check(foreign.length > 0, `${place.name}: cursors of ${foreign.length} other lists were tried`);
}

/** A cursor carries no rights: whoever gets it from somebody else sees at most what the own walk shows. */
async function checkOtherViewers(place) {
  const cursor = place.base.rows[0]?.cursor;
  if (!cursor) return;
  for (const account of ['focal.point', 'viewer']) {
    const own = await walk(place, 100, account, 10_000).then(({ rows }) => new Set(keys(rows)), () => new Set());
    const { answer, page: lent } = await page(place, { first: 100, after: cursor }, account);
    const more = lent ? keys(lent.edges).filter((one) => !own.has(one)) : [];
    suite.check(more.length === 0, `${place.name}: a cursor of ${place.account} shows ${account} nothing more`, `${more} ${codes(answer)}`);
  }
}

const { places, unknown } = await open({ url, tokens, introspect: () => introspection() });
async function introspection() {
  return ask(url, connections.introspection, {});
}
for (const name of unknown) {
  suite.check(false, `${name} is walked`, 'no way to it is known: tell tests/conformance/paths.mjs what its arguments are');
}
for (const place of places) {
  await suite.work(`${place.name} can be read`, async () => {
    place.base = await walk(place, 100, place.account);
  });
}
const readable = places.filter(({ base }) => base);
for (const place of readable) {
  suite.check(place.base.rows.length > 0, `${place.name} has rows`, 'an empty list proves nothing: let tests/conformance/records.mjs make some');
  await suite.work(place.name, async () => {
    await checkSizes(place);
    await checkRefusals(place, readable);
    await checkOtherViewers(place);
  });
}

// The same lists again while others write: what was there before is there once.
const writer = beginWriting(url, tokens);
for (const place of readable) {
  await suite.work(`${place.name} while others write`, async () => {
    const { rows } = await walk(place, 2, place.account, 60);
    const seen = keys(rows);
    suite.check(new Set(seen).size === seen.length, `${place.name}: no record twice while others write`);
    const before = keys(place.base.rows);
    const reached = before.indexOf(seen.findLast((one) => before.includes(one)));
    const lost = before.slice(before.indexOf(seen.find((one) => before.includes(one))), reached + 1).filter((one) => !seen.includes(one));
    suite.check(lost.length === 0, `${place.name}: no record lost while others write`, `${lost}`);
  });
}
const written = await writer.end();
suite.check(written > 0, 'others wrote meanwhile');

// For whoever fuzzes: ids that there are, by type.
if (idsFile) {
  const ids = {};
  for (const { node, id } of readable.flatMap(({ base }) => base.rows.slice(0, 20).map((row) => ({ node: row.node.__typename, id: row.node.id })))) {
    if (id) ids[node] = [...new Set([...(ids[node] ?? []), id])];
  }
  writeFileSync(idsFile, JSON.stringify(ids));
}
const long = readable.filter(({ base }) => base.rows.length > 2).length;
suite.finish(`${readable.length} connections, ${long} of more than two rows, ${written} records written meanwhile`);
