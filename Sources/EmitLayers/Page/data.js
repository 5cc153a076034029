/** Makes an element. Text only ever becomes text: nothing of the data is read as markup. */
function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "class") node.className = value;
    else if (name === "color") node.style.setProperty("--color", value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === "") continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return node;
}

const RIGHT_TO_LEFT = new Set(["ar", "ckb", "fa", "he", "ps", "ur"]);

/** Makes an element for words in any language, in the direction in which they are read. */
function speech(tag, text, language, attributes = {}) {
  const direction = RIGHT_TO_LEFT.has(language) ? "rtl" : "auto";
  return make(tag, { ...attributes, dir: direction, lang: language || null }, text);
}

/** The address when it is one of the web, else null: nothing else ever becomes a link. */
function webAddress(text) {
  if (typeof text !== "string" || !/^https?:\/\//i.test(text)) return null;
  try {
    const address = new URL(text);
    return address.protocol === "http:" || address.protocol === "https:" ? address.href : null;
  } catch {
    return null;
  }
}

/** Text as it is searched: lower case, without accents, vowel signs and the variants of a letter. */
function folded(text) {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/[\u0649\u06cc]/g, "\u064a")
    .replace(/\u06a9/g, "\u0643")
    .replace(/[\u0629\u06d5\u06be]/g, "\u0647")
    .toLowerCase();
}

const DAY = 86400000;

/** The number of a day written as YYYY-MM-DD, null for anything else. */
function dayNumber(text) {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(text + "T00:00:00Z");
  return Number.isNaN(time) ? null : Math.round(time / DAY);
}

/** A number of a day as YYYY-MM-DD. */
function isoDay(day) {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** A number of a day for people. */
function shownDay(day) {
  const [year, month, date] = isoDay(day).split("-");
  return `${Number(date)} ${WORDS.months[Number(month) - 1]} ${year}`;
}

/** Rings of a shape as latitudes and longitudes; they are kept as steps of 0.00001 degrees. */
function decoded(rings) {
  return rings.map((steps) => {
    const line = [];
    let x = 0;
    let y = 0;
    for (let i = 0; i + 1 < steps.length; i += 2) {
      x += steps[i];
      y += steps[i + 1];
      line.push([y / 100000, x / 100000]);
    }
    return line;
  });
}

const SEARCHED = [
  "location", "location_ar", "location_ckb", "country", "admin1", "admin2", "admin3", "actor1_name", "actor2_name",
  "event_type", "sub_event_type", "quote", "notes", "sources", "territory_names", "id",
];

/** One event: a row of the data with what filters and the map need of it. */
class MapEvent {
  constructor(row, point, area, number, columns) {
    this.row = row;
    this.columns = columns;
    this.number = number;
    this.area = area;
    this.point = point && point.length === 2 ? L.latLng(point[1], point[0]) : null;
    this.id = this.get("id") || "";
    this.type = this.get("event_type") || "";
    const start = dayNumber(this.get("date_start"));
    const end = dayNumber(this.get("date_end"));
    this.first = start ?? end;
    this.last = end ?? start;
    this.isBound = start === null && end !== null;
    this.territories = this.list("territory_ids");
    this.territoryStatus = this.get("territory_status") || "unknown";
    this.words = null;
  }

  get(name) {
    const index = this.columns.get(name);
    const value = index === undefined ? null : this.row[index];
    return value === undefined ? null : value;
  }

  figure(name) {
    const value = this.get(name);
    return typeof value === "number" ? value : null;
  }

  /** The texts of a list; of anything else none. */
  list(name) {
    const value = this.get(name);
    return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
  }

  /** `point`, `area` or `none`: how it can be drawn. */
  get located() {
    return this.point ? "point" : this.area >= 0 ? "area" : "none";
  }

  /** Whether a text, folded before, stands in any field that is searched. */
  mentions(text) {
    if (this.words === null) {
      const texts = SEARCHED.map((name) => this.get(name)).flat();
      this.words = folded(texts.filter((item) => typeof item === "string").join("\n"));
    }
    return this.words.includes(text);
  }

  /** The killed and a quarter of the injured, the least that is certain, up to 100. */
  get weight() {
    const count = (name) => Math.max(0, this.figure(name) ?? 0);
    return Math.min(100, count("killed_min") + 0.25 * count("injured_min"));
  }
}

/** All that the file holds. */
class MapData {
  constructor(source) {
    this.title = source.title;
    this.version = source.version;
    this.palette = source.palette;
    this.outlines = source.outlines;
    this.neighbors = source.neighbors;
    this.borders = source.borders;
    this.towns = source.towns;
    this.territories = source.territories;
    this.disclaimer = source.disclaimer;
    this.sources = source.sources;
    this.areas = source.areas;
    const columns = new Map(source.columns.map((name, index) => [name, index]));
    this.events = source.events.map(([row, point, area], number) => new MapEvent(row, point, area, number, columns));
    this.byID = new Map(this.events.map((event) => [event.id, event]));
    this.shapes = new Map();
  }

  /** The category of a type: one that the palette lacks belongs to the last, which is all others. */
  category(type) {
    return this.palette.find((entry) => entry.value === type) || this.palette[this.palette.length - 1];
  }

  /** An area as polygons of rings of positions. */
  shape(area) {
    if (!this.shapes.has(area)) this.shapes.set(area, this.areas[area].map(decoded));
    return this.shapes.get(area);
  }
}
