// A report between the API and the device.
import { graphql, type ResultOf } from '../graphql';
import { ask } from '../session.svelte';
import type { Cell, Content, Row } from './kinds';

export const ROW = graphql(`fragment RowContent on ReportRow {
  id rowKey populationGroup modality status nil units amount currency remarks
  activity { id refCode name unit } indicator { id refCode name unit countsPeople kind } area { id pcode name } site { id code name } project { id code name }
  cells { category { id key label kind } newPeople repeatPeople value denominator clean { newPeople repeatPeople value denominator why at stale } } }`);
export const REPORT_CONTENT = graphql(
  `fragment ReportContent on Report { id nil rows(first: 100) { pageInfo { hasNextPage endCursor } edges { node { ...RowContent } } } }`,
  [ROW],
);
const MORE = graphql(
  `query MoreRows($id: ID!, $after: String) { report(id: $id) { rows(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { ...RowContent } } } } }`,
  [ROW],
);

export type RowRead = ResultOf<typeof ROW>;
export type ContentRead = ResultOf<typeof REPORT_CONTENT>;

/** All rows of a report, however many pages they fill. */
export async function allRows(report: ContentRead): Promise<RowRead[]> {
  const rows = report.rows.edges.map((edge) => edge.node);
  let { hasNextPage, endCursor } = report.rows.pageInfo;
  while (hasNextPage) {
    const page = (await ask(MORE, { id: report.id, after: endCursor })).report?.rows;
    if (!page) break;
    rows.push(...page.edges.map((edge) => edge.node));
    ({ hasNextPage, endCursor } = page.pageInfo);
  }
  return rows;
}

export const rowOf = (row: RowRead): Row => ({
  activityId: row.activity?.id ?? '',
  indicatorId: row.indicator?.id ?? '',
  areaId: row.area?.id ?? null,
  siteId: row.site?.id ?? null,
  populationGroup: row.populationGroup,
  modality: row.modality,
  status: row.status,
  nil: row.nil,
  units: row.units,
  amount: row.amount,
  currency: row.currency,
  remarks: row.remarks,
  projectId: row.project?.id ?? null,
  cells: row.cells.map(({ category, newPeople, repeatPeople, value, denominator }) => ({ categoryId: category?.id ?? '', newPeople, repeatPeople, value, denominator })),
});

export const readContent = async (report: ContentRead): Promise<Content> => ({ nil: report.nil, rows: (await allRows(report)).map(rowOf) });

const spoken = <T extends object>(one: T): Partial<T> => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null)) as Partial<T>;

/** Rows as they are sent: what says nothing is left out, and a row with nothing to report has no cells. */
export const sentRows = (content: Content): Partial<Row>[] =>
  content.nil
    ? []
    : content.rows.map((row) => ({
        ...spoken(row),
        cells: row.nil ? [] : (row.cells.map(spoken).filter((cell) => Object.keys(cell).length > 1) as Cell[]),
      }));
