// Judges `schema.graphql` with two linters, the rules of Relay among them: node lint.mjs schema.graphql
// What does not fit the field's vocabulary or the rules of the house is left out here, each with its reason, and an exception that is no longer
// needed is an error.
import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync, mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Suite, argument } from './checks.mjs';

const { ESLint } = createRequire(import.meta.url)('eslint');
const schema = resolve(argument(0, 'SCHEMA'));
const suite = new Suite('lint');

/** Rules of graphql-schema-linter that are left out. */
const LINTER_OFF = {
  'type-fields-sorted-alphabetically': 'fields stand in the order in which they are read',
  'input-object-fields-sorted-alphabetically': 'the same',
  'enum-values-sorted-alphabetically': 'values stand in the order of their rank or of their course',
};
/** Those that are used: every other, with the three of Relay among them. */
const LINTER_RULES = [
  'arguments-have-descriptions',
  'defined-types-are-used',
  'deprecations-have-a-reason',
  'descriptions-are-capitalized',
  'enum-values-all-caps',
  'enum-values-have-descriptions',
  'fields-are-camel-cased',
  'fields-have-descriptions',
  'input-object-fields-are-camel-cased',
  'input-object-values-are-camel-cased',
  'input-object-values-have-descriptions',
  'interface-fields-sorted-alphabetically',
  'relay-connection-arguments-spec',
  'relay-connection-types-spec',
  'relay-page-info-spec',
  'types-are-capitalized',
  'types-have-descriptions',
];
/** Rules of @graphql-eslint that are left out or told what the house does, on top of `schema-recommended` and `relay`. */
const ESLINT_RULES = {
  // How the schema is printed is juniper's matter; that there are descriptions is `require-description`'s.
  '@graphql-eslint/description-style': 'off',
  // Figures, places in a list and outcomes are values: they have no identity of their own. What is a record has an id (`tests/api/schema.rs`).
  '@graphql-eslint/strict-id-in-types': 'off',
  // Lists go forward only, by `first` and `after`.
  '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
  // Short lists that always come whole (the clusters of an operation, the cells of a row) are plain lists, and rows of figures are no nodes.
  '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false, withEdgeSuffix: true }],
  '@graphql-eslint/require-description': ['error', { types: true, DirectiveDefinition: true, FieldDefinition: true, EnumValueDefinition: true }],
};
/** Single findings that are right as they are. */
const EXCEPTIONS = [
  { rule: 'enum-values-all-caps', finding: /`Language\.(en|fr|es|pt|ar)`/, why: 'ISO 639-1 writes its codes so' },
  { rule: '@graphql-eslint/naming-convention', finding: /"(en|fr|es|pt|ar)" should be in UPPER_CASE/, why: 'the same' },
  { rule: 'arguments-have-descriptions', finding: /^The `input` argument of /, why: 'an input object says itself what it is' },
  { rule: '@graphql-eslint/no-typename-prefix', finding: /"target" starts with .* "Target"/, why: 'the word of the field: the target of a target row' },
];

async function schemaLinter(file) {
  const program = new URL('node_modules/graphql-schema-linter/lib/cli.js', import.meta.url).pathname;
  const run = promisify(execFile)(process.execPath, [program, '--format', 'json', '--rules', LINTER_RULES.join(','), file], { maxBuffer: 64 << 20 });
  // It ends with 1 when it found something.
  const { stdout } = await run.catch((ended) => ended);
  return JSON.parse(stdout).errors.map(({ rule, message, location }) => ({ rule, message, line: location.line }));
}

async function schemaEslint(file) {
  const here = new URL('.', import.meta.url).pathname;
  const eslint = new ESLint({
    cwd: here,
    useEslintrc: false,
    ignore: false,
    resolvePluginsRelativeTo: here,
    overrideConfig: {
      overrides: [
        {
          files: ['*.graphql'],
          parser: '@graphql-eslint/eslint-plugin',
          parserOptions: { schema: file },
          plugins: ['@graphql-eslint'],
          extends: ['plugin:@graphql-eslint/schema-recommended', 'plugin:@graphql-eslint/relay'],
          rules: ESLINT_RULES,
        },
      ],
    },
  });
  const results = await eslint.lintFiles([file]);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => ({ rule: ruleId ?? 'parse', message, line })));
}

/** What both say of a schema. */
async function findings(file) {
  return [...(await schemaLinter(file)), ...(await schemaEslint(file))];
}

const excepted = ({ rule, message }) => EXCEPTIONS.find((exception) => exception.rule === rule && exception.finding.test(message));
const all = await findings(schema);
const wrong = all.filter((finding) => !excepted(finding));
suite.check(wrong.length === 0, 'nothing is found', wrong.map(({ rule, message, line }) => `\n    line ${line}, ${rule}: ${message}`).join(''));
for (const exception of EXCEPTIONS) {
  suite.check(all.some((finding) => excepted(finding) === exception), `an exception from ${exception.rule} is still needed`, exception.why);
}

// The linters see what they are there for: faults that are planted are found.
const PLANTED = [
  [/type CountryConnection \{\n(.*\n)*?\}/, 'type CountryConnection {\n  "x"\n  edges: [Country!]!\n}', 'relay-connection-types-spec'],
  [/type CountryEdge \{\n(.*\n)*?\}/, 'type CountryEdge {\n  "X"\n  node: [Country!]!\n}', '@graphql-eslint/relay-edge-types'],
  [/countries\(.*first: Int!, .*after: String\)/, 'countries("X" first: Int!)', 'relay-connection-arguments-spec'],
  [/hasNextPage: Boolean!/, 'hasNextPage: Boolean', 'relay-page-info-spec'],
  [/\n.*\n  viewer: Viewer\n/, '\n  viewer: Viewer\n', 'fields-have-descriptions'],
];
const folder = mkdtempSync(join(tmpdir(), 'darasa-lint-'));
try {
  const text = readFileSync(schema, 'utf8');
  for (const [what, instead, rule] of PLANTED) {
    const file = join(folder, 'schema.graphql');
    writeFileSync(file, text.replace(what, instead));
    const seen = text !== text.replace(what, instead) && (await findings(file)).some((finding) => finding.rule === rule);
    suite.check(seen, `a planted fault is found by ${rule}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
suite.finish(`${LINTER_RULES.length} rules of graphql-schema-linter (left out: ${Object.keys(LINTER_OFF).length}), @graphql-eslint with Relay`);
