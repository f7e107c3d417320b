// Fails when a language lacks a text or a variable of the client's catalogue, or when the client asks for a text that is nowhere.
// A count chooses by `$count-form`, which must know every form of its language.
import { parse } from '@fluent/syntax';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const LANGUAGES = ['en', 'fr', 'es', 'pt', 'ar'];
const problems = [];

function walk(node, visit) {
  if (!node || typeof node !== 'object') return;
  visit(node);
  for (const value of Object.values(node)) if (Array.isArray(value)) value.forEach((one) => walk(one, visit)); else if (value?.type) walk(value, visit);
}

function catalogue(language) {
  const texts = new Map();
  for (const entry of parse(readFileSync(`${root}locales/${language}/web.ftl`, 'utf8'), {}).body) {
    if (entry.type === 'Junk') problems.push(`${language}: cannot be read: ${entry.content.slice(0, 60)}`);
    if (entry.type !== 'Message') continue;
    const name = entry.id.name;
    if (texts.has(name)) problems.push(`${language}: ${name} is there twice`);
    const variables = new Set();
    walk(entry.value, (node) => {
      if (node.type === 'VariableReference') variables.add(node.id.name.replace(/-form$/, ''));
      if (node.type === 'SelectExpression' && node.selector.id?.name.endsWith('-form')) {
        const has = node.variants.map((variant) => variant.key.name ?? variant.key.value);
        const wants = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
        for (const form of wants) if (!has.includes(form)) problems.push(`${language}: ${name} lacks the form [${form}]`);
      }
    });
    texts.set(name, [...variables].sort().join(' '));
  }
  return texts;
}

const english = catalogue('en');
for (const language of LANGUAGES.slice(1)) {
  const texts = catalogue(language);
  for (const [name, variables] of english) {
    if (!texts.has(name)) problems.push(`${language}: ${name} is missing`);
    else if (texts.get(name) !== variables) problems.push(`${language}: ${name} fills in "${texts.get(name)}", English "${variables}"`);
  }
  for (const name of texts.keys()) if (!english.has(name)) problems.push(`${language}: ${name} is not in English`);
}

const used = new Set();
const prefixes = [];
for (const file of readdirSync(`${root}web/src`, { recursive: true })) {
  if (!/\.(svelte|ts)$/.test(file) || file.includes('.test.')) continue;
  const source = readFileSync(`${root}web/src/${file}`, 'utf8');
  for (const [, name] of source.matchAll(/\bsay\(\s*['"]([\w-]+)['"]/g)) used.add(name);
  for (const [, name] of source.matchAll(/\btext: '([\w-]+)'/g)) used.add(`nav-${name}`);
  // A name that is chosen between two stands inside the call, so any literal that is a name counts as asked for.
  for (const [, name] of source.matchAll(/'([\w-]+)'/g)) if (english.has(name)) used.add(name);
  for (const [, prefix] of source.matchAll(/\bsay\(\s*`([\w-]+)\$\{/g)) prefixes.push(prefix);
}
for (const name of used) if (!english.has(name)) problems.push(`the client asks for ${name}, which is nowhere`);
for (const name of english.keys()) {
  if (!used.has(name) && !prefixes.some((prefix) => name.startsWith(prefix))) problems.push(`nobody asks for ${name}`);
}

for (const problem of problems) console.error(problem);
console.log(`texts: ${english.size} in ${LANGUAGES.length} languages, ${problems.length} problems`);
process.exit(problems.length ? 1 : 0);
