// A month's report as large as the budget means it: 30 rows, each of 7 groups, brought in as a file of unsent work and saved as a person does it.
import { gunzipSync } from 'node:zlib';
import { open, PASSWORD, url } from './harness.mjs';

const ROWS = 30;
const GROUPS = 7;

/** Asks the server as a person of the demo. */
export async function api(email, query, variables = {}) {
  const ask = async (body, token) => (await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }, body: JSON.stringify(body) })).json();
  const token = (await ask({ query: 'mutation($i: SignInInput!) { signIn(input: $i) { accessToken } }', variables: { i: { email, password: PASSWORD } } })).data.signIn.accessToken;
  const { data, errors } = await ask({ query, variables }, token);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** What a request of the client says. A large one goes packed. */
export function said(request) {
  const body = request.postDataBuffer();
  if (!body || !request.url().endsWith('/graphql')) return { query: '' };
  return JSON.parse(request.headers()['content-encoding'] === 'gzip' ? gunzipSync(body) : body);
}
export const saves = (request) => said(request).query.includes('saveReport');

/** Whether the server says that it reads packed requests. */
export const readsPacked = async () => (await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}' })).headers.get('accept-encoding')?.includes('gzip') ?? false;

const ROW = 'populationGroup modality status nil units amount currency remarks activity { id } indicator { id } area { id } site { id } project { id } cells { newPeople repeatPeople value denominator category { id } }';
const REPORT = `query($id: ID!) { report(id: $id) { uuid version nil plan { id operation { countryIso3 } } period { id } organisation { id } cluster { id } rows(first: 100) { edges { node { ${ROW} } } } } }`;
const EARLIER = `query($plan: ID!, $filter: ReportFilterInput) { reports(planId: $plan, filter: $filter, first: 5) { edges { node { rows(first: 100) { edges { node { ${ROW} } } } } } } }`;
const AREAS = 'query($country: String!) { adminAreas(countryIso3: $country, level: 2, first: 100) { edges { node { id } } } }';
const SAVE = 'mutation($input: SaveReportInput!) { saveReport(input: $input) { __typename } }';

const content = (rows) => rows.map(({ activity, indicator, area, site, project, cells, ...row }) => ({
  ...row, activityId: activity.id, indicatorId: indicator.id, areaId: area?.id ?? null, siteId: site?.id ?? null, projectId: project?.id ?? null,
  cells: cells.map(({ category, ...cell }) => ({ ...cell, categoryId: category.id })),
}));

/** The same kinds of rows in many areas, with figures of their own. */
function large(rows, areas) {
  const whole = rows.filter((row) => row.cells.length === GROUPS);
  const models = [...new Map(whole.map((row) => [`${row.indicatorId} ${row.modality}`, row])).values()].slice(0, 3);
  return Array.from({ length: ROWS }, (_, at) => ({
    ...models[at % models.length], areaId: areas[Math.floor(at / models.length)], siteId: null, nil: false,
    cells: models[at % models.length].cells.map(({ categoryId }, group) => ({ categoryId, newPeople: ((at * 7 + group) * 7919) % 1499, repeatPeople: ((at * 11 + group) * 6037) % 2503, value: null, denominator: null })),
  }));
}

/** Bytes on the wire of the request that saves it, and of its answer. Afterwards the report is as it was. */
export async function weigh(page, email, id) {
  const read = async () => (await api(email, REPORT, { id })).report;
  const was = await read();
  const names = { planId: was.plan.id, periodId: was.period.id, clusterId: was.cluster.id, organisationId: was.organisation.id };
  const rows = content(was.rows.edges.map(({ node }) => node));
  const areas = (await api(email, AREAS, { country: was.plan.operation.countryIso3 })).adminAreas.edges.map(({ node }) => node.id);
  const earlier = (await api(email, EARLIER, { plan: names.planId, filter: { organisationId: names.organisationId, statuses: ['SUBMITTED', 'ACCEPTED'] } })).reports.edges;
  const full = content(earlier.flatMap(({ node }) => node.rows.edges.map((edge) => edge.node)));
  const base = { nil: was.nil, rows };
  const draft = { ...names, uuid: was.uuid, title: 'A large month', reportId: id, baseVersion: was.version, base, mine: { nil: false, rows: large(full, areas) }, savedAt: Date.now() };
  await open(page, 'unsent');
  await page.setInputFiles('#unsent-file', { name: 'unsent.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ format: 'darasa-unsent', version: 1, drafts: [draft], parcels: [] })) });
  await page.locator('[aria-labelledby=drafts] li a').press('Enter');
  await page.waitForFunction((many) => document.querySelectorAll('.entry-row').length === many, ROWS);
  const answered = page.waitForResponse((answer) => saves(answer.request()));
  await page.locator('button', { hasText: 'Save as draft' }).press('Enter');
  const answer = await answered;
  const { requestBodySize: up, responseBodySize: down } = await answer.request().sizes();
  const outcome = (await answer.json()).data?.saveReport.__typename;
  const sent = said(answer.request()).variables.input.rows;
  const now = await read();
  await api(email, SAVE, { input: { ...names, id: was.uuid, baseVersion: now.version, ...base } });
  return { up, down, outcome, cells: sent.reduce((sum, row) => sum + row.cells.length, 0) };
}
