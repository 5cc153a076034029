/** The day of an event in a few words. */
function dayOf(event) {
  if (event.first === null) return WORDS.noDay;
  if (event.isBound) return WORDS.notLaterThan(shownDay(event.last));
  return event.first === event.last ? shownDay(event.first) : WORDS.dayRange(shownDay(event.first), shownDay(event.last));
}

/** An event in one line, without markup: for lists and for screen readers. */
function lineOf(event) {
  const parts = [dayOf(event), event.get("sub_event_type") || event.type || WORDS.otherType, event.get("location") || WORDS.noPlace];
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
    const low = event.get(`${kind}_min`);
    const high = event.get(`${kind}_max`);
    const what = WORDS[kind];
    if (low === null && high === null) continue;
    if (high === 0) parts.push(WORDS.nobody(what));
    else if (high === null) parts.push(WORDS.atLeast(low, what));
    else if (low === null) parts.push(WORDS.atMost(high, what));
    else parts.push(low === high ? WORDS.exactly(low, what) : WORDS.between(low, high, what));
  }
  return parts;
}

function pair(list, term, ...content) {
  const kept = content.flat().filter((item) => item !== null && item !== undefined && item !== "");
  if (kept.length) list.append(make("dt", {}, term), make("dd", {}, kept));
}

function lines(...content) {
  return content.filter((item) => item).map((item) => make("div", {}, item));
}

/** The names of the place in the languages that there are. */
function placeNames(event) {
  const seen = new Set();
  const names = [];
  for (const [field, language] of [["location", null], ["location_ar", "ar"], ["location_ckb", "ckb"]]) {
    const name = event.get(field);
    if (typeof name !== "string" || seen.has(name)) continue;
    seen.add(name);
    if (names.length) names.push(" · ");
    names.push(speech("bdi", name, language));
  }
  return names;
}

function unitsOf(event) {
  return ["admin3", "admin2", "admin1", "country"].map((name) => event.get(name)).filter((name) => typeof name === "string").join(", ");
}

function whoOf(event, side) {
  const name = event.get(`${side}_name`) || event.get(side);
  if (!name) return null;
  const role = WORDS.role[event.get(`${side}_role`)] || "";
  const basis = WORDS.basis[event.get(`${side}_basis`)] || "";
  return make("span", {}, role ? `${role} ` : "", make("bdi", {}, name), basis ? ` (${basis})` : "");
}

function confidenceOf(event) {
  const parts = [];
  for (const [name, words] of Object.entries(WORDS.confidenceOf)) {
    const value = event.get(name);
    if (typeof value === "number") parts.push(make("div", {}, make("meter", { min: 0, max: 1, value, "aria-hidden": "true" }), ` ${value.toFixed(2)} ${words}`));
  }
  return parts;
}

function sourcesOf(event) {
  const names = event.list("sources").length ? event.list("sources") : [event.get("source")].filter((name) => name);
  const addresses = event.list("urls").length ? event.list("urls") : [event.get("url")].filter((url) => url);
  const published = event.get("published");
  const parts = [];
  if (names.length) parts.push(make("div", {}, names.flatMap((name, index) => [index ? " · " : "", speech("bdi", name, null)])));
  const day = dayNumber(published);
  if (day !== null) parts.push(make("div", {}, WORDS.published(shownDay(day))));
  for (const address of addresses) {
    const url = webAddress(address);
    if (!url) continue;
    parts.push(make("div", {}, make("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, `${WORDS.link} (${new URL(url).hostname})`)));
  }
  const reports = event.get("reports");
  if (typeof reports === "number" && reports > 1) parts.push(make("div", {}, WORDS.reports(reports, event.get("independent_sources"))));
  return parts;
}

/** All that is shown of one event. */
function detailsOf(event, data) {
  const category = data.category(event.type);
  const box = make("article", { class: "details" });
  box.append(
    make("h3", { tabindex: "-1" }, make("span", { class: "dot", color: category.color, "aria-hidden": "true" }),
      event.get("sub_event_type") || event.type || WORDS.otherType),
    make("p", { class: "kind" }, event.type && event.get("sub_event_type") !== event.type ? event.type : "",
      event.located === "area" ? make("span", { class: "badge" }, WORDS.areaEvent) : ""),
  );
  const quote = event.get("quote");
  if (typeof quote === "string" && quote) {
    box.append(make("figure", { "aria-label": WORDS.quote }, speech("blockquote", quote, event.get("lang"))));
  }
  const list = make("dl");
  const basis = [WORDS.datePrecision[event.get("date_precision")], WORDS.dateBasis[event.get("date_basis")]].filter((words) => words);
  pair(list, WORDS.when, lines(dayOf(event), basis.join("; ")));
  const radius = event.get("radius_km");
  const precision = [WORDS.placePrecision[event.get("precision")] || "", typeof radius === "number" ? WORDS.radius(radius < 10 ? radius.toFixed(1) : Math.round(radius)) : ""];
  const names = placeNames(event);
  pair(list, WORDS.where, names.length ? make("div", {}, names) : WORDS.noPlace, lines(unitsOf(event)),
    make("div", { class: "soft" }, precision.filter((words) => words).join(", ")));
  const qualifier = event.get("harm_qualifier");
  pair(list, WORDS.harm, harmOf(event).join(", ") || WORDS.noHarm, qualifier ? make("bdi", {}, ` (${qualifier})`) : null);
  pair(list, WORDS.who, lines(whoOf(event, "actor1"), whoOf(event, "actor2")));
  const status = WORDS.territoryStatus[event.territoryStatus];
  pair(list, WORDS.territory, lines(status, event.list("territory_names").join(", ")));
  pair(list, WORDS.confidence, confidenceOf(event));
  pair(list, WORDS.sources, sourcesOf(event));
  const twin = event.get("possible_duplicate_of");
  pair(list, WORDS.flags, lines(twin ? WORDS.duplicate(twin) : "", event.list("flags").join(", ")));
  pair(list, WORDS.id, make("code", {}, event.id));
  box.append(list);
  return box;
}
