// What the screens of import read and do.
import { graphql, type ResultOf } from '../kit/graphql';

const MAPPING = graphql(`fragment Mapping on SheetMapping { roundPeople columns { heading occurrence field category repeated numbers dates } constants { field text } values { field text code leaveOut } }`);
export const SETTING = graphql(`query ImportSetting($plan: ID!, $operation: ID!) {
  reportingPeriods(planId: $plan, first: 100) { edges { node { id number startsOn state } } }
  responsePlan(id: $plan) { clusters { id name } }
  organisations(first: 100) { edges { node { id name } } }
  categories(operationId: $operation, first: 100) { edges { node { key label } } } }`);
export const BATCHES = graphql(`query Batches($plan: ID!, $after: String) { importBatches(planId: $plan, first: 20, after: $after) { pageInfo { hasNextPage endCursor } edges { node {
  id fileName createdAt rows added changed unchanged refused undoneAt report { id organisation { name } period { startsOn } } } } } }`);
export const INSPECT = graphql(
  `query InspectSheet($input: InspectSheetInput!) { inspectSheet(input: $input) { sheet sheets { name hidden rows knownColumns } headerRows firstRow profile { id name }
    columns { letters heading occurrence tag filled samples passedOver needsChoice numbers dates guess { field foundBy score } } mapping { ...Mapping } } }`,
  [MAPPING],
);
export const IMPORT_SHEET = graphql(
  `mutation ImportSheet($input: ImportSheetInput!) { importSheet(input: $input) { applied more previewAfter profileId
    rows { total taken same refused needsChoice leftOut headings empty } cells { fine fixed needsChoice refused } receipt { rows newPeople repeatPeople }
    reports { added changed unchanged period { startsOn } organisation { name } report { id } } batches { id }
    choices { field text rows why options { code label } } issues { sheet row column cell severity reason mend }
    preview { row outcome notes cells { cell field verdict text meaning why } } rejectedFile { name path } mapping { ...Mapping } } }`,
  [MAPPING],
);
export const IMPORT_REPORT = graphql(`mutation ImportReport($input: ImportReportInput!) { importReport(input: $input) { applied added changed unchanged removed refused moreRows more
  report { id organisation { name } period { startsOn } } rows { kind row activity place columns { column before after } } receipt { rows newPeople repeatPeople }
  issues { sheet row column cell severity reason mend } checkedFile { name path } } }`);
export const PROFILES = graphql(`query MappingProfiles($plan: ID!, $after: String) { mappingProfiles(planId: $plan, first: 20, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id name updatedAt organisation { id name }
  mapping { columns { heading field } values { text } } } } } }`);
export const RENAME_PROFILE = graphql(`mutation RenameProfile($input: RenameMappingProfileInput!) { renameMappingProfile(input: $input) { id } }`);
export const REMOVE_PROFILE = graphql(`mutation RemoveProfile($input: RemoveMappingProfileInput!) { removeMappingProfile(input: $input) }`);
export const UNDO = graphql(`mutation UndoImport($input: UndoImportInput!) { undoImport(input: $input) { id } }`);

export type Inspection = ResultOf<typeof INSPECT>['inspectSheet'];
export type SheetImport = ResultOf<typeof IMPORT_SHEET>['importSheet'];
export type ReportImport = ResultOf<typeof IMPORT_REPORT>['importReport'];
export type Mapping = Inspection['mapping'];
export type Column = Mapping['columns'][number];
export type Field = NonNullable<Column['field']>;

export const FIELDS = ['ORGANISATION', 'PERIOD', 'YEAR', 'ACTIVITY', 'INDICATOR', 'ADM1', 'ADM2', 'ADM3', 'AREA', 'SITE', 'POPULATION_GROUP', 'MODALITY', 'STATUS', 'NIL', 'PEOPLE', 'WHOM', 'COUNTED_BEFORE', 'VALUE', 'DENOMINATOR', 'UNITS', 'AMOUNT', 'CURRENCY', 'PROJECT', 'REMARKS', 'SECTOR'] as const;
