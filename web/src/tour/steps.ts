// Where the tour leads, by what a person does.
import { coordinates, installs, reports } from '../kit/session.svelte';

export interface Stop {
  key: string;
  path: string;
}
const stop = (key: string, path: string): Stop => ({ key, path });

export function stops(): Stop[] {
  if (installs()) return [stop('partners', 'partners'), stop('members', 'members'), stop('places', 'places'), stop('setup', 'setup'), stop('history', 'history'), stop('help', 'help')];
  if (coordinates()) return [stop('month', ''), stop('review', 'review'), stop('situation', 'situation'), stop('plan', 'plan'), stop('partners', 'partners'), stop('help', 'help')];
  if (reports()) return [stop('month', ''), stop('reports', 'reports'), stop('import', 'import'), stop('situation', 'situation'), stop('unsent', 'unsent'), stop('help', 'help')];
  return [stop('month', ''), stop('situation', 'situation'), stop('plan', 'plan'), stop('help', 'help')];
}
