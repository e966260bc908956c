// Asks MiniSearch and lunr what search.py asks: { documents: { fr: [{ id, title, text }] }, queries:
// { fr: ["…"] } } on standard input, the paths found and each index as sent on standard output.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import lunr from "lunr";
import french from "lunr-languages/lunr.fr.js";
import several from "lunr-languages/lunr.multi.js";
import stemmers from "lunr-languages/lunr.stemmer.support.js";
import MiniSearch from "minisearch";

const { documents, queries } = JSON.parse(readFileSync(0, "utf8"));
const FOUND = 5, LONG = 5;
const told = {};
const tell = (engine, locale, ask, index) => {
  told[`${engine} ${locale}`] = { found: queries[locale].map((query) => ask(query).slice(0, FOUND)), bytes: gzipSync(index, { level: 9 }).length };
};

// Every word, beginnings, one error in words of five letters: what its guide proposes.
for (const [locale, rows] of Object.entries(documents)) {
  const index = new MiniSearch({ fields: ["title", "text"] });
  index.addAll(rows);
  const options = { combineWith: "AND", prefix: true, fuzzy: (word) => (word.length >= LONG ? 1 : false), boost: { title: 10 } };
  tell("minisearch", locale, (query) => index.search(query, options).map((hit) => hit.id), JSON.stringify(index));
}

// As the theme does: both languages in one, every word, made on the reader's device from the texts.
stemmers(lunr);
french(lunr);
several(lunr);
const every = Object.values(documents).flat();
lunr.tokenizer.separator = /[\s-]+/;
const index = lunr(function () {
  this.use(lunr.multiLanguage("en", "fr"));
  this.ref("id");
  this.field("title", { boost: 1000 });
  this.field("text");
  every.forEach((row) => this.add(row));
});
const required = (query) => index.query((asked) => {
  for (const word of lunr.tokenizer(query)) asked.term(word, { presence: lunr.Query.presence.REQUIRED });
}).map((hit) => hit.ref);
for (const locale of Object.keys(queries)) tell("lunr", locale, required, JSON.stringify(every));

process.stdout.write(JSON.stringify(told));
