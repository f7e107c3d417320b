// The names of a plan's fields and their values, as people read them.
import { figure } from '../kit/numbers';
import { language, say } from '../kit/texts.svelte';
import { FREQUENCIES, KINDS, LEVELS, MODALITIES, UNITS } from './choices';

const FIELDS = ['acrossPeriods', 'acrossPlaces', 'activity', 'baseline', 'clusters', 'countsPeople', 'currency', 'denominatorLabel', 'dimensions', 'endsOn', 'frequency', 'high', 'inNeed', 'kind', 'level', 'low', 'modality', 'name', 'needsRoundId', 'numeratorLabel', 'objective', 'parent', 'registryCode', 'splits', 'startsOn', 'target', 'unit', 'unitCost', 'unitTarget'];

/** A field by its name in the graph; of texts the language stands behind it. */
export function nameOf(field: string): string {
  const [name = '', tongue] = field.split('.');
  const text = FIELDS.includes(name) ? say(`plans-field-${name}`) : field;
  return tongue ? `${text} (${tongue})` : text;
}

export function valueOf(field: string, value: string | null): string {
  if (value === null || value === '') return '—';
  const one = (list: readonly string[]) => list.includes(value);
  if (field === 'unit' && one(UNITS)) return say(`unit-${value}`);
  if (field === 'modality' && one(MODALITIES)) return say(`plans-modality-${value}`);
  if (field === 'frequency' && one(FREQUENCIES)) return say(`plans-frequency-${value}`);
  if (field === 'level' && one(LEVELS)) return say(`plans-level-${value}`);
  if (field === 'kind' && one(KINDS)) return say(`plans-kind-${value}`);
  if (field === 'kind' && one(['NUMBER', 'RATIO'])) return say(`plans-number-${value}`);
  if ((field === 'acrossPlaces' || field === 'acrossPeriods') && one(['SUM', 'MAX', 'AVERAGE', 'LATEST'])) return say(`plans-by-${value}`);
  return /^-?\d+(\.\d+)?$/.test(value) ? figure(language(), value) : value;
}
