// Compares `schema.graphql` with the one that clients were last promised: node breaking.mjs released.graphql schema.graphql
// A change that breaks a client fails, until the promise is renewed on purpose (docs/CONTRIBUTING.md, "The promise of the schema").
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { Suite, argument } from './checks.mjs';

const [promised, present] = [argument(0, 'PROMISED'), argument(1, 'PRESENT')].map((file) => readFileSync(file, 'utf8'));
const suite = new Suite('breaking');

/** What changed from one schema to another, by how bad it is. */
async function changes(from, to) {
  const all = await diff(buildSchema(from), buildSchema(to));
  const of = (level) => all.filter(({ criticality }) => criticality.level === level).map(({ message, path }) => `${path}: ${message}`);
  return { breaking: of(CriticalityLevel.Breaking), dangerous: of(CriticalityLevel.Dangerous), safe: of(CriticalityLevel.NonBreaking) };
}

const { breaking, dangerous, safe } = await changes(promised, present);
for (const one of dangerous) console.log(`  look at this: ${one}`);
suite.check(breaking.length === 0, 'nothing that was promised is broken', breaking.map((one) => `\n    ${one}`).join(''));

// The gate sees what it is there for: each of these breaks somebody.
const PLANTED = [
  ['a field is gone', /\n.*\n  viewer: Viewer\n/, '\n'],
  ['a type of an answer changed', /(\n  iso3: )String!/, '$1Int!'],
  ['an answer may be null now', /(type Country \{\n(?:.*\n)*?  iso3: )String!/, '$1String'],
  ['an argument became required', /(adminAreas\(.*level: )Int,/, '$1Int!,'],
  ['an input field is gone', /\n  "The password\." password: String!/, ''],
  ['a new input field is required', /(input SignInInput \{\n)/, '$1  "X." captcha: String!\n'],
  ['a value of an enum is gone', /\n  "The first months after a sudden disaster\." FLASH_APPEAL/, ''],
  ['a member of a union is gone', / \| ReportLocked/, ''],
];
for (const [what, from, to] of PLANTED) {
  const broken = present.replace(from, to);
  const seen = broken === present ? [] : (await changes(present, broken)).breaking;
  suite.check(seen.length > 0, `the gate sees it when ${what}`);
}
const harmless = present.replace('type Country {', 'type Country {\n  "X."\n  harmless: String');
suite.check(harmless !== present && (await changes(present, harmless)).breaking.length === 0, 'the gate lets a new field pass');
suite.finish(`since the promise: ${safe.length} additions, ${dangerous.length} to look at, ${breaking.length} that break`);
