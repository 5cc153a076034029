/** The day of an event in a few words. */
function dayOf(event) {
  if (event.first === null) return WORDS.noDay;
  if (event.isBound) return WORDS.notLaterThan(shownDay(event.last));
  if (event.first === event.last) return shownDay(event.first);
  return WORDS.dayRange(shownDay(event.first), shownDay(event.last));
}

/** What happened: the finest type that is known. */
function kindOf(event) {
  return event.get("sub_event_type") || event.type || WORDS.otherType;
}

/** An event in one line, without markup: for lists and for screen readers. */
function lineOf(event) {
  const parts = [dayOf(event), kindOf(event), event.get("location") || WORDS.noPlace];
  const harm = harmOf(event);
  if (harm.length) parts.push(harm.join(", "));
  return parts.join(" · ");
}

/** What is said of killed and injured; nothing when no figure is given. */
function harmOf(event) {
  const isPooled = event.get("harm_pooled") === true;
  const kinds = isPooled ? ["casualties"] : ["killed", "injured"];
  const parts = [];
  for (const kind of kinds) {
    const [low, high] = ["min", "max"].map((end) => event.figure(`${kind}_${end}`));
    const what = WORDS[kind];
    if (low === null && high === null) continue;
    if (high === 0) parts.push(WORDS.nobody(what));
    else if (high === null) parts.push(WORDS.atLeast(low, what));
    else if (low === null) parts.push(WORDS.atMost(high, what));
    else parts.push(low === high ? WORDS.exactly(low, what) : WORDS.between(low, high, what));
  }
  return parts;
}

/** The words for a value of a closed list, none for a value that is not on it. */
function known(words, value) {
  return Object.hasOwn(words, value) ? words[value] : "";
}

/** Appends a term and what is said of it, unless nothing is. */
function pair(list, term, ...content) {
  const kept = content.flat().filter((item) => item !== null && item !== undefined && item !== "");
  if (kept.length) list.append(make("dt", {}, term), make("dd", {}, kept));
}

/** Each thing on a line of its own, without those that there are not. */
function lines(...content) {
  return content.filter((item) => item && item.length !== 0).map((item) => make("div", {}, item));
}

/** Things one after the other with dots between them. */
function joined(items) {
  return items.flatMap((item, index) => (index ? [" · ", item] : [item]));
}

/** The names of the place in the languages that there are. */
function placeNames(event) {
  const seen = new Set();
  const names = [];
  for (const [field, language] of [["location", null], ["location_ar", "ar"], ["location_ckb", "ckb"]]) {
    const name = event.get(field);
    if (typeof name !== "string" || seen.has(name)) continue;
    seen.add(name);
    names.push(speech("bdi", name, language));
  }
  return joined(names);
}

function unitsOf(event) {
  const names = ["admin3", "admin2", "admin1", "country"].map((level) => event.get(level));
  return names.filter((name) => typeof name === "string").join(", ");
}

function whoOf(event, side) {
  const name = event.get(`${side}_name`) || event.get(side);
  if (!name) return null;
  const role = known(WORDS.role, event.get(`${side}_role`));
  const basis = known(WORDS.basis, event.get(`${side}_basis`));
  return make("span", {}, role ? `${role} ` : "", make("bdi", {}, name), basis ? ` (${basis})` : "");
}

function confidenceOf(event) {
  const parts = [];
  for (const [name, words] of Object.entries(WORDS.confidenceOf)) {
    const value = event.get(name);
    if (typeof value !== "number") continue;
    const bar = make("meter", { min: 0, max: 1, value, "aria-hidden": "true" });
    parts.push(make("div", {}, bar, ` ${value.toFixed(2)} ${words}`));
  }
  return parts;
}

function sourcesOf(event) {
  // Of a linked event the lists have all reports; an event of one may have the single fields alone.
  const all = (list, one) => (event.list(list).length ? event.list(list) : [event.get(one)].filter((item) => item));
  const parts = [];
  parts.push(...lines(joined(all("sources", "source").map((name) => speech("bdi", name, null)))));
  const day = dayNumber(event.get("published"));
  if (day !== null) parts.push(make("div", {}, WORDS.published(shownDay(day))));
  for (const address of all("urls", "url")) {
    const url = webAddress(address);
    if (!url) continue;
    const link = make("a", { href: url, target: "_blank", rel: "noopener noreferrer" });
    link.append(`${WORDS.link} (${new URL(url).hostname})`);
    parts.push(make("div", {}, link));
  }
  const reports = event.get("reports");
  if (reports > 1) parts.push(make("div", {}, WORDS.reports(reports, event.get("independent_sources"))));
  return parts;
}

/** All that is shown of one event. */
function detailsOf(event, data) {
  const category = data.category(event.type);
  const box = make("article", { class: "details" });
  const dot = make("span", { class: "dot", color: category.color, "aria-hidden": "true" });
  const badge = event.located === "area" ? make("span", { class: "badge" }, WORDS.areaEvent) : "";
  box.append(
    make("h3", { tabindex: "-1" }, dot, kindOf(event)),
    make("p", { class: "kind" }, kindOf(event) === event.type ? "" : event.type, badge),
  );
  const quote = event.get("quote");
  if (typeof quote === "string" && quote) {
    box.append(make("figure", { "aria-label": WORDS.quote }, speech("blockquote", quote, event.get("lang"))));
  }
  const list = make("dl");
  const basis = [known(WORDS.datePrecision, event.get("date_precision")), known(WORDS.dateBasis, event.get("date_basis"))];
  pair(list, WORDS.when, lines(dayOf(event), basis.filter((words) => words).join("; ")));
  const radius = event.get("radius_km");
  const precision = [known(WORDS.placePrecision, event.get("precision"))];
  if (typeof radius === "number") precision.push(WORDS.radius(radius < 10 ? radius.toFixed(1) : Math.round(radius)));
  const names = placeNames(event);
  pair(list, WORDS.where, lines(names.length ? names : WORDS.noPlace, unitsOf(event)),
    make("div", { class: "soft" }, precision.filter((words) => words).join(", ")));
  const qualifier = event.get("harm_qualifier");
  pair(list, WORDS.harm, harmOf(event).join(", ") || WORDS.noHarm, qualifier ? make("bdi", {}, ` (${qualifier})`) : null);
  pair(list, WORDS.who, lines(whoOf(event, "actor1"), whoOf(event, "actor2")));
  const status = known(WORDS.territoryStatus, event.territoryStatus);
  pair(list, WORDS.territory, lines(status, event.list("territory_names").join(", ")));
  pair(list, WORDS.confidence, confidenceOf(event));
  pair(list, WORDS.sources, sourcesOf(event));
  const twin = event.get("possible_duplicate_of");
  pair(list, WORDS.flags, lines(twin ? WORDS.duplicate(twin) : "", event.list("flags").join(", ")));
  pair(list, WORDS.id, make("code", {}, event.id));
  box.append(list);
  return box;
}
