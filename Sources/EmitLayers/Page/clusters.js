/** Events at one and the same position; those without a point stand at a spot inside their area. */
class Site {
  constructor(key, position, isArea) {
    this.key = key;
    this.position = position;
    this.isArea = isArea;
    this.events = [];
    // The position on a Mercator world that is 1 wide: a zoom only scales it.
    const latitude = Math.min(Math.max(position.lat, -85.05), 85.05) * (Math.PI / 180);
    this.x = position.lng / 360 + 0.5;
    this.y = 0.5 - Math.log(Math.tan(Math.PI / 4 + latitude / 2)) / (2 * Math.PI);
  }
}

/** Returns the sites of events in the order of their first event. */
function sitesOf(events, spotOf) {
  const sites = new Map();
  for (const event of events) {
    const isArea = event.located === "area";
    if (!isArea && !event.point) continue;
    const key = isArea ? `a${event.area}` : `p${event.point.lat},${event.point.lng}`;
    let site = sites.get(key);
    if (!site) {
      site = new Site(key, isArea ? spotOf(event.area) : event.point, isArea);
      sites.set(key, site);
    }
    site.events.push(event);
  }
  return [...sites.values()];
}

/**
 * Groups sites that would touch on the screen: the largest takes all within the radius, and so on.
 *
 * A grid of cells as wide as the radius keeps this linear in the sites. Points and areas never
 * share a group. A group's key tells its members, so that a marker can stay when nothing changed.
 */
function clustersOf(sites, zoom, radius) {
  const size = 256 * 2 ** zoom;
  const cells = new Map();
  const cellOf = (site, dx = 0, dy = 0) =>
    `${site.isArea ? "a" : "p"}${Math.floor((site.x * size) / radius) + dx}/${Math.floor((site.y * size) / radius) + dy}`;
  for (const site of sites) {
    const cell = cellOf(site);
    if (cells.has(cell)) cells.get(cell).push(site);
    else cells.set(cell, [site]);
  }
  const order = sites.map((site, index) => ({ site, index }));
  order.sort((a, b) => b.site.events.length - a.site.events.length || a.index - b.index);
  const taken = new Set();
  const clusters = [];
  for (const { site } of order) {
    if (taken.has(site)) continue;
    const members = [];
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        const cell = cells.get(cellOf(site, dx, dy));
        if (!cell) continue;
        const rest = [];
        for (const other of cell) {
          if (taken.has(other)) continue;
          if (Math.hypot(other.x - site.x, other.y - site.y) * size <= radius) {
            taken.add(other);
            members.push(other);
          } else {
            rest.push(other);
          }
        }
        cells.set(cellOf(site, dx, dy), rest);
      }
    }
    clusters.push(clusterOf(site, members));
  }
  return clusters;
}

/**
 * Moves marks of areas off the dots that they would cover.
 *
 * The spot of such a mark says nothing: it only has to be near its area. `project` and `unproject` are
 * the map's, between positions and pixels.
 */
function setAside(clusters, distance, project, unproject) {
  const dots = new Map();
  const cellOf = (x, y) => `${Math.floor(x / distance)}/${Math.floor(y / distance)}`;
  for (const cluster of clusters) {
    if (cluster.isArea) continue;
    const at = project(cluster.position);
    const cell = cellOf(at.x, at.y);
    if (dots.has(cell)) dots.get(cell).push(at);
    else dots.set(cell, [at]);
  }
  const isFree = (x, y) => {
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        const near = dots.get(cellOf(x + dx * distance, y + dy * distance)) || [];
        if (near.some((at) => Math.hypot(at.x - x, at.y - y) < distance)) return false;
      }
    }
    return true;
  };
  for (const cluster of clusters) {
    if (!cluster.isArea) continue;
    const at = project(cluster.position);
    if (isFree(at.x, at.y)) continue;
    for (let turn = 0; turn < 8; turn += 1) {
      const [x, y] = [at.x + distance * Math.cos((turn * Math.PI) / 4), at.y - distance * Math.sin((turn * Math.PI) / 4)];
      if (!isFree(x, y)) continue;
      cluster.position = unproject(L.point(x, y));
      break;
    }
  }
}

function clusterOf(site, members) {
  let count = 0;
  let latitude = 0;
  let longitude = 0;
  for (const member of members) {
    count += member.events.length;
    latitude += member.position.lat * member.events.length;
    longitude += member.position.lng * member.events.length;
  }
  const isOne = members.length === 1;
  return {
    key: `${site.key}:${members.length}:${count}`,
    isArea: site.isArea,
    sites: members,
    count,
    position: isOne ? site.position : L.latLng(latitude / count, longitude / count),
  };
}

/** A spot inside a shape to hang a mark on: the middle of the widest stretch of a level through it. */
function spotIn(shape) {
  let best = null;
  for (const rings of shape) {
    const bounds = L.latLngBounds(rings[0]);
    for (const part of [0.5, 0.35, 0.65]) {
      const level = bounds.getSouth() + (bounds.getNorth() - bounds.getSouth()) * part;
      const cuts = [];
      for (const ring of rings) {
        for (let i = 0; i + 1 < ring.length; i += 1) {
          const [[y1, x1], [y2, x2]] = [ring[i], ring[i + 1]];
          if (y1 > level !== y2 > level) cuts.push(x1 + ((level - y1) / (y2 - y1)) * (x2 - x1));
        }
      }
      cuts.sort((a, b) => a - b);
      for (let i = 0; i + 1 < cuts.length; i += 2) {
        const width = cuts[i + 1] - cuts[i];
        // A level near the middle is taken unless another is clearly wider.
        if (!best || width > best.width * 1.2) best = { width, at: L.latLng(level, (cuts[i] + cuts[i + 1]) / 2) };
      }
    }
  }
  return best ? best.at : L.latLng(shape[0][0][0]);
}
