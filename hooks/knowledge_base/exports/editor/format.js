// A page's file, for the editor and back: only what was changed is written anew, every other line
// stays as it was (comments, order, quotes, folds), fields that no form shows included.
import yaml from './yaml/js-yaml.mjs';

const FILE = /^---\n([\s\S]*?\n)?---\n([\s\S]*)$/;
const OPTIONS = { schema: yaml.CORE_SCHEMA };
const WIDTH = 100;
const isMap = (value) => Boolean(value) && typeof value === 'object' && !Array.isArray(value);
const isGroup = (value) => isMap(value) || (Array.isArray(value) && value.some(isMap));

/** The format of a collection whose forms show these fields. */
export function formatOf(fields) {
  const shown = fields.filter(({ name }) => name !== 'body');
  return { fromFile: (text) => read(text, shown), toFile: (content) => written(content, shown) };
}

function parts(text) {
  const [, head = '', rest = ''] = FILE.exec(text) ?? [];
  return { head, data: yaml.load(head, OPTIONS) ?? {}, rest };
}

function read(text, shown) {
  const { data, rest } = parts(`${text}\n`);
  const content = { _file: `${text}\n`, body: rest.trim() };
  for (const { name, widget } of shown) {
    // A field that has another shape here (a translation names texts by ids) is not for the form.
    const fits = widget === 'list' ? Array.isArray(data[name]) : isMap(data[name]) === (widget === 'object');
    if (name in data && fits) content[name] = data[name];
  }
  return content;
}

function written(content, shown) {
  const { head, data, rest } = parts(content._file ?? '');
  const before = read((content._file ?? '').trim(), shown);
  const lines = head.split('\n').slice(0, -1);
  const after = Object.fromEntries(shown.map(({ name }) => [name, content[name]]));
  for (const { name } of shown) if (name in data && !(name in before)) delete after[name];
  const body = (content.body ?? '').trim();
  const end = content._file && body === before.body ? rest : `\n${body}\n`;
  return `---\n${merged(lines, 0, before, after).map((line) => `${line}\n`).join('')}---\n${end}`;
}

/** A value without what is empty; nothing where all of it is. */
function full(value) {
  if (Array.isArray(value)) return value.length ? value.map(full) : undefined;
  if (!isMap(value)) return value === '' || value === null ? undefined : value;
  const kept = Object.entries(value).map(([key, own]) => [key, full(own)]).filter(([, own]) => own !== undefined);
  return kept.length ? Object.fromEntries(kept) : undefined;
}

function same(before, after) {
  if (before === undefined && after === false) return true;
  if (isGroup(before) && isGroup(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return Array.isArray(before) === Array.isArray(after) && keys.every((key) => same(before[key], after[key]));
  }
  return JSON.stringify(texts(full(before))) === JSON.stringify(texts(full(after)));
}

const texts = (value) => (Array.isArray(value) ? value.map(texts) : isMap(value) ? value : value === undefined ? null : String(value));

/** The lines of a map, with those of each key that changed written anew. */
function merged(lines, indent, before, after) {
  const groups = grouped(lines, new RegExp(`^ {${indent}}([^\\s#:'"-][^:]*):(?:\\s|$)`));
  for (const [key, value] of Object.entries(after)) {
    if (same(before[key], value)) continue;
    const at = groups.findIndex((group) => group.key === key);
    const own = anew(at < 0 ? [] : groups[at].lines, key, indent, before[key], full(value));
    if (at >= 0) groups[at] = { key, lines: own };
    else groups.push({ key, lines: own });
  }
  return groups.flatMap((group) => group.lines);
}

function anew(lines, key, indent, before, after) {
  const [first = '', ...inside] = lines;
  const block = first.slice(indent + key.length + 1).trim().replace(/^#.*/, '') === '' && inside.length > 0;
  if (block && isMap(before) && isMap(after)) {
    const gone = Object.fromEntries(Object.keys(before).filter((name) => !(name in after)).map((name) => [name, undefined]));
    return [first, ...merged(inside, depth(inside), before, { ...after, ...gone })];
  }
  if (block && isGroup(before) && isGroup(after)) return [first, ...items(inside, before, after)];
  const note = isGroup(before) || inside.length ? '' : (/\s#.*$/.exec(first)?.[0] ?? '');
  return after === undefined ? [] : dumped({ [key]: after }, indent, note);
}

const depth = (lines) => (lines.find((line) => line.trim() && !line.trim().startsWith('#')) ?? '').search(/\S|$/);

/** The lines of a list of maps: an item is known again by its id, or else by its place. */
function items(lines, before, after) {
  const indent = depth(lines);
  const groups = grouped(lines, new RegExp(`^ {${indent}}(-) `));
  const head = groups[0]?.key ? [] : groups.shift().lines;
  const made = after.flatMap((item, index) => {
    const known = before.findIndex((one, at) => (item.id === undefined ? at === index : one.id === item.id));
    if (known < 0) return dumped([item], indent, '');
    const own = groups[known].lines;
    if (same(before[known], item)) return own;
    const plain = [`${' '.repeat(indent + 2)}${own[0].slice(indent + 2)}`, ...own.slice(1)];
    const gone = Object.fromEntries(Object.keys(before[known]).filter((name) => !(name in item)).map((name) => [name, undefined]));
    const [first, ...rest] = merged(plain, indent + 2, before[known], { ...item, ...gone });
    return [`${' '.repeat(indent)}- ${first.trimStart()}`, ...rest];
  });
  return [...head, ...made];
}

/** Lines in groups, each begun by a line that the pattern knows; what stands before the first is kept. */
function grouped(lines, pattern) {
  const groups = [];
  for (const line of lines) {
    const key = pattern.exec(line)?.[1]?.trim();
    if (key !== undefined || !groups.length) groups.push({ key, lines: [] });
    groups.at(-1).lines.push(line);
  }
  return groups;
}

/** A value as this project writes it: short lists on a line, long texts folded. */
function dumped(value, indent, note) {
  const flat = Object.values(value).every((own) => Array.isArray(own) && own.length && !own.some((item) => typeof item === 'object') && own.join(', ').length < WIDTH - 20);
  const flowLevel = flat && isMap(value) ? 1 : -1;
  const text = yaml.dump(value, { ...OPTIONS, lineWidth: WIDTH - indent, noRefs: true, flowLevel });
  const lines = text.trimEnd().split('\n').map((line) => (line ? ' '.repeat(indent) + line : line));
  return note && lines.length === 1 ? [lines[0] + note] : lines;
}
