// Fails when a language lacks a file, a text or a variable of the client's texts, or when the client asks for a text that is nowhere.
// web.ftl has what every screen needs, the kit and home, and what several rooms say; web-ROOM.ftl has what one room alone says, which nobody else asks for.
// A count chooses by `$count-form`, which must know every form of its language.
import { parse } from '@fluent/syntax';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const LANGUAGES = ['en', 'fr', 'es', 'pt', 'ar'];
const EVERYWHERE = 'web.ftl';
const problems = [];

function walk(node, visit) {
  if (!node || typeof node !== 'object') return;
  visit(node);
  for (const value of Object.values(node)) if (Array.isArray(value)) value.forEach((one) => walk(one, visit)); else if (value?.type) walk(value, visit);
}

/** Every text of a language: its variables, and the file that it lies in. */
function catalogue(language) {
  const texts = new Map();
  for (const file of readdirSync(`${root}locales/${language}`).filter((name) => /^web(-\w+)?\.ftl$/.test(name))) {
    for (const entry of parse(readFileSync(`${root}locales/${language}/${file}`, 'utf8'), {}).body) {
      if (entry.type === 'Junk') problems.push(`${language}/${file}: cannot be read: ${entry.content.slice(0, 60)}`);
      if (entry.type !== 'Message') continue;
      const name = entry.id.name;
      if (texts.has(name)) problems.push(`${language}/${file}: ${name} is in ${texts.get(name).file} already`);
      const variables = new Set();
      walk(entry.value, (node) => {
        if (node.type === 'VariableReference') variables.add(node.id.name.replace(/-form$/, ''));
        if (node.type === 'SelectExpression' && node.selector.id?.name.endsWith('-form')) {
          const has = node.variants.map((variant) => variant.key.name ?? variant.key.value);
          const wants = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
          for (const form of wants) if (!has.includes(form)) problems.push(`${language}/${file}: ${name} lacks the form [${form}]`);
        }
      });
      texts.set(name, { file, variables: [...variables].sort().join(' ') });
    }
  }
  return texts;
}

const english = catalogue('en');
for (const language of LANGUAGES.slice(1)) {
  const texts = catalogue(language);
  for (const [name, { file, variables }] of english) {
    const here = texts.get(name);
    if (!here) problems.push(`${language}/${file}: ${name} is missing`);
    else if (here.file !== file) problems.push(`${language}/${here.file}: ${name} is in ${file} in English`);
    else if (here.variables !== variables) problems.push(`${language}/${file}: ${name} fills in "${here.variables}", English "${variables}"`);
  }
  for (const [name, { file }] of texts) if (!english.has(name)) problems.push(`${language}/${file}: ${name} is not in English`);
}

const sources = `${root}web/src`;
const rooms = readdirSync(sources).filter((name) => statSync(`${sources}/${name}`).isDirectory());
/** A text > the folders of those who ask for it. */
const asked = new Map([...english.keys()].map((name) => [name, new Set()]));
function asks(name, folder, source) {
  if (asked.has(name)) asked.get(name).add(folder);
  else problems.push(`${source} asks for ${name}, which is nowhere`);
}
for (const file of readdirSync(sources, { recursive: true })) {
  if (!/\.(svelte|ts)$/.test(file) || /\.(test|d)\.ts$/.test(file)) continue;
  const source = readFileSync(`${sources}/${file}`, 'utf8');
  const folder = file.includes('/') ? file.split('/')[0] : 'kit';
  for (const [, name] of source.matchAll(/\bsay\(\s*['"]([\w-]+)['"]/g)) asks(name, folder, file);
  // The navigation is the kit's.
  for (const [, name] of source.matchAll(/\btext: '([\w-]+)'/g)) asks(`nav-${name}`, 'kit', file);
  // A name that is chosen between two stands inside the call, so any literal that is a name counts as asked for.
  for (const [, name] of source.matchAll(/'([\w-]+)'/g)) if (english.has(name)) asks(name, folder, file);
  for (const [, prefix] of source.matchAll(/\bsay\(\s*`([\w-]+)\$\{/g)) {
    for (const name of english.keys()) if (name.startsWith(prefix) && prefix !== 'nav-') asks(name, folder, file);
  }
}
for (const [name, folders] of asked) {
  const { file } = english.get(name);
  const room = file === EVERYWHERE ? null : file.slice('web-'.length, -'.ftl'.length);
  if (room && !rooms.includes(room)) problems.push(`${file}: there is no room ${room}`);
  if (!folders.size) problems.push(`${file}: nobody asks for ${name}`);
  const strangers = room ? [...folders].filter((folder) => folder !== room) : [];
  if (strangers.length) problems.push(`${file}: ${name} is asked for in ${strangers.join(', ')}, too: move it to ${EVERYWHERE}`);
  const [only, ...others] = folders;
  if (!room && only && !others.length && !['kit', 'home'].includes(only)) problems.push(`${EVERYWHERE}: ${name} is asked for in ${only} alone: move it to web-${only}.ftl`);
}

for (const problem of problems) console.error(problem);
const count = new Set([...english.values()].map(({ file }) => file)).size;
console.log(`texts: ${english.size} in ${count} files in ${LANGUAGES.length} languages, ${problems.length} problems`);
process.exit(problems.length ? 1 : 0);
