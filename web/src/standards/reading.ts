// What the rooms of standards read and do.
import { graphql } from '../kit/graphql';

export const SCORE = graphql(`fragment Score on StandardScore { score strict completeness met partial notMet notApplicable notAssessed domain domainName method methodVersion asOf source }`);
const SCORES = graphql(`fragment Scores on ChecklistScores { evidenceCount unsupportedCount overall { ...Score } domains { ...Score } }`, [SCORE]);
export const ACTION = graphql(`fragment Improvement on ImprovementAction { id code gap action priority dueOn status overdue version personId personName organisation { id name } checklist { id } }`);
const EVIDENCE = graphql(`fragment Shown on Evidence { id code kind url fileId collectedOn collectedBy note }`);

/** The latest rounds of what is looked at: scores of standards side by side. */
export const ROUNDS = graphql(
  `query Rounds($operation: ID!, $subject: ID) { checklists(operationId: $operation, filter: { subjectId: $subject, status: SUBMITTED }, first: 12) { edges { node { id subjectId subjectKind round status assessedOn cluster { id name } organisation { id name } framework { id code edition }
    scores { ...Scores } standards { code title domain score { ...Score } items { evidenceCount } } } } } }`,
  [SCORES, SCORE],
);
export const DRAFTS = graphql(`query Drafts($operation: ID!) { checklists(operationId: $operation, filter: { status: DRAFT }, first: 20) { edges { node { id subjectId subjectKind round assessedOn cluster { name } organisation { id name } framework { edition } scores { overall { completeness } } } } } }`);
export const CHECKLISTS = graphql(
  `query Checklists($operation: ID!, $filter: ChecklistFilterInput, $after: String) { checklists(operationId: $operation, filter: $filter, first: 25, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    edges { node { id subjectId subjectKind round status assessedOn cluster { name } organisation { id name } framework { edition } scores { evidenceCount overall { ...Score } } } } } }`,
  [SCORE],
);
export const CHECKLIST = graphql(
  `query Checklist($id: ID!) { checklist(id: $id) { id subjectId subjectKind round status assessedOn note submittedAt version outdatedCodes operation { id } cluster { id name } organisation { id name } framework { id code edition name source }
    scores { ...Scores } standards { code title domain score { ...Score } items { code text rating reason note evidenceCount unsupported } } } }`,
  [SCORES, SCORE],
);
export const EVIDENCE_OF = graphql(`query EvidenceOf($id: ID!, $after: String) { checklist(id: $id) { id evidence(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { ...Shown } } } } }`, [EVIDENCE]);
export const ACTIONS_OF = graphql(`query ActionsOf($id: ID!, $after: String) { checklist(id: $id) { id improvementActions(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { ...Improvement } } } } }`, [ACTION]);
export const ACTIONS = graphql(
  `query Actions($operation: ID!, $filter: ImprovementActionFilterInput, $after: String) { improvementActions(operationId: $operation, filter: $filter, first: 25, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { ...Improvement } } } }`,
  [ACTION],
);
export const COMPARE = graphql(
  `query Compare($before: ID!, $after: ID!) { checklistComparison(beforeId: $before, afterId: $after) { acrossEditions comparable overallChange before { id round assessedOn framework { edition } } after { id round assessedOn framework { edition } }
    overallBefore { ...Score } overallAfter { ...Score } standards { codeBefore codeAfter title change incomparable ratedOtherwise before { ...Score } after { ...Score } } } }`,
  [SCORE],
);
export const SUBJECTS = graphql(`query Subjects($operation: ID!, $after: String) { sites(operationId: $operation, first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id code name area { name } } } } }`);
export const APPEALS = graphql(`query AppealsToLookAt($operation: ID!) { appeals(operationId: $operation, first: 100) { edges { node { id code name } } } }`);
export const ORGANISATIONS = graphql(`query OrganisationsToLookAt($search: String) { organisations(search: $search, first: 20) { edges { node { id name } } } }`);
export const ORGANISATION = graphql(`query OrganisationLookedAt($id: ID!) { organisation(id: $id) { id name } }`);
export const FRAMEWORKS = graphql(`query Frameworks { frameworks(first: 20) { edges { node { id code edition name source publishedOn standards { code keyActions { id } } } } } }`);
export const FRAMEWORK = graphql(`query Framework($id: ID!) { framework(id: $id) { id code edition name source publishedOn domains { number name } standards { code title titleVerified domainVerified weight domain { number name } counterparts { code title } keyActions { code text texts { language } } } } }`);
const ITEM = graphql(`fragment Meaning on ContextualItem { code text threshold texts { language text } }`);
export const CONTEXTS = graphql(`query Contexts($operation: ID!, $after: String) { contextualisations(operationId: $operation, first: 25, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id step adoptedOn url fileId version framework { id code edition name standards { code title keyActions { code text } } } items { ...Meaning } } } } }`, [ITEM]);

export const CREATE = graphql(`mutation CreateChecklist($input: CreateChecklistInput!) { createChecklist(input: $input) { id } }`);
export const UPDATE = graphql(`mutation UpdateChecklist($input: UpdateChecklistInput!) { updateChecklist(input: $input) { id version } }`);
export const RATE = graphql(`mutation RateChecklist($input: RateChecklistInput!) { rateChecklist(input: $input) { id version } }`);
export const SUBMIT = graphql(`mutation SubmitChecklist($input: SubmitChecklistInput!) { submitChecklist(input: $input) { id } }`);
export const ADD_EVIDENCE = graphql(`mutation AddEvidence($input: AddEvidenceInput!) { addEvidence(input: $input) { id } }`);
export const REMOVE_EVIDENCE = graphql(`mutation RemoveEvidence($input: RemoveEvidenceInput!) { removeEvidence(input: $input) { id } }`);
export const ADD_ACTION = graphql(`mutation AddImprovementAction($input: AddImprovementActionInput!) { addImprovementAction(input: $input) { id } }`);
export const UPDATE_ACTION = graphql(`mutation UpdateImprovementAction($input: UpdateImprovementActionInput!) { updateImprovementAction(input: $input) { id } }`);
export const IMPORT_TEXTS = graphql(`mutation ImportKeyActions($input: ImportKeyActionsInput!) { importKeyActions(input: $input) { applied added translated changed unchanged left moreIssues issues { sheet cell row severity reason mend } } }`);
export const START_CONTEXT = graphql(`mutation StartContextualisation($input: StartContextualisationInput!) { startContextualisation(input: $input) { id } }`);
export const UPDATE_CONTEXT = graphql(`mutation UpdateContextualisation($input: UpdateContextualisationInput!) { updateContextualisation(input: $input) { id } }`);
export const SET_ITEMS = graphql(`mutation SetContextualItems($input: SetContextualItemsInput!) { setContextualItems(input: $input) { id } }`);
