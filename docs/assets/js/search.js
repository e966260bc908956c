// Search on the reader's device. Loaded when the search field is first used; the index comes as
// scripts, so that it works from disk too: a head with the most general entries, then only the
// shards of the words asked for and the blocks of the entries shown. Folding as in the generator
// (model/folding.py); tests/search/folding.yml holds both to one table.
(function () {
  "use strict";
  const form = document.querySelector("[data-search]");
  const field = form.querySelector("input");
  const panel = document.querySelector("[data-search-panel]");
  const list = panel.querySelector("[data-search-results]");
  const status = document.querySelector("[role=status]"), told = panel.querySelector("[data-search-told]");
  const root = form.dataset.search, locale = form.dataset.locale;
  const SHOWN = 6, DETAILED = 4, LONG = 5, FEW = 3, SLICE = 16, PAUSE = 350;
  const WHOLE = 1e6; // above any score that words add up to
  const WEIGHTS = { "": 1, "'": 3, "*": 5, "~": 9, "!": 10 };
  const CODES = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  const waiting = {}, files = {}, split = {};
  let head, readied, W, names, shardNames, run = 0, active = -1, shown = SHOWN, found = [], words = [], forms, timer, kept = "", mended = [];

  // --- Files ---------------------------------------------------------------------------------
  window.found = (name, data) => { files[name] = data; };
  window.found.fold = (text) => fold(text).join(" "); // for the table of folding alone

  /** One file of the index, asked for once; rejects where it cannot be had. */
  function get(name) {
    const key = locale + "/" + name;
    return waiting[key] || (waiting[key] = new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = root + "assets/search/" + key + ".js";
      script.onload = () => done(files[key]);
      script.onerror = () => { delete waiting[key]; script.remove(); failed(new Error(key)); };
      document.head.append(script);
    }));
  }

  /** A path of the index; on a disk no folder opens, so its file is named. */
  const file = (path) => location.protocol === "file:" ? path.replace(/(^|\/)(?=#|$)/, "$1index.html") : path;

  // --- Words ---------------------------------------------------------------------------------
  const plain = (text) => text.replace(/œ/g, "oe").replace(/Œ/g, "OE").replace(/æ/g, "ae").replace(/Æ/g, "AE")
    .replace(/(^|[^\p{L}\p{N}_])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)['’]/giu, "$1 ")
    .normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  function singular(word) {
    if (/^\d/.test(word)) return word.replace(/^(\d+)(?:er|ere|e|st|nd|rd|th)$/, "$1").replace(/^0+/, "") || "0";
    if (word.length < 4) return word;
    if (/[sx]$/.test(word) && !/ss$/.test(word)) word = word.slice(0, -1);
    return word.endsWith("y") ? word.slice(0, -1) + "ie" : word;
  }

  const fold = (text) => (plain(text).match(/[a-z0-9]+/g) || []).map(singular);
  const joined = (text) => text.replace(/\p{L}+(?:[-‐‑]\p{L}+)+/gu, (word) => word.replace(/[-‐‑]/g, ""));

  /** Words of a query that count; all of them where none does. */
  function asked(text) {
    const all = [...new Set(fold(text))];
    const some = all.filter((word) => !head.ignored.has(word) && (word.length > 1 || /\d/.test(word)));
    return some.length ? some : all;
  }

  /** Whether two words are one typing error apart: a letter more, less, other, or two swapped; doubled letters count once. */
  function near(a, b) {
    if (Math.abs(a.length - b.length) > 3) return false; // two doubled letters and one more: no need to look
    a = a.replace(/(.)\1/g, "$1");
    b = b.replace(/(.)\1/g, "$1");
    if (Math.abs(a.length - b.length) > 1) return false;
    let i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    const x = a.slice(i), y = b.slice(i);
    return x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1)
      || (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2));
  }

  // --- The head: entries by name --------------------------------------------------------------
  function unpack(data, first, count) {
    const rows = (key) => data[key].split("\n");
    const title = rows("title"), path = rows("path"), date = rows("date"), own = rows("names");
    for (let i = 0; i < count && i < title.length; i++) {
      names[first + i] = { i: first + i, title: title[i], path: path[i], date: date[i], own: own[i] ? own[i].split("\t") : [] };
    }
  }

  /** Gives the page back to its reader between two parts of a long task. */
  const breath = () => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { port1.close(); done(); };
    port2.postMessage(0);
  });

  /** The head, loaded and its names folded, once; again where it could not be had. */
  const begin = () => readied || (readied = get("head").then(unpackHead).catch((error) => { readied = null; throw error; }));

  async function unpackHead(data) {
    W = data.words;
    data.ignored = new Set(data.ignored.split(" "));
    shardNames = new Set(data.shards.split(" "));
    names = [];
    data.kind = [];
    data.counts.forEach((n, kind) => { while (n--) data.kind.push(kind); });
    head = data;
    unpack(data, 0, data.head);
    for (let i = 0; i < data.head && names[i]; i++) {
      namesOf(names[i]);
      if (i % SLICE === SLICE - 1) await breath();
    }
  }

  /** The folded names of an entry, each as its words; with and without hyphens. */
  function namesOf(entry) {
    if (!entry.folded) {
      const last = entry.path.replace(/\/$/, "").split("/").pop();
      const texts = [entry.title, ...entry.own, ...(entry.others || []).map((o) => o[0])];
      entry.folded = [];
      for (const text of texts) {
        const parts = fold(text), whole = fold(joined(text));
        entry.folded.push(parts);
        if (whole.length !== parts.length) entry.folded.push(whole);
      }
      entry.also = head.year[0][entry.i] > " " ? fold(entry.date + " " + (/^\d/.test(last) ? last : "")) : [];
    }
    return entry.folded;
  }

  const counts = (word) => !head.ignored.has(word);
  const strength = (word, other) => word === other ? 2 : other.startsWith(word) && word.length > 1 ? 1 : 0;
  const best = (word, many) => many.reduce((most, other) => Math.max(most, strength(word, other)), 0);

  /** How well the names alone answer: 0 where a word is missing; `exact` where none is a beginning. */
  function byName(entry) {
    const all = namesOf(entry), every = all.flat().concat(entry.also);
    let least = 2, sum = 0;
    for (const word of words) {
      const s = best(word, every);
      least = Math.min(least, s);
      sum += s;
    }
    if (!least) return null;
    let score = sum / words.length;
    for (const name of all) {
      const kept = name.filter(counts);
      if (!words.every((word) => best(word, name))) continue;
      const exact = words.every((word) => name.includes(word));
      score = Math.max(score, (exact ? 20 : 10) + 10 * words.length / Math.max(kept.length, words.length));
      if (exact && kept.every((word) => words.includes(word))) score = 100;
    }
    return { score, exact: least === 2 };
  }

  function inHead() {
    const hits = [];
    let exact = false;
    for (let i = 0; i < head.head && names[i]; i++) {
      const hit = byName(names[i]);
      if (hit) { hits.push({ i, score: hit.score }); exact = exact || hit.exact; }
    }
    hits.sort((a, b) => b.score - a.score || a.i - b.i);
    return { hits, exact };
  }

  // --- Shards: entries by text ----------------------------------------------------------------
  function shardOf(word) {
    for (let n = Math.min(5, word.length); n; n--) if (shardNames.has(word.slice(0, n))) return word.slice(0, n);
    return shardNames.has(word + "_") ? word + "_" : "";
  }

  async function rowsOf(shard) {
    return shard ? split[shard] || (split[shard] = rowsIn(await get("w-" + shard))) : [];
  }

  function rowsIn(text) {
    return text.split("\n").map((line) => { const at = line.indexOf("="); return [line.slice(0, at).split(" "), line.slice(at + 1)]; });
  }

  /** Shards where a mistyped word may stand: those of its beginning with one error made good. */
  function otherShards(word) {
    const tries = [word[1] + word[0] + word.slice(2), word.slice(1)];
    for (let i = 1; i < 4; i++) tries.push(word.slice(0, i) + word.slice(i + 1), word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2));
    const some = tries.map(shardOf).filter(Boolean);
    for (const name of shardNames) if (name[0] === word[0] && near(name, word.slice(0, name.length))) some.push(name);
    return [...new Set(some)].slice(0, 4);
  }

  const holding = (rows, word) => rows.filter((row) => row[0].includes(word)).map((row) => [row, 1]);
  const begun = (rows, word) => word.length < 3 ? [] : rows.filter((row) => !row[0].includes(word) && row[0].some((f) => f.startsWith(word))).map((row) => [row, 0.6]);

  /** The rows for a word: its own, then those it begins. */
  async function look(word) {
    const rows = await rowsOf(shardOf(word));
    return holding(rows, word).concat(begun(rows, word));
  }

  /** A word as it is, or where nothing has it, the nearest that something has: a name's, else a text's. */
  async function corrected(word) {
    if (word.length < LONG || /\d/.test(word) || (await look(word)).length) return word;
    const all = names.slice(0, head.head).flatMap((entry) => namesOf(entry).flat());
    const named = all.filter((other) => other.length > 3 && near(other, word));
    if (named.length) return named.find((other) => other[0] === word[0]) || named[0];
    const rows = (await Promise.all(otherShards(word).map(rowsOf))).flat();
    const close = rows.filter((row) => row[0].some((f) => f.length > 3 && near(f, word))).sort((x, y) => y[1].length - x[1].length);
    return close.length ? close[0][0].find((f) => near(f, word)) : word;
  }

  function decode(marks, times, into) {
    let i = 0;
    for (const [, step, section, level] of marks.matchAll(/(\d*)([A-Za-z])(['*~!]?)/g)) {
      i += +step;
      const weight = WEIGHTS[level] * times, known = into.get(i);
      if (!known || weight > known.weight) into.set(i, { weight, section: CODES.indexOf(section), level });
    }
  }

  async function inTexts() {
    const maps = await Promise.all(words.map(async (word) => {
      const into = new Map();
      into.all = 0; // of a common word the index tells only the strong places, and how many hold it
      for (const [row, times] of await look(word)) {
        const [all = 0] = row[1].match(/^\d+(?=\+)/) || [];
        into.all = Math.max(into.all, +all);
        decode(row[1], times, into);
        row[0].forEach((f) => forms.add(f));
      }
      return into;
    }));
    const total = head.kind.length, scores = new Map();
    maps.forEach((into) => {
      const rare = Math.log(1 + total / (Math.max(into.size, into.all) + 1));
      for (const [i, hit] of into) {
        const own = scores.get(i) || { i, score: 0, n: 0, rare: 0, section: 0, other: false };
        own.score += rare * hit.weight * head.worth[head.kind[i]];
        own.rare += rare;
        own.n++;
        if (hit.section && (!own.section || hit.weight >= own.weight)) { own.section = hit.section; own.weight = hit.weight; }
        own.other = own.other || hit.level === "~";
        scores.set(i, own);
      }
    });
    const all = [...scores.values()], common = maps.filter((into) => into.all);
    all.forEach((hit) => { hit.n += common.filter((into) => !into.has(hit.i)).length; });
    const whole = all.filter((hit) => hit.n === words.length);
    if (whole.length >= FEW || words.length < 2) return { hits: whole.sort(order), partial: false };
    const most = Math.max(0, ...all.map((hit) => hit.rare));
    const nearly = all.filter((hit) => hit.n < words.length && hit.rare > 0.6 * most).sort(order);
    return { hits: whole.sort(order).concat(nearly), partial: !whole.length && all.length > 0 };
  }
  const order = (a, b) => b.score - a.score || a.i - b.i;

  /** Loads what is shown of the first entries: sections, summary, names in other languages. */
  async function detail(hits) {
    await Promise.all(hits.filter(({ i }) => !(names[i] && names[i].sections)).map(async ({ i }) => {
      const k = Math.floor(i / head.block), first = k * head.block, data = await get("b" + k);
      if (data.title && !names[first]) unpack(data, first, head.block);
      data.sections.forEach((rows, j) => {
        const entry = names[first + j];
        if (!entry || entry.sections) return;
        entry.sections = rows.split("\n").map((row) => row.split("\t"));
        entry.others = data.others[j] ? data.others[j].split("\t").map((o) => o.split("=")) : [];
        entry.summary = data.summary[j];
        entry.folded = null;
      });
    }));
  }

  // --- A search -------------------------------------------------------------------------------
  async function search(text) {
    const mine = ++run, stale = () => mine !== run;
    kept = text;
    clearTimeout(timer);
    if (!text) return close();
    list.setAttribute("aria-busy", "true");
    list.dataset.searchQuery = text;
    try {
      if (!head) state("loading");
      await begin();
      if (stale()) return;
      words = asked(text);
      forms = new Set(words);
      shown = SHOWN;
      active = -1;
      mended = [];
      if (!words.length) return finish([], false);
      await breath();
      if (stale()) return;
      let { hits, exact } = inHead();
      found = hits;
      state(exact ? "ready" : "loading");
      if (hits.length) draw();
      await new Promise((done) => { timer = setTimeout(done, PAUSE); });
      if (stale()) return;
      const better = await Promise.all(words.map(corrected));
      if (stale()) return;
      mended = better.filter((word, n) => word !== words[n]).map(asWritten);
      if (mended.length) {
        words = better;
        forms = new Set(words);
        ({ hits, exact } = inHead());
      }
      const texts = await inTexts();
      await breath();
      if (stale()) return;
      const own = new Set(hits.map((hit) => hit.i));
      let rest = hits.length && texts.partial ? [] : texts.hits.filter((hit) => !own.has(hit.i));
      const firsts = hits.concat(rest).slice(0, DETAILED);
      await detail(firsts);
      await breath();
      if (stale()) return;
      if (!exact) rest = wholeNamesFirst(rest);
      finish(exact ? hits.concat(rest) : merge(hits, rest), texts.partial && !hits.length);
    } catch (error) {
      if (!stale()) state("error");
      console.warn(error);
    }
    if (!stale()) list.setAttribute("aria-busy", "false");
  }

  /** A folded word as a name of the head writes it. */
  function asWritten(word) {
    const texts = names.slice(0, head.head).flatMap((entry) => [entry.title, ...entry.own]);
    for (const text of texts) for (const part of text.match(/[\p{L}\p{N}]+/gu) || []) if (fold(part)[0] === word) return part;
    return word;
  }

  /** Entries whose name, in another language or beyond the head, is the query itself come first, the most general before. */
  function wholeNamesFirst(rest) {
    rest.forEach((hit) => {
      const own = names[hit.i] && names[hit.i].sections && byName(names[hit.i]);
      if (own && own.score >= 20) hit.score = own.score < 100 ? hit.score + own.score * head.worth[head.kind[hit.i]] : WHOLE - hit.i;
    });
    return rest.sort(order);
  }

  /** Names that merely begin with what was typed stand before running text, after whole names. */
  const merge = (hits, rest) => rest.filter((hit) => hit.score >= 100).concat(hits, rest.filter((hit) => hit.score < 100));

  function finish(hits, partial) {
    found = hits;
    state(hits.length ? "ready" : "empty");
    draw(partial);
  }

  // --- What is shown --------------------------------------------------------------------------
  const make = (tag, name, text) => { const e = document.createElement(tag); if (name) e.className = name; if (text) e.textContent = text; return e; };
  const tell = (text) => { status.textContent = told.textContent = text; }; // heard, and seen in the panel
  const say = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);

  /** A text with the words asked for marked. */
  function marked(element, text) {
    const all = [...forms];
    for (const part of text.split(/([\p{L}\p{N}]+)/u)) {
      const word = part && fold(part)[0];
      const hit = word && all.some((f) => word === f || (f.length > 2 && word.startsWith(f)));
      element.append(hit ? make("mark", "", part) : part);
    }
    return element;
  }

  function option(hit, index) {
    const entry = names[hit.i], link = make("a", "hit");
    const section = entry.sections && hit.section ? entry.sections[hit.section] : null;
    link.id = "hit-" + index;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    link.tabIndex = -1;
    link.href = root + file(entry.path) + (section && section[0] && !entry.path.includes("#") ? "#" + section[0] : "");
    link.append(marked(make("span", "hit__title"), entry.title));
    const about = make("span", "hit__about", [head.kinds[head.kind[hit.i]], entry.date].filter(Boolean).join(" · "));
    link.append(" ", about);
    const other = nameThatMatched(entry);
    if (other) { const note = make("span", "hit__name"); marked(note, say(W.matched, { name: other })); link.append(" ", note); }
    if (section && section[1]) link.append(" ", marked(make("span", "hit__section"), section[1]));
    if (entry.summary) link.append(" ", marked(make("span", "hit__text"), entry.summary));
    return link;
  }

  /** The name that was found, where the title does not hold the words. */
  function nameThatMatched(entry) {
    const holds = (text) => { const all = fold(text).concat(fold(joined(text))); return words.every((word) => best(word, all)); };
    if (holds(entry.title + " " + entry.date)) return "";
    const shortest = (all) => all.filter(holds).sort((a, b) => a.length - b.length)[0];
    return shortest(entry.own) || shortest((entry.others || []).map((o) => o[0])) || "";
  }

  const facets = ["kind", "year", "place"];
  const facet = (key, i) => key === "kind" ? head.kinds[head.kind[i]] : head[key][head[key][0].charCodeAt(i) - 47] || "";

  function draw(partial) {
    const chosen = facets.map((key) => panel.querySelector("select[name=" + key + "]")).map((s) => s ? s.value : "");
    const some = found.filter((hit) => facets.every((key, n) => !chosen[n] || facet(key, hit.i) === chosen[n]));
    const first = some.slice(0, shown).filter((hit) => names[hit.i]);
    list.replaceChildren(...first.map(option));
    list.hidden = !first.length;
    active = -1;
    field.removeAttribute("aria-activedescendant");
    filters(chosen);
    const more = panel.querySelector("[data-search-more]");
    more.hidden = some.length <= shown || list.dataset.searchState === "loading";
    more.textContent = W.more;
    ways(!some.length && list.dataset.searchState !== "loading");
    const n = some.length;
    tell(list.dataset.searchState === "loading" ? W.loading
      : !n ? say(W.none, { query: kept }) : (partial ? W.some + " " : "") + (mended.length ? say(W.mended, { words: mended.join(" ") }) + " " : "") + say(n > 1 ? W.many : W.one, { n }));
    open();
    if (first.length < Math.min(shown, some.length)) reveal(some);
  }

  /** Loads the entries of a longer list, then draws again. */
  async function reveal(some) {
    const mine = run;
    await detail(some.slice(0, shown));
    if (mine === run) draw();
  }

  function filters(chosen) {
    const box = panel.querySelector("[data-search-filters]");
    const done = list.dataset.searchState === "ready" && (found.length > 5 || chosen.some(Boolean));
    box.hidden = !done;
    if (!done) return;
    facets.forEach((key, n) => {
      const values = new Map();
      found.forEach((hit) => { const v = facet(key, hit.i); if (v) values.set(v, (values.get(v) || 0) + 1); });
      let select = box.querySelector("select[name=" + key + "]");
      if (!select) {
        select = make("select");
        select.name = key;
        select.setAttribute("aria-label", W[key]);
        select.addEventListener("change", () => { shown = SHOWN; draw(); });
        box.append(select);
      }
      select.hidden = values.size < 2 && !chosen[n];
      const sorted = [...values.keys()].sort(key === "year" ? (a, b) => b - a : undefined);
      select.replaceChildren(new Option(W[key], ""), ...sorted.map((v) => new Option(v + " (" + values.get(v) + ")", v, false, v === chosen[n])));
    });
  }

  /** Other ways where nothing is found: the index, the other languages, the lists. */
  function ways(none) {
    const box = panel.querySelector("[data-search-ways]");
    box.hidden = !none;
    if (!none) return box.replaceChildren();
    const links = [[form.action.split("?")[0], W.az]].concat(head.elsewhere.map(([, path, label]) => [root + file(path) + "?q=" + encodeURIComponent(kept), label]));
    document.querySelectorAll("header details nav a").forEach((a) => links.push([a.href, a.textContent]));
    box.replaceChildren(make("p", "", W.ways), make("ul"));
    for (const [href, text] of links) {
      const a = make("a", "", text), item = make("li");
      a.href = href;
      item.append(a);
      box.lastChild.append(item);
    }
  }

  function state(value) {
    list.dataset.searchState = value;
    if (value === "loading" && W) tell(W.loading);
    if (value === "error") { tell(form.dataset.failed); list.replaceChildren(); open(); }
  }

  // --- The field and its list -------------------------------------------------------------------
  const inPage = () => panel.classList.contains("found--page");
  function open() { panel.hidden = false; field.setAttribute("aria-expanded", String(!list.hidden)); }
  function close() {
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
    active = -1;
    if (!kept) { found = []; list.replaceChildren(); state("idle"); tell(""); }
    if (!inPage() || !kept) panel.hidden = true;
    if (!inPage()) tell("");
  }

  function move(step) {
    const options = list.children;
    if (!options.length) return;
    if (active >= 0) options[active].setAttribute("aria-selected", "false");
    active = (active + step + options.length + (active < 0 && step < 0 ? 1 : 0)) % options.length;
    options[active].setAttribute("aria-selected", "true");
    options[active].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", options[active].id);
    context(options[active], found[active]);
  }

  /** The words in their sentence, from the page itself, once a reader turns to a result. */
  async function context(link, hit) {
    if (!hit || link.dataset.read || !location.protocol.startsWith("http") || link.querySelector(".hit__text mark")) return;
    link.dataset.read = "1";
    try {
      const text = await (await fetch(link.href)).text();
      const page = new DOMParser().parseFromString(text, "text/html");
      const blocks = [...page.querySelectorAll("article :is(p, li, dd, td)")].map((e) => e.textContent.replace(/\s+/g, " ").trim());
      const scored = blocks.map((t) => [new Set(fold(t).filter((word) => forms.has(word))).size, t]).sort((a, b) => b[0] - a[0])[0];
      if (!scored || !scored[0]) return;
      const line = link.querySelector(".hit__text") || link.appendChild(make("span", "hit__text"));
      line.replaceChildren();
      marked(line, cut(scored[1]));
    } catch (_) { /* without the page, the summary stays */ }
  }

  /** About thirty words of a text around the first one found. */
  function cut(text) {
    const all = text.split(" "), at = Math.max(0, all.findIndex((word) => fold(word).some((w) => forms.has(w))) - 12);
    return (at ? "… " : "") + all.slice(at, at + 30).join(" ") + (at + 30 < all.length ? " …" : "");
  }

  let pause;
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => ask(field.value.trim()), head ? 90 : 0);
  });
  function ask(text) {
    if (inPage()) history.replaceState(null, "", text ? "?q=" + encodeURIComponent(text) : location.pathname);
    return search(text);
  }
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (panel.hidden && kept) open();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      list.children[active].click();
    } else if (event.key === "Escape" && !panel.hidden && !inPage()) {
      event.preventDefault();
      close();
    }
  });
  field.addEventListener("focus", () => { if (kept && panel.hidden) { draw(); } });
  form.addEventListener("submit", (event) => {
    if (!inPage() && !atIndex()) return;
    event.preventDefault();
    ask(field.value.trim());
  });
  list.addEventListener("pointerover", (event) => {
    const link = event.target.closest("a");
    if (link && event.pointerType === "mouse") context(link, found[[...list.children].indexOf(link)]);
  });
  panel.querySelector("[data-search-more]").addEventListener("click", () => {
    const before = list.children.length;
    shown += 2 * SHOWN;
    draw();
    move(before + 1);
    field.focus();
  });
  const inside = (node) => node && (panel.contains(node) || form.contains(node));
  for (const box of [form, panel]) box.addEventListener("focusout", (event) => { if (event.relatedTarget && !inside(event.relatedTarget)) close(); });
  document.addEventListener("pointerdown", (event) => { if (!inside(event.target)) close(); });

  const atIndex = () => form.action.split("?")[0] === location.href.split(/[?#]/)[0];
  const given = new URLSearchParams(location.search).get("q");
  if (atIndex()) {
    const article = document.querySelector("article");
    article.prepend(status, panel);
    panel.classList.add("found--page");
  }
  if (given && !field.value) field.value = given;
  if (field.value.trim()) search(field.value.trim());
  else begin().catch(() => {});
})();
