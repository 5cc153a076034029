/** The whole page. */
class Page {
  constructor(data) {
    this.data = data;
    this.moved = false;
    this.map = L.map("map", {
      attributionControl: false, zoomControl: false, minZoom: 3, maxZoom: 14, zoomSnap: 0.25,
      maxBounds: [[-86, -220], [86, 220]], preferCanvas: true, keyboardPanDelta: 120,
      fadeAnimation: false, zoomAnimation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    });
    this.map.setView([33, 44], 6);
    this.base = new BaseMap(this.map, data);
    this.marks = new Marks(this.map, this.base, data, (...all) => this.popup.open(...all));
    this.popup = new EventPopup(this.map, data, this.marks, () => this.remember(false));
    this.list = new EventList(data, (event, item) => this.openFromList(event, item));
    this.filters = new Filters(data);
    this.form = new FilterForm(data, this.filters, () => this.apply());
    this.controls();
    this.words();
    this.restore();
    window.addEventListener("hashchange", () => {
      if (location.hash.slice(1) !== this.written) this.restore();
    });
    this.map.on("moveend", () => this.remember());
  }

  controls() {
    L.control.zoom({ zoomInTitle: WORDS.zoomIn, zoomOutTitle: WORDS.zoomOut }).addTo(this.map);
    L.control.scale({ imperial: false }).addTo(this.map);
    const all = make("button", { type: "button", class: "all", title: WORDS.zoomAll, "aria-label": WORDS.zoomAll }, "⤢");
    all.addEventListener("click", () => this.fit());
    document.querySelector(".leaflet-control-zoom").append(all);
    L.DomEvent.disableClickPropagation(all);
    const narrow = matchMedia("(max-width: 760px)").matches;
    if (narrow) for (const id of ["filters", "legend"]) document.getElementById(id).open = false;
    document.getElementById("skip-list").addEventListener("click", () => document.getElementById("list-heading").focus());
    document.getElementById("skip-map").addEventListener("click", () => document.getElementById("map").focus());
    new ResizeObserver(() => this.map.invalidateSize()).observe(document.getElementById("map"));
  }

  /** The words of the file itself: title, legend, claims, sources. */
  words() {
    const { data } = this;
    document.title = data.title;
    document.getElementById("title").textContent = data.title;
    const symbols = [
      ["dot", "", WORDS.symbolDot], ["cluster", make("b", {}, "3"), WORDS.symbolCluster], ["area", "≈", WORDS.symbolArea],
      ["uncertain", "", WORDS.symbolUncertain], ["border", "", WORDS.layerBorder],
    ];
    for (const [kind, content, text] of symbols) {
      if (kind === "border" && !data.outlines.length) continue;
      const symbol = make("span", { class: `sample ${kind}`, "aria-hidden": "true" }, content);
      document.getElementById("symbols").append(make("li", {}, symbol, text));
    }
    this.base.controls(document.getElementById("layers"));
    document.getElementById("disclaimer").textContent = data.disclaimer || "";
    const about = document.getElementById("about");
    about.append(make("h2", {}, WORDS.about), make("p", {}, WORDS.aboutMade(data.version)));
    if (data.sources.length) about.append(make("p", {}, `${WORDS.aboutOutlines}: ${data.sources.join("; ")}.`));
    about.append(make("p", {}, WORDS.aboutLibrary));
    const claims = new Map(data.territories.map((claim) => [claim.id, claim]).reverse());
    if (!claims.size) return;
    const list = make("dl");
    for (const claim of [...claims.values()].reverse()) {
      const names = [claim.name, claim.name_ar, claim.name_ckb].filter((name) => name);
      const told = [[WORDS.claimedBy, claim.claimed_by], [WORDS.claimBasis, claim.basis], [WORDS.claimSource, claim.source]];
      pair(list, make("span", {}, joined(names.map((name) => speech("bdi", name, null)))),
        lines(...told.map(([words, text]) => text && `${words}: ${text}`)));
    }
    about.append(make("details", {}, make("summary", {}, WORDS.claims), make("p", { class: "note" }, data.disclaimer), list));
  }

  /** Takes over the address: filters, view, and an event to open. */
  restore() {
    this.isRestoring = true;
    const parts = this.filters.read(location.hash);
    this.form.fill();
    this.apply();
    const view = /^([\d.]+)\/(-?[\d.]+)\/(-?[\d.]+)$/.exec(parts.get("view") || "");
    if (view) this.map.setView([Number(view[2]), Number(view[3])], Number(view[1]), { animate: false });
    else this.fit(true);
    const event = this.data.byID.get(parts.get("event"));
    if (event) this.openFromList(event, null, true);
    this.isRestoring = false;
  }

  apply() {
    const result = this.filters.apply();
    this.shown = result.shown;
    this.map.closePopup();
    this.marks.show(result.shown);
    this.form.tell(result);
    this.list.show(result.shown);
    this.tell();
    this.remember(false);
  }

  tell() {
    const parts = { point: 0, area: 0, none: 0 };
    for (const event of this.shown) parts[event.located] += 1;
    const [shown, all] = [this.shown.length, this.data.events.length];
    const count = document.getElementById("count");
    const words = shown === 1 ? WORDS.one(shown, all) : WORDS.count(shown, all);
    count.replaceChildren(make("b", {}, words), shown ? `: ${WORDS.countParts(parts.point, parts.area, parts.none)}` : "");
    Object.assign(count.dataset, { shown, all, points: parts.point, areas: parts.area, nowhere: parts.none });
  }

  /** Shows all events that pass, or the country when there are none to see. */
  fit(isFirst = false) {
    let bounds = L.latLngBounds([]);
    for (const site of this.marks.sites) {
      bounds.extend(site.position);
      // An area belongs to the picture as a whole.
      if (site.isArea) for (const rings of this.data.shape(site.events[0].area)) bounds.extend(L.latLngBounds(rings[0]));
    }
    if (bounds.isValid() && bounds.getEast() - bounds.getWest() > 180) bounds = L.latLngBounds([]);
    if (!bounds.isValid()) bounds = this.base.bounds || L.latLngBounds([[29, 38.5], [37.5, 49]]);
    // What the legend covers is no part of the picture.
    const legend = document.getElementById("legend");
    const covered = legend.open && this.map.getSize().x > 2.4 * legend.offsetWidth ? legend.offsetWidth : 0;
    this.map.fitBounds(bounds, {
      paddingTopLeft: [56, 36], paddingBottomRight: [36 + covered, 36], maxZoom: 9, animate: !isFirst,
    });
    this.base.drawNames();
  }

  /** Opens an event on the map, or below its row when it has no place. */
  openFromList(event, item, isFirst = false) {
    const position = this.marks.positionOf(event);
    if (!position) {
      if (item) this.list.unfold(event, item);
      return;
    }
    const zoom = event.area >= 0 ? this.map.getBoundsZoom(L.polygon(this.data.shape(event.area)).getBounds().pad(0.4)) : 10;
    this.map.setView(position, Math.min(Math.max(zoom, 6), 11), { animate: !isFirst && !item });
    this.popup.open([event], position, item ? item.querySelector("button") : null, !event.point);
    if (item && matchMedia("(max-width: 760px)").matches) document.getElementById("map-region").scrollIntoView();
  }

  /** Writes filters, view and open event behind the # of the address, so that it can be sent. */
  remember(withView = true) {
    if (this.isRestoring) return;
    if (withView) this.moved = true;
    const parts = this.filters.write();
    if (this.moved) {
      const { lat, lng } = this.map.getCenter();
      parts.set("view", `${this.map.getZoom()}/${lat.toFixed(4)}/${lng.toFixed(4)}`);
    }
    if (this.popup.event) parts.set("event", this.popup.event.id);
    this.written = parts.toString();
    try {
      history.replaceState(null, "", `#${this.written}`);
    } catch {
      // A page that may not change its address is as useful without.
    }
  }
}

fillWords();
const page = new Page(new MapData(JSON.parse(document.getElementById("data").textContent)));
document.documentElement.dataset.ready = "true";
