const CLUSTER_RADIUS = 52;
// More areas than this at once are a carpet, not a picture.
const DRAWN_AREAS = 250;
const HOVERED_AREAS = 30;

/** Draws the events: dots, groups of events, and areas. */
class Marks {
  constructor(map, base, data, open) {
    this.map = map;
    this.base = base;
    this.data = data;
    this.open = open;
    this.layer = L.layerGroup().addTo(map);
    this.areas = L.layerGroup().addTo(map);
    this.hover = L.layerGroup().addTo(map);
    this.spots = new Map();
    this.markers = new Map();
    this.sites = [];
    this.clusters = [];
    map.on("moveend", () => this.draw());
  }

  spot(area) {
    if (!this.spots.has(area)) this.spots.set(area, spotIn(this.data.shape(area)));
    return this.spots.get(area);
  }

  /** Where an event is drawn, null for one without a place. */
  positionOf(event) {
    return event.point || (event.area >= 0 ? this.spot(event.area) : null);
  }

  show(events) {
    this.sites = sitesOf(events, (area) => this.spot(area));
    this.zoom = null;
    this.clearHover();
    this.draw();
  }

  /** Draws what lies in view; a marker whose events are the same stays, and keeps the focus. */
  draw() {
    const zoom = this.map.getZoom();
    if (zoom !== this.zoom) {
      this.clusters = clustersOf(this.sites, zoom, CLUSTER_RADIUS);
      setAside(this.clusters, 34, (at) => this.map.project(at, zoom), (at) => this.map.unproject(at, zoom));
      this.zoom = zoom;
    }
    const view = this.map.getBounds().pad(0.25);
    const wanted = new Map();
    for (const cluster of this.clusters) if (view.contains(cluster.position)) wanted.set(cluster.key, cluster);
    for (const [key, marker] of this.markers) {
      const cluster = wanted.get(key);
      if (cluster && cluster.position.equals(marker.getLatLng())) {
        wanted.delete(key);
      } else {
        marker.remove();
        this.markers.delete(key);
      }
    }
    for (const [key, cluster] of wanted) this.markers.set(key, this.marker(cluster));
    this.drawAreas(view);
  }

  /** The areas of events that have no point, where their marks stand alone. */
  drawAreas(view) {
    this.areas.clearLayers();
    let count = 0;
    for (const cluster of this.clusters) {
      if (!cluster.isArea || cluster.sites.length > 1 || !view.contains(cluster.position)) continue;
      const event = cluster.sites[0].events[0];
      const color = this.colorOf(cluster);
      this.base.polygon(this.data.shape(event.area), "areas", {
        color, weight: 1.5, dashArray: "4 4", opacity: 0.8, fillColor: color, fillOpacity: 0.05,
      }).addTo(this.areas);
      count += 1;
      if (count === DRAWN_AREAS) break;
    }
  }

  eventsOf(cluster) {
    return cluster.sites.flatMap((site) => site.events);
  }

  /** The color of the only type of a group, gray for several. */
  colorOf(cluster) {
    const colors = new Set(this.eventsOf(cluster).map((event) => this.data.category(event.type).color));
    return colors.size === 1 ? [...colors][0] : "#4a5058";
  }

  marker(cluster) {
    const events = this.eventsOf(cluster);
    const [icon, size] = this.icon(cluster, events);
    const marker = L.marker(cluster.position, {
      icon: L.divIcon({ className: "mark", html: icon, iconSize: [size, size] }),
      keyboard: true, riseOnHover: true,
    });
    marker.on("click", () => this.choose(cluster, marker));
    marker.on("mouseover", () => this.showAreas(events));
    marker.on("mouseout", () => this.clearHover());
    marker.addTo(this.layer);
    const node = marker.getElement();
    node.setAttribute("role", "button");
    node.setAttribute("aria-label", this.labelOf(cluster, events));
    node.addEventListener("focus", () => this.showAreas(events));
    node.addEventListener("blur", () => this.clearHover());
    node.addEventListener("keydown", (press) => {
      if (press.key !== "Enter" && press.key !== " ") return;
      press.preventDefault();
      press.stopPropagation();
      this.choose(cluster, marker);
    });
    return marker;
  }

  icon(cluster, events) {
    if (cluster.isArea) {
      const size = events.length === 1 ? 22 : 28;
      return [make("span", { class: "area", color: this.colorOf(cluster) }, events.length === 1 ? "≈" : events.length), size];
    }
    if (events.length === 1) {
      const size = Math.round(13 + 1.5 * Math.sqrt(events[0].weight));
      const dot = make("span", { class: "dot", color: this.data.category(events[0].type).color });
      dot.style.width = dot.style.height = `${size}px`;
      // What is touched is never smaller than a fingertip needs.
      return [dot, Math.max(size, 24)];
    }
    const size = Math.round(28 + 7 * Math.log10(events.length));
    const ring = make("span", { class: "cluster" }, make("b", {}, events.length));
    ring.style.background = this.ringOf(events);
    ring.style.width = ring.style.height = `${size}px`;
    return [ring, size];
  }

  /** The shares of the types as a ring of their colors. */
  ringOf(events) {
    const counts = new Map(this.data.palette.map((entry) => [entry.color, 0]));
    for (const event of events) {
      const color = this.data.category(event.type).color;
      counts.set(color, counts.get(color) + 1);
    }
    let from = 0;
    const parts = [];
    for (const [color, count] of counts) {
      if (!count) continue;
      const to = from + (count / events.length) * 360;
      parts.push(`${color} ${from.toFixed(1)}deg ${to.toFixed(1)}deg`);
      from = to;
    }
    return `conic-gradient(${parts.join(", ")})`;
  }

  labelOf(cluster, events) {
    if (events.length === 1) return lineOf(events[0]) + (cluster.isArea ? `, ${WORDS.areaEvent}` : "");
    if (cluster.sites.length > 1) return WORDS.clusterLabel(events.length);
    const place = events[0].get("location") || "";
    return cluster.isArea ? WORDS.areaLabel(events.length, place) : WORDS.siteLabel(events.length, place);
  }

  /** Zooms into a group of several places; lists the events of one place. */
  choose(cluster, marker) {
    const bounds = L.latLngBounds(cluster.sites.map((site) => site.position));
    const target = Math.min(this.map.getBoundsZoom(bounds.pad(0.2)), this.map.getMaxZoom());
    if (cluster.sites.length > 1 && target > this.map.getZoom()) {
      this.map.setView(bounds.getCenter(), target);
      return;
    }
    this.open(this.eventsOf(cluster), marker.getLatLng(), marker.getElement(), cluster.isArea);
  }

  showAreas(events) {
    this.clearHover();
    const areas = new Set();
    for (const event of events) {
      if (event.area < 0 || areas.has(event.area)) continue;
      areas.add(event.area);
      const color = this.data.category(event.type).color;
      this.base.polygon(this.data.shape(event.area), "hover", {
        color, weight: 2, dashArray: "6 4", fillColor: color, fillOpacity: 0.16,
      }).addTo(this.hover);
      if (areas.size === HOVERED_AREAS) break;
    }
  }

  clearHover() {
    this.hover.clearLayers();
    if (this.kept) for (const event of this.kept) this.drawKept(event);
  }

  /** Keeps the area of the event whose details are open. */
  keep(event) {
    this.kept = event && event.area >= 0 ? [event] : null;
    this.clearHover();
  }

  drawKept(event) {
    const color = this.data.category(event.type).color;
    this.base.polygon(this.data.shape(event.area), "hover", {
      color, weight: 2.5, fillColor: color, fillOpacity: 0.12,
    }).addTo(this.hover);
  }
}
