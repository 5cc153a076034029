/** The ground below the events: outlines, borders, towns and the published claims. */
class BaseMap {
  constructor(map, data) {
    this.map = map;
    this.data = data;
    const levels = { ground: 210, claims: 220, lines: 230, names: 240, areas: 350, hover: 360 };
    for (const [name, level] of Object.entries(levels)) map.createPane(name).style.zIndex = level;
    map.getPane("names").style.pointerEvents = "none";
    this.renderers = {};
    this.bounds = null;
    this.layers = { core: L.layerGroup(), wider: L.layerGroup(), variants: L.layerGroup() };
    this.names = L.layerGroup().addTo(map);
    this.drawOutlines();
    this.drawClaims();
    this.layers.core.addTo(map);
    this.layers.wider.addTo(map);
    map.on("zoomend", () => this.drawNames());
  }

  /** One canvas a pane. */
  renderer(pane) {
    this.renderers[pane] ??= L.canvas({ pane, padding: 0.3 });
    return this.renderers[pane];
  }

  polygon(shape, pane, style) {
    return L.polygon(shape, { pane, renderer: this.renderer(pane), interactive: false, ...style });
  }

  drawOutlines() {
    for (const neighbor of this.data.neighbors) {
      this.polygon(neighbor.map(decoded), "ground", {
        color: "#c9ccd0", weight: 1, fillColor: "#e9e8e3", fillOpacity: 1,
      }).addTo(this.map);
    }
    for (const outline of this.data.outlines) {
      const drawn = this.polygon(outline.map(decoded), "ground", {
        color: "#aeb4bb", weight: 1, fillColor: "#fdfcf8", fillOpacity: 1,
      }).addTo(this.map);
      this.bounds ??= L.latLngBounds([]);
      this.bounds.extend(drawn.getBounds());
    }
    for (const border of this.data.borders) {
      L.polyline(decoded(border.shape), {
        pane: "lines", renderer: this.renderer("lines"), interactive: false, color: "#5b6470", weight: 2,
      }).addTo(this.map);
    }
  }

  /** Of each territory the first outline is filled; those of other sources are dotted lines. */
  drawClaims() {
    const seen = new Set();
    this.claimNames = [];
    for (const claim of this.data.territories) {
      const shape = claim.shape.map(decoded);
      if (!shape.length) continue;
      if (seen.has(claim.id)) {
        const style = { color: "#7d6608", weight: 1, dashArray: "1 4", fill: false };
        this.polygon(shape, "claims", style).addTo(this.layers.variants);
        continue;
      }
      seen.add(claim.id);
      const isCore = claim.kind === "core";
      this.polygon(shape, "claims", {
        color: "#a68a00", weight: 1, dashArray: isCore ? null : "5 4",
        fillColor: "#f0e442", fillOpacity: isCore ? 0.28 : 0.1,
      }).addTo(isCore ? this.layers.core : this.layers.wider);
      this.claimNames.push({ name: claim.name || claim.id, at: spotIn(shape), layer: isCore ? "core" : "wider" });
    }
  }

  /** Names as there is room for them: one that would cover another is left out. */
  drawNames() {
    const zoom = this.map.getZoom();
    const taken = [];
    this.names.clearLayers();
    const put = (at, name, kind) => {
      const { x, y } = this.map.project(at, zoom);
      const width = 7 * name.length + 10;
      const left = kind === "town" ? x - 5 : x - width / 2;
      const box = { left, right: left + width, top: y - 8, bottom: y + 8 };
      const covers = (other) =>
        box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top;
      if (taken.some(covers)) return;
      taken.push(box);
      const text = make("span", { dir: "auto" }, name);
      const icon = L.divIcon({ className: `name ${kind}`, html: text, iconSize: [0, 0] });
      L.marker(at, { icon, pane: "names", interactive: false, keyboard: false }).addTo(this.names);
    };
    const towns = (rank) => {
      for (const town of this.data.towns) if (town[3] === rank) put([town[2], town[1]], town[0], "town");
    };
    if (zoom >= 5) {
      for (const { label, name } of this.data.borders) if (label) put([label[1], label[0]], name, "country");
    }
    if (zoom >= 6) towns(0);
    if (zoom >= 8) {
      for (const claim of this.claimNames) {
        if (this.map.hasLayer(this.layers[claim.layer])) put(claim.at, claim.name, "claim");
      }
    }
    if (zoom >= 9) towns(1);
  }

  /** A check box for each layer of claims that there is. */
  controls(list) {
    const rows = [["core", WORDS.layerCore], ["wider", WORDS.layerWider], ["variants", WORDS.layerVariants]];
    for (const [name, words] of rows) {
      if (!this.layers[name].getLayers().length) continue;
      const box = make("input", { type: "checkbox" });
      box.checked = name !== "variants";
      box.addEventListener("change", () => {
        if (box.checked) this.layers[name].addTo(this.map);
        else this.layers[name].remove();
        this.drawNames();
      });
      const swatch = make("span", { class: `swatch ${name}`, "aria-hidden": "true" });
      list.append(make("label", { class: "layer" }, box, swatch, words));
    }
  }
}
