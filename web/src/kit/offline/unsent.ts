// Reads in a file of unsent work, on whatever device and by whomever it is brought. What it says is looked at before it is believed.
import type { Content, Draft } from './kinds';

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isCount = (value: unknown): boolean => value === null || (Number.isSafeInteger(value) && (value as number) >= 0);
const isDecimal = (value: unknown): boolean => value === null || (typeof value === 'string' && /^-?\d{1,30}(\.\d+)?$/.test(value));
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';

const isCell = (cell: unknown): boolean => isRecord(cell) && isText(cell.categoryId) && isCount(cell.newPeople) && isCount(cell.repeatPeople) && isDecimal(cell.value) && isDecimal(cell.denominator);
const isRow = (row: unknown): boolean =>
  isRecord(row) && [row.activityId, row.indicatorId, row.modality, row.status].every(isText) && typeof row.nil === 'boolean' &&
  [row.areaId, row.siteId, row.populationGroup, row.currency, row.remarks, row.projectId ?? null].every(isTextOrNull) &&
  isDecimal(row.units) && isDecimal(row.amount) && Array.isArray(row.cells) && row.cells.every(isCell);
const isContent = (content: unknown): content is Content => isRecord(content) && typeof content.nil === 'boolean' && Array.isArray(content.rows) && content.rows.every(isRow);

function draft(one: unknown, userId: string, now: number): Draft | null {
  if (!isRecord(one) || !isContent(one.base) || !isContent(one.mine) || !Number.isSafeInteger(one.baseVersion)) return null;
  const { uuid, planId, periodId, clusterId, organisationId, title } = one;
  if (![uuid, planId, periodId, clusterId, organisationId, title].every(isText)) return null;
  const times = [one.savedAt, one.madeAt].filter((time) => typeof time === 'number');
  const savedAt = times.length ? Math.max(...times) : now;
  const reportId = isText(one.reportId) ? one.reportId : null;
  return { uuid, planId, periodId, clusterId, organisationId, title, reportId, userId, baseVersion: one.baseVersion, base: one.base, mine: one.mine, savedAt } as Draft;
}

/** The drafts in a file, of each report the latest; null when it is no such file, or one part of it is not right. What waited to be sent becomes a draft, too. */
export function unsentIn(text: string, userId: string, now: number): Draft[] | null {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(file) || file.format !== 'darasa-unsent' || file.version !== 1 || !Array.isArray(file.drafts) || !Array.isArray(file.parcels)) return null;
  const latest = new Map<string, Draft>();
  for (const one of [...(file.drafts as unknown[]), ...(file.parcels as unknown[])]) {
    const found = draft(one, userId, now);
    if (!found) return null;
    const had = latest.get(found.uuid);
    if (!had || had.savedAt < found.savedAt) latest.set(found.uuid, found);
  }
  return [...latest.values()];
}
