/** What is chosen in the filters, and how it is written behind the # of the address. */
class Filters {
  constructor(data) {
    const days = data.events.flatMap((event) => (event.first === null ? [] : [event.first, event.last]));
    this.firstDay = days.reduce((least, day) => Math.min(least, day), days[0] ?? 0);
    this.lastDay = days.reduce((most, day) => Math.max(most, day), days[0] ?? 0);
    this.categories = data.palette.map((entry) => entry.value);
    this.data = data;
    this.clear();
  }

  clear() {
    // Categories that are left out: nothing is hidden before someone asks for it.
    this.hidden = new Set();
    this.from = this.firstDay;
    this.to = this.lastDay;
    this.text = "";
    this.territory = "";
    this.located = "";
  }

  get limitsDays() {
    return this.from > this.firstDay || this.to < this.lastDay;
  }

  /** The events that pass, how many of each type would, and how many have no day. */
  apply() {
    const shown = [];
    const types = new Map(this.categories.map((value) => [value, 0]));
    const text = folded(this.text.trim());
    let undated = 0;
    for (const event of this.data.events) {
      if (this.located && event.located !== this.located) continue;
      if (!this.passesTerritory(event)) continue;
      if (text && !event.mentions(text)) continue;
      if (this.limitsDays) {
        if (event.first === null) {
          undated += 1;
          continue;
        }
        if (event.first > this.to || event.last < this.from) continue;
      }
      const category = this.data.category(event.type).value;
      types.set(category, types.get(category) + 1);
      if (!this.hidden.has(category)) shown.push(event);
    }
    return { shown, types, undated };
  }

  passesTerritory(event) {
    switch (this.territory) {
      case "": return true;
      case "any": return event.territories.length > 0;
      case "inside": return event.territoryStatus === "inside";
      case "none": return event.territories.length === 0;
      default: return event.territories.includes(this.territory);
    }
  }

  /** Takes over what stands behind the # of an address. */
  read(hash) {
    this.clear();
    const parts = new URLSearchParams(hash.replace(/^#/, ""));
    const types = parts.getAll("type");
    if (types.length) this.hidden = new Set(this.categories.filter((value) => !types.includes(value || "other")));
    const inside = (day) => Math.min(Math.max(day, this.firstDay), this.lastDay);
    this.from = inside(dayNumber(parts.get("from")) ?? this.firstDay);
    this.to = Math.max(this.from, inside(dayNumber(parts.get("to")) ?? this.lastDay));
    this.text = parts.get("q") || "";
    this.territory = parts.get("territory") || "";
    this.located = ["point", "area", "none"].includes(parts.get("located")) ? parts.get("located") : "";
    return parts;
  }

  /** The filters as they stand behind the #; empty when nothing is chosen. */
  write() {
    const parts = new URLSearchParams();
    if (this.hidden.size) {
      for (const value of this.categories) if (!this.hidden.has(value)) parts.append("type", value || "other");
      // Nothing at all is chosen: a name that no type has says so.
      if (this.hidden.size === this.categories.length) parts.append("type", "nothing");
    }
    if (this.from > this.firstDay) parts.set("from", isoDay(this.from));
    if (this.to < this.lastDay) parts.set("to", isoDay(this.to));
    if (this.text) parts.set("q", this.text);
    if (this.territory) parts.set("territory", this.territory);
    if (this.located) parts.set("located", this.located);
    return parts;
  }
}
