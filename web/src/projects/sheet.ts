// A project sheet as it is written: text as typed, until it is sent.
import type { VariablesOf } from '../kit/graphql';
import { plusDays, type Language } from '../kit/numbers';
import { readAmount } from '../kit/amounts';
import type { ProjectRead, TargetRead, CREATE } from './reading';
import type { Source } from './states';

type Content = VariablesOf<typeof CREATE>['input']['content'];
export interface Named {
  id: string;
  name: string;
}
export interface TargetLine {
  key: number;
  activityId: string;
  /** The areas from the largest down to the one that is meant. */
  path: string[];
  people: string;
  units: string;
}
export interface BudgetLine {
  key: number;
  activityId: string;
  source: Source;
  donor: Named | null;
  funded: boolean;
  amount: string;
}
export interface SheetText {
  code: string;
  clusterId: string;
  lead: Named | null;
  name: string;
  /** The language of the title; the writer's where it was not said. */
  tongue?: Language;
  description: string;
  startsOn: string;
  lastDay: string;
  partners: Named[];
  targets: TargetLine[];
  budget: BudgetLine[];
}

let keys = 0;
export const target = (): TargetLine => ({ key: ++keys, activityId: '', path: [], people: '', units: '' });
export const cost = (): BudgetLine => ({ key: ++keys, activityId: '', source: 'BILATERAL', donor: null, funded: false, amount: '' });
export const blank = (clusterId: string, lead: Named | null, span: { startsOn: string; endsOn: string }): SheetText => ({
  code: '', clusterId, lead, name: '', description: '', startsOn: span.startsOn, lastDay: plusDays(span.endsOn, -1), partners: [], targets: [target()], budget: [cost()],
});
/** A sheet that was kept: its lines get keys of their own. */
export const revived = (sheet: SheetText): SheetText => ({ ...sheet, targets: sheet.targets.map((line) => ({ ...line, key: ++keys })), budget: sheet.budget.map((line) => ({ ...line, key: ++keys })) });

/** The text of a project that is there. */
export const written = (project: ProjectRead, targets: readonly TargetRead[]): SheetText => ({
  code: project.code,
  clusterId: project.cluster?.id ?? '',
  lead: project.organisation,
  name: project.name,
  description: project.description ?? '',
  startsOn: project.startsOn,
  lastDay: plusDays(project.endsOn, -1),
  partners: project.implementingOrganisations.map(({ id, name }) => ({ id, name })),
  targets: targets.map((line) => ({
    key: ++keys, activityId: line.activity?.id ?? '', people: line.people ?? '', units: line.units ?? '',
    path: [...(line.area?.ancestors.filter((area) => area.level > 0).map((area) => area.id) ?? []), ...(line.area ? [line.area.id] : [])],
  })),
  budget: project.budget.map((line) => ({ key: ++keys, activityId: line.activity?.id ?? '', source: line.sourceKind, donor: line.donor, funded: line.funded, amount: line.amount })),
});

const empty = (line: TargetLine) => !line.activityId && !line.path.length && !line.people && !line.units;
const emptyCost = (line: BudgetLine) => !line.amount.trim() && !line.donor && !line.activityId;

export type Problem = { id: string; text: string; values?: Record<string, string> };

/** What is missing or wrong, each with the field that it is about; the texts are keys. */
export function problemsOf(sheet: SheetText): Problem[] {
  const problems: Problem[] = [];
  const wrong = (is: boolean, id: string, text: string, row?: number) => is && problems.push({ id, text, ...(row === undefined ? {} : { values: { row: String(row + 1) } }) });
  wrong(!sheet.name.trim(), 'content-name', 'project-name-missing');
  wrong(!sheet.code.trim(), 'code', 'project-code-missing');
  wrong(!sheet.lead, 'organisationId', 'project-lead-missing');
  wrong(!sheet.startsOn || !sheet.lastDay || sheet.lastDay < sheet.startsOn, 'content-startsOn', 'project-days-wrong');
  sheet.targets.forEach((line, row) => {
    if (empty(line)) return;
    wrong(!line.activityId, `content-targets-${row}-activityId`, 'project-target-activity-missing', row);
    wrong(!line.path.length, `content-targets-${row}-areaId`, 'project-target-area-missing', row);
    wrong(readAmount(line.people) === undefined, `content-targets-${row}-people`, 'project-target-people-wrong', row);
    wrong(readAmount(line.units) === undefined, `content-targets-${row}-units`, 'project-target-units-wrong', row);
  });
  sheet.budget.forEach((line, row) => !emptyCost(line) && wrong(typeof readAmount(line.amount) !== 'string', `content-budget-${row}-amount`, 'project-amount-wrong', row));
  return problems;
}

/** What is sent. Lines that say nothing are left out. */
export const contentOf = (sheet: SheetText, language: Content['language'], currency: string): Content => ({
  name: sheet.name.trim(), language, description: sheet.description.trim() || null, startsOn: sheet.startsOn, endsOn: plusDays(sheet.lastDay, 1), currency,
  organisationIds: sheet.partners.map((one) => one.id),
  targets: sheet.targets.filter((line) => !empty(line)).map((line) => ({ activityId: line.activityId, areaId: line.path.at(-1) ?? '', people: readAmount(line.people) ?? null, units: readAmount(line.units) ?? null })),
  budget: sheet.budget.filter((line) => !emptyCost(line)).map((line) => ({ activityId: line.activityId || null, sourceKind: line.source, donorId: line.donor?.id ?? null, funded: line.funded, amount: readAmount(line.amount) ?? '0' })),
});

/** The field of the form that the server names; lines that were left out before are gone, so rows are counted without them. */
export function placeOf(field: string | undefined, sheet: SheetText): string {
  const [, list, at, rest] = field?.match(/^content\.(targets|budget)\.(\d+)\.(\w+)$/) ?? [];
  if (!list) return field?.replaceAll('.', '-') ?? 'project-form';
  const kept = list === 'targets' ? sheet.targets.map((line, row) => (empty(line) ? -1 : row)) : sheet.budget.map((line, row) => (emptyCost(line) ? -1 : row));
  return `content-${list}-${kept.filter((row) => row >= 0)[Number(at)] ?? 0}-${rest}`;
}
