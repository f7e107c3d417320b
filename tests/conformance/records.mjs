// What the walker of connections needs in the database: lists that are long enough, and somebody who writes while it walks.
import { randomUUID } from 'node:crypto';
import { ask, signIn } from './checks.mjs';

const ORGANISATION = 'mutation($input: CreateOrganisationInput!) { createOrganisation(input: $input) { id } }';
const TOKEN = 'mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) { apiToken { id } } }';

/** An organisation whose name may stand anywhere in the list. */
function organisation(url, token) {
  const name = `${randomUUID().slice(0, 8)} walked past`;
  return ask(url, ORGANISATION, { input: { organisation: { name, kind: 'NNGO' } } }, token);
}

function apiToken(url, token) {
  const input = { clientMutationId: randomUUID(), name: 'a token to page through', readOnly: true, validDays: 1 };
  return ask(url, TOKEN, { input }, token);
}

/** A place in the first operation, and an area of its country. */
async function operation(url, token) {
  const { operations } = await ask(url, '{ operations(first: 1) { edges { node { id countryIso3 } } } }', {}, token);
  const { id, countryIso3 } = operations.edges[0].node;
  const areas = 'query($iso3: String!) { adminAreas(countryIso3: $iso3, level: 2, first: 1) { edges { node { id } } } }';
  const { adminAreas } = await ask(url, areas, { iso3: countryIso3 }, token);
  return { operationId: id, areaId: adminAreas.edges[0].node.id };
}

const SITE = 'mutation($input: CreateSiteInput!) { createSite(input: $input) { id } }';

/** A site whose code may stand anywhere in the list. */
function site(url, token, of) {
  const code = `S-${randomUUID().slice(0, 8)}`;
  return ask(url, SITE, { input: { ...of, kind: 'SCHOOL', name: `School ${code}`, language: 'en', code } }, token);
}

const OPERATION = 'mutation($input: CreateOperationInput!) { createOperation(input: $input) { id } }';
const PLAN = 'mutation($input: CreatePlanInput!) { createPlan(input: $input) { id } }';
const APPEAL = 'mutation($input: CreateAppealInput!) { createAppeal(input: $input) { id } }';
const CLUSTERS = 'query($id: ID!) { operation(id: $id) { clusters { id } } }';

/** An operation, a plan and an appeal, of which the demo has one each. */
async function another(url, tokens, operationId, number) {
  const names = [{ language: 'en', text: `Another ${number}` }];
  const settings = { names, defaultLanguage: 'en', timeZone: 'Africa/Nairobi' };
  const year = { startsOn: '2026-01-01', endsOn: '2027-01-01', currency: 'USD' };
  const code = `ZZ-${randomUUID().slice(0, 8).toUpperCase()}`;
  const { operation: of } = await ask(url, CLUSTERS, { id: operationId }, tokens.coordinator);
  await ask(url, OPERATION, { input: { code, settings } }, tokens.admin);
  const plan = { operationId, code, kind: 'OTHER', name: names[0].text, language: 'en', clusterIds: [of.clusters[0].id], ...year };
  await ask(url, PLAN, { input: plan }, tokens.coordinator);
  await ask(url, APPEAL, { input: { operationId, code, kind: 'FLASH_APPEAL', names, ...year } }, tokens.coordinator);
}

const CONTEXTUALISE = 'mutation($input: StartContextualisationInput!) { startContextualisation(input: $input) { id } }';

/** A contextualisation of each edition of the standards, of which the demo has none. */
async function contextualisations(url, token, operationId) {
  const { frameworks } = await ask(url, '{ frameworks(first: 10) { edges { node { id } } } }', {}, token);
  for (const { node: { id } } of frameworks.edges) await ask(url, CONTEXTUALISE, { input: { operationId, frameworkId: id } }, token);
}

const INVITE = 'mutation($input: InviteUserInput!) { inviteUser(input: $input) { __typename } }';

/** Somebody who was invited and has not answered; `example.org` is nobody's. */
async function invitation(url, token, number) {
  const { operationId, clusterIds } = (await ask(url, ROLE, {}, token)).viewer.roles[0];
  const whom = { email: `invited-${number}@walked.example.org`, name: `Invited ${number}`, language: 'en' };
  return ask(url, INVITE, { input: { ...whom, role: 'VIEWER', operationId, clusterId: clusterIds[0] } }, token);
}

const READ_IN = 'mutation($input: ImportSheetInput!) { importSheet(input: $input) { profileId } }';

/** A way to read sheets, remembered for the partner. */
async function profile(url, token, planId, number) {
  const kept = await fetch(url.replace(/\/graphql$/, '/files?name=walked.csv'), {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}` },
    body: `heading ${number}\na row\n`,
  });
  const { id } = await kept.json();
  const mapping = { columns: [{ heading: `heading ${number}`, field: 'REMARKS' }] };
  const { clusterIds } = (await ask(url, PLACE, {}, token)).viewer.roles[0];
  const input = { clientMutationId: randomUUID(), planId, clusterId: clusterIds[0], fileId: id, mapping, saveAs: `walked ${number}` };
  return ask(url, READ_IN, { input }, token);
}

const ROLE = '{ viewer { roles { operationId organisationId clusterIds } } }';
const PLAN_TO_SERVE = `query($id: ID!) { responsePlans(operationId: $id, first: 1) { edges { node { id currency startsOn endsOn
  activities(first: 10) { edges { node { id unit indicators { targets(first: 20) { edges { node { area { id } target } } } } } } } } } } }`;
const PROPOSE = 'mutation($input: CreateProjectInput!) { createProject(input: $input) { id version } }';
const SUBMIT = 'mutation($input: MoveProjectInput!) { moveProject(input: $input) { id version } }';
const APPROVE = 'mutation($input: DecideProjectInput!) { decideProject(input: $input) { id } }';

/** Projects that do the same in the same places, for more people than the plan has. */
async function projects(url, tokens, number) {
  const { operationId, organisationId, clusterIds } = (await ask(url, ROLE, {}, tokens['focal.point'])).viewer.roles[0];
  const plan = (await ask(url, PLAN_TO_SERVE, { id: operationId }, tokens.coordinator)).responsePlans.edges[0].node;
  const targetsOf = ({ indicators }) => indicators.flatMap(({ targets }) => targets.edges);
  const served = plan.activities.edges.map(({ node }) => node).filter((activity) => activity.unit === 'CHILDREN' && targetsOf(activity).length > 0);
  const place = ({ id }, { node }) => ({ activityId: id, areaId: node.area.id, people: '1000000' });
  const wanted = served.flatMap((activity) => targetsOf(activity).map((target) => place(activity, target)));
  const seen = new Set();
  const targets = wanted.filter(({ activityId, areaId }) => !seen.has(activityId + areaId) && seen.add(activityId + areaId));
  const { startsOn, endsOn, currency } = plan;
  const budget = [{ sourceKind: 'CERF', funded: false, amount: '1000' }];
  const content = { name: `Another project ${number}`, language: 'en', startsOn, endsOn, currency, targets, budget };
  const input = { planId: plan.id, clusterId: clusterIds[0], organisationId, code: `Z-${randomUUID().slice(0, 8)}`, content };
  const { createProject: { id, version } } = await ask(url, PROPOSE, { input }, tokens['focal.point']);
  const { moveProject } = await ask(url, SUBMIT, { input: { projectId: id, baseVersion: version, to: 'SUBMITTED' } }, tokens['focal.point']);
  await ask(url, APPROVE, { input: { projectId: id, baseVersion: moveProject.version, to: 'APPROVED' } }, tokens.coordinator);
}

const PLAN_IN = 'query($id: ID!) { responsePlans(operationId: $id, first: 1) { edges { node { id } } } }';
const SHARE = 'mutation($input: CreateShareLinkInput!) { createShareLink(input: $input) { shareLink { id } } }';

const OPENED = 'query($id: ID!) { reportingPeriods(planId: $id, first: 100) { edges { node { id state } } } }';
const REMIND = 'mutation($input: RemindInput!) { remind(input: $input) { reminded } }';
const COUNTED = 'query($id: ID!) { reports(planId: $id, filter: { statuses: [ACCEPTED] }, first: 3) { edges { node { id version } } } }';
const REOPEN = 'mutation($input: ReturnReportInput!) { reopenReport(input: $input) { id } }';

/** Of the demo's plan: links to what was published, reminders of the month that is open, and reports that were opened again since. */
async function since(url, token, operationId) {
  const planId = (await ask(url, PLAN_IN, { id: operationId }, token)).responsePlans.edges[0].node.id;
  const { reportingPeriods } = await ask(url, OPENED, { id: planId }, token);
  const { node: last } = reportingPeriods.edges.filter(({ node }) => node.state === 'OPEN').at(-1);
  await ask(url, REMIND, { input: { periodId: last.id } }, token);
  for (const { node: { id, version } } of (await ask(url, COUNTED, { id: planId }, token)).reports.edges) {
    await ask(url, REOPEN, { input: { reportId: id, baseVersion: version, note: 'Count again' } }, token);
  }
  for (const name of ['One', 'Two', 'Three']) await ask(url, SHARE, { input: { planId, name, validDays: 1 } }, token);
}

/** Lists that the demo leaves empty or short. */
export async function somethingToWalk(url, tokens) {
  const of = await operation(url, tokens.coordinator);
  for (let number = 1; number <= 3; number += 1) await projects(url, tokens, number);
  for (let number = 1; number <= 3; number += 1) await another(url, tokens, of.operationId, number);
  await contextualisations(url, tokens.coordinator, of.operationId);
  const { plan } = await partner(url);
  for (let number = 1; number <= 5; number += 1) await profile(url, tokens['focal.point'], plan, number);
  await since(url, tokens.coordinator, of.operationId);
  for (let number = 0; number < 9; number += 1) {
    await apiToken(url, tokens.coordinator);
    await site(url, tokens.coordinator, of);
    await invitation(url, tokens.coordinator, number);
  }
}

/** Writes one record after the other until it is told to end; how many there were. */
export function beginWriting(url, tokens) {
  let ended = false;
  let written = 0;
  const work = (async () => {
    const of = await operation(url, tokens.coordinator);
    while (!ended) {
      await organisation(url, tokens.coordinator);
      await apiToken(url, tokens.coordinator);
      await site(url, tokens.coordinator, of);
      written += 3;
    }
    return written;
  })();
  return {
    end() {
      ended = true;
      return work;
    },
  };
}

const PLACE = '{ viewer { roles { operationId organisationId clusterIds } } }';
const PLAN_OF = 'query($id: ID!) { responsePlans(operationId: $id, first: 1) { edges { node { id } } } }';
const STAND = `query($plan: ID!, $organisation: ID!) {
  reportingPeriods(planId: $plan, first: 100) { edges { node { id state } } }
  reports(planId: $plan, filter: { organisationId: $organisation, statuses: [DRAFT] }, first: 1) {
    edges { node { uuid version nil period { id } cluster { id } } } } }`;
const SAVE = `mutation($input: SaveReportInput!) { saveReport(input: $input) {
  __typename ... on ReportSaved { report { id version } } ... on ReportInvalid { issues { reason } } ... on ReportLocked { reason } } }`;

/** A partner that can change its report of the last open period: `plan`, and `change`, which gives the report as it is then. */
export async function partner(url) {
  const token = await signIn(url, 'focal.point');
  const { operationId, organisationId, clusterIds } = (await ask(url, PLACE, {}, token)).viewer.roles[0];
  const plan = (await ask(url, PLAN_OF, { id: operationId }, token)).responsePlans.edges[0].node.id;
  const change = async () => {
    const stand = await ask(url, STAND, { plan, organisation: organisationId }, token);
    const begun = stand.reports.edges[0]?.node;
    const open = stand.reportingPeriods.edges.filter(({ node }) => node.state === 'OPEN').at(-1).node;
    // What says the same again changes nothing, and nobody is told of it.
    const common = { planId: plan, organisationId, nil: !begun?.nil, rows: [], clientMutationId: randomUUID() };
    const input = begun
      ? { ...common, id: begun.uuid, baseVersion: begun.version, periodId: begun.period.id, clusterId: begun.cluster.id }
      : { ...common, baseVersion: 0, periodId: open.id, clusterId: clusterIds[0] };
    const { saveReport } = await ask(url, SAVE, { input }, token);
    if (!saveReport.report) throw new Error(JSON.stringify(saveReport));
    return saveReport.report;
  };
  return { token, plan, change };
}

const APPEAL_OF = 'query($id: ID!) { appeals(operationId: $id, first: 1) { edges { node { id code } } } }';
const PUBLISH = 'mutation($input: PublishEditionInput!) { publishEdition(input: $input) { number } }';

/** A coordinator who can publish: the appeal's `code`, and `publish`, which gives the edition. */
export async function publisher(url) {
  const token = await signIn(url, 'coordinator');
  const { operations } = await ask(url, '{ operations(first: 1) { edges { node { id } } } }', {}, token);
  const { id, code } = (await ask(url, APPEAL_OF, { id: operations.edges[0].node.id }, token)).appeals.edges[0].node;
  const publish = async () => {
    const asOf = new Date().toISOString().slice(0, 10);
    return (await ask(url, PUBLISH, { input: { appealId: id, asOf, note: 'for those who listen' } }, token)).publishEdition;
  };
  return { code, publish };
}
