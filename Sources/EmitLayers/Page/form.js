/** The form of the filters. */
class FilterForm {
  constructor(data, filters, changed) {
    this.data = data;
    this.filters = filters;
    this.changed = changed;
    this.node = (id) => document.getElementById(id);
    this.makeTypes();
    this.makeDates();
    this.makeChoices();
    const later = debounced(() => this.changed());
    this.node("search").addEventListener("input", (event) => {
      filters.text = event.target.value;
      later();
    });
    this.node("form").addEventListener("submit", (event) => event.preventDefault());
    this.node("form").addEventListener("reset", (event) => {
      event.preventDefault();
      filters.clear();
      this.fill();
      this.changed();
    });
    for (const name of ["territory", "located"]) {
      this.node(name).addEventListener("change", (event) => {
        filters[name] = event.target.value;
        this.changed();
      });
    }
  }

  makeTypes() {
    this.boxes = new Map();
    const present = new Set(this.data.events.map((event) => this.data.category(event.type).value));
    for (const entry of this.data.palette) {
      if (!present.has(entry.value)) continue;
      const box = make("input", { type: "checkbox" });
      const count = make("span", { class: "number" });
      box.addEventListener("change", () => {
        if (box.checked) this.filters.hidden.delete(entry.value);
        else this.filters.hidden.add(entry.value);
        this.changed();
      });
      const label = entry.value ? entry.label : WORDS.otherType;
      const dot = make("span", { class: "dot", color: entry.color, "aria-hidden": "true" });
      this.node("types").append(make("label", {}, box, dot, make("span", {}, label), count));
      this.boxes.set(entry.value, { box, count });
    }
    this.node("types").hidden = this.boxes.size === 0;
  }

  makeDates() {
    const { firstDay, lastDay } = this.filters;
    const isUseful = this.data.events.some((event) => event.first !== null) && lastDay > firstDay;
    this.node("dates").hidden = !isUseful;
    const later = debounced(() => this.changed());
    for (const name of ["from", "to"]) {
      const slider = this.node(name);
      slider.min = firstDay;
      slider.max = lastDay;
      slider.addEventListener("input", () => {
        const day = Number(slider.value);
        this.filters[name] = name === "from" ? Math.min(day, this.filters.to) : Math.max(day, this.filters.from);
        this.fillDates();
        later();
      });
    }
    // How many events a stretch of time has.
    const width = Math.max(1, (lastDay - firstDay + 1) / 60);
    this.stretches = [];
    for (const event of this.data.events) {
      if (event.last === null) continue;
      const index = Math.floor((event.last - firstDay) / width);
      this.stretches[index] = (this.stretches[index] || 0) + 1;
    }
    const most = this.stretches.reduce((a, b) => Math.max(a, b || 0), 1);
    this.bars = [];
    for (let index = 0; index * width < lastDay - firstDay + 1; index += 1) {
      const bar = make("i");
      bar.style.height = `${Math.round((100 * (this.stretches[index] || 0)) / most)}%`;
      this.bars.push({ bar, first: firstDay + index * width, last: firstDay + (index + 1) * width - 1 });
      this.node("bars").append(bar);
    }
  }

  makeChoices() {
    const territories = new Map();
    for (const event of this.data.events) {
      const names = event.list("territory_names");
      event.territories.forEach((id, index) => territories.set(id, names[index] || id));
    }
    const add = (id, choices) => {
      for (const [value, words] of choices) this.node(id).append(make("option", { value, dir: "auto" }, words));
    };
    add("territory", [
      ["", WORDS.territoryAll], ["any", WORDS.territoryAny], ["inside", WORDS.territoryInside],
      ["none", WORDS.territoryNone],
    ]);
    add("territory", [...territories].sort((a, b) => (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0)));
    add("located", [
      ["", WORDS.locatedAll], ["point", WORDS.locatedPoint], ["area", WORDS.locatedArea], ["none", WORDS.locatedNone],
    ]);
  }

  /** Puts the filters into the form. */
  fill() {
    for (const [value, { box }] of this.boxes) box.checked = !this.filters.hidden.has(value);
    this.node("search").value = this.filters.text;
    this.node("territory").value = this.filters.territory;
    this.node("located").value = this.filters.located;
    this.fillDates();
  }

  fillDates() {
    for (const name of ["from", "to"]) {
      const day = this.filters[name];
      this.node(name).value = day;
      this.node(name).setAttribute("aria-valuetext", shownDay(day));
      this.node(`${name}-day`).textContent = shownDay(day);
    }
    for (const { bar, first, last } of this.bars) {
      bar.classList.toggle("out", last < this.filters.from || first > this.filters.to);
    }
  }

  /** Puts what the filters gave beside them. */
  tell({ types, undated }) {
    for (const [value, { count }] of this.boxes) count.textContent = grouped(types.get(value));
    this.node("undated").textContent = undated ? WORDS.undatedHidden(undated) : "";
  }
}

/** Calls at most once a frame's while, the last time counts. */
function debounced(action) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, 60);
  };
}
