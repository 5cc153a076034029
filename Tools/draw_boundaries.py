#!/usr/bin/env python3
"""Draw gazetteer/boundaries.geojson and gazetteer/territories.geojson.

    draw_boundaries.py --reference DIR --gazetteer DIR     draws both files, then checks them
    draw_boundaries.py --check --gazetteer DIR             checks the files that are there

Needs Python 3 with shapely 2.1 or later (GEOS 3.12), pyproj and numpy. Same input, same bytes out.

How a coverage is drawn. All planar work is done in units of one grid cell (0.01 degree), so that a vertex
is a pair of whole numbers and "coincides" means "is equal":
  1. node   the outlines of all units on a fine grid (0.0001 degree) and give each face to the unit that covers
            most of it: removes the small mismatches of a source that was drawn unit by unit;
  2. simplify the shared edges (not the polygons), tolerance SIMPLIFY cells;
  3. snap   the noded linework to whole cells (snap rounding), cut it into faces, give each face to the unit that
            covers most of it. A crumb (a part of at most CRUMB cells that the grid cut off from the rest of its
            unit) goes to the neighbour with which it shares the longest edge;
  4. dissolve. Districts, governorates and the country are unions of the drawn sub-districts, with every vertex kept.

Exit codes: 0 ok, 1 the check failed, 66 an input is missing, 65 an input is not as expected.
"""

import argparse
import json
import os
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

try:
    import numpy as np
    import pyproj
    import shapely
    from shapely.geometry import shape
except ImportError as error:
    sys.exit(f"draw_boundaries.py: {error.name} is missing; run: pip install shapely pyproj numpy")

CELL = 100  # grid cells per degree
FINE = 0.01  # fine grid of step 1, in cells
SIMPLIFY = 0.3  # tolerance of step 2, in cells (square root of the area of a removed corner)
CRUMB = 3.0  # largest part, in cells (about 1 km2 each), that step 3 gives to a neighbour
SAMPLE_M = 500.0  # spacing of the points at which two outlines are compared
NATIONAL_M = 1500.0  # outline nearer than this to its own source's national outline is not compared
ACCURACY_FLOOR_KM = 1.5  # half a cell diagonal is 0.75 km; the sources are not better than this
JOINS = 0.75  # share of a unit of the second source that must lie inside ours to be counted to it
SAME_NAME = {"IQG10Q04": "Ba'quba", "IQG14Q03": "Kahla", "IQG14Q06": "Qal'at Saleh"}  # too unlike to be found by overlap
LEVELS = ("adm0", "adm1", "adm2", "adm3")

COD_SOURCE = "OCHA/CSO COD-AB 2019 (CC BY 3.0 IGO), redrawn on a 0.01 degree grid"
WOF_SOURCE = "Who's On First 2024 (CC0; districts by ESOC, Princeton), redrawn on a 0.01 degree grid"
LISTED = "Listed among the areas covered by the UNAMI district reports, press release of 22 April 2009"
EDGE = ". Accuracy: p95 distance between the outer edges of the two variants, along this territory"
WIDER = "Claimed in part in public debate; not on the 2009 list"
CLAIMED = {
    "core": "Government of Iraq and Kurdistan Region, as described in UNAMI 2009",
    "wider": "Some published Kurdish lists; not described in UNAMI 2009",
}
LIST_DATE = "2009-04-22"
DISCLAIMER = "A published list of claims, not a line of control; nobody endorses it here."

# id, English, Arabic, Kurdish (Sorani letters), kind, COD p-code, Who's On First id
TERRITORIES = (
    ("dib-sinjar", "Sinjar", "سنجار", "شنگال", "core", "IQG15Q07", 421186449),
    ("dib-tal-afar", "Tal Afar", "تلعفر", "تەلەعفەر", "core", "IQG15Q08", 1108562635),
    ("dib-tilkaif", "Tilkaif", "تلكيف", "تلکێف", "core", "IQG15Q09", 1108562629),
    ("dib-sheikhan", "Sheikhan", "الشيخان", "شێخان", "core", "IQG15Q06", 421172365),
    ("dib-akre", "Akre", "عقرة", "ئاکرێ", "core", "IQG15Q01", 421186463),
    ("dib-hamdaniya", "Hamdaniya", "الحمدانية", "حەمدانییە", "core", "IQG15Q03", 1108562631),
    ("dib-makhmur", "Makhmur", "مخمور", "مەخموور", "core", "IQG11Q04", 1108562779),
    ("dib-hawija", "Hawija", "الحويجة", "حەویجە", "core", "IQG13Q01", 1108562743),
    ("dib-dibis", "Dibis", "دبس", "دوبز", "core", "IQG13Q03", 1108562807),
    ("dib-daquq", "Daquq", "داقوق", "داقووق", "core", "IQG13Q02", 1108562775),
    ("dib-kirkuk", "Kirkuk", "كركوك", "کەرکووک", "core", "IQG13Q04", 421199293),
    ("dib-tuz-khurmatu", "Tuz Khurmatu", "طوز خورماتو", "دووزخورماتوو", "core", "IQG16Q07", 1108562657),
    ("dib-kifri", "Kifri", "كفري", "کفری", "core", "IQG10Q06", 1108562653),
    ("dib-khanaqin", "Khanaqin", "خانقين", "خانەقین", "core", "IQG10Q05", 1108562651),
    ("dib-mandali", "Mandali", "مندلي", "مەندەلی", "core", "IQG10Q03N01", None),
    ("dib-baladruz", "Baladruz without Mandali", "بلدروز عدا مندلي", "بەلەدروز جگە لە مەندەلی", "wider", "IQG10Q03", 1108562655),
    ("dib-badra", "Badra", "بدرة", "بەدرە", "wider", "IQG18Q05", 1108562673),
)
MANDALI, BALADRUZ = "IQG10Q03N01", "IQG10Q03"

# Towns (3 decimals) that show whether a polygon lies where it should; territory id or None for "in no core".
WITNESSES = (
    ("Sinjar", 41.861, 36.318, "dib-sinjar"), ("Tal Afar", 42.448, 36.379, "dib-tal-afar"),
    ("Tilkaif", 43.121, 36.491, "dib-tilkaif"), ("Ain Sifni (Sheikhan)", 43.352, 36.696, "dib-sheikhan"),
    ("Akre", 43.894, 36.760, "dib-akre"), ("Qaraqosh (Hamdaniya)", 43.378, 36.271, "dib-hamdaniya"),
    ("Makhmur", 43.581, 35.778, "dib-makhmur"), ("Hawija", 43.773, 35.326, "dib-hawija"),
    ("Dibis", 44.071, 35.675, "dib-dibis"), ("Daquq", 44.449, 35.139, "dib-daquq"),
    ("Kirkuk", 44.392, 35.468, "dib-kirkuk"), ("Tuz Khurmatu", 44.629, 34.888, "dib-tuz-khurmatu"),
    ("Kifri", 44.961, 34.690, "dib-kifri"), ("Khanaqin", 45.391, 34.348, "dib-khanaqin"),
    ("Mandali", 45.555, 33.750, "dib-mandali"), ("Jalawla", 45.169, 34.274, "core"),
    ("Saadiya", 45.117, 34.187, "core"), ("Qara Tapa", 44.935, 34.433, "core"), ("Amirli", 44.588, 34.727, "core"),
    ("Baladruz", 45.078, 33.696, "dib-baladruz"), ("Badra", 45.933, 33.115, "dib-badra"),
    ("Baqubah", 44.644, 33.747, None), ("Mosul", 43.127, 36.341, None), ("Hatra", 42.734, 35.573, None),
    ("Muqdadiya", 44.937, 33.979, None), ("Erbil", 44.009, 36.191, None),
)

TO_METRES = pyproj.Transformer.from_crs(
    "EPSG:4326", "+proj=aea +lat_1=30.5 +lat_2=36 +lat_0=33 +lon_0=44 +ellps=WGS84 +units=m", always_xy=True
)


def stop(code, message):
    print(f"draw_boundaries.py: error: {message}", file=sys.stderr)
    sys.exit(code)


def read_features(path):
    if not path.is_file():
        stop(66, f"{path} is not there")
    with open(path, encoding="utf-8") as file:
        return [(f["properties"], shape(f["geometry"])) for f in json.load(file)["features"]]


def to_cells(geometry):
    return shapely.transform(geometry, lambda xy: xy * CELL)


def to_degrees(geometry):
    return shapely.transform(geometry, lambda xy: np.round(xy) / CELL)


def to_metres(geometry):
    return shapely.transform(geometry, lambda xy: np.column_stack(TO_METRES.transform(xy[:, 0], xy[:, 1])))


# --- drawing ---------------------------------------------------------------------------------------------------------


def shared_edge(a, b):
    return shapely.length(shapely.intersection(shapely.boundary(a), shapely.boundary(b)))


def cut(outlines, owners, grid):
    """Snap-round outlines to the grid, cut into faces; for each owner the list of faces that it covers most."""
    lines = shapely.union_all(shapely.boundary(outlines))
    # The first pass rounds, the second nodes what the first has brought together.
    net = shapely.union_all(shapely.set_precision(lines, grid), grid_size=grid)
    faces = list(shapely.get_parts(shapely.polygonize([net])))
    tree = shapely.STRtree(owners)
    owned = [[] for _ in owners]
    for face in faces:
        covers = [(shapely.intersection(owners[i], face).area, -i) for i in sorted(tree.query(face))]
        if not covers:
            continue
        most, index = max(covers)
        if most >= face.area - sum(a for a, _ in covers):  # else the face lies mostly outside of every unit
            owned[-index].append(face)
    return owned


def dissolve(faces):
    return shapely.coverage_union_all(faces)


def give_away_crumbs(units):
    """Give a part of at most CRUMB cells to the neighbour that shares the longest edge; the largest part stays."""
    units, moved = list(units), 0
    tree = shapely.STRtree(units)
    for i, unit in enumerate(units):
        parts = sorted(shapely.get_parts(unit), key=lambda p: (-p.area, p.bounds))
        for crumb in parts[1:]:
            if crumb.area > CRUMB:
                continue
            edge, j = max(((shared_edge(crumb, units[j]), -j) for j in sorted(tree.query(crumb)) if j != i), default=(0, 0))
            if edge > 0:
                units[-j] = dissolve([units[-j], crumb])
                units[i] = dissolve([p for p in shapely.get_parts(units[i]) if not p.equals(crumb)])
                moved += 1
    return units, moved


def draw(units, what):
    """Units (in cells) as one coverage whose vertices are whole cells."""
    fine = [dissolve(faces) for faces in cut(units, units, FINE)]
    smooth = list(shapely.coverage_simplify(fine, SIMPLIFY))
    owned = cut(smooth, units, 1.0)
    for i, faces in enumerate(owned):
        if not faces:
            stop(65, f"{what}: unit number {i} has vanished on the grid")
    drawn, moved = give_away_crumbs([dissolve(faces) for faces in owned])
    print(f"{what}: {len(drawn)} units, {sum(map(len, owned))} faces, {moved} crumbs given to a neighbour, "
          f"{shapely.get_num_coordinates(units).sum()} -> {shapely.get_num_coordinates(drawn).sum()} vertices")
    return drawn


# --- accuracy --------------------------------------------------------------------------------------------------------


def p95_km(a, b, nation_a, nation_b):
    """95th percentile of the distance between two outlines, the larger of both directions; None if nothing is left
    beside the national border. All geometries in metres."""
    found = []
    for one, other, nation in ((a, b, nation_a), (b, a, nation_b)):
        points = shapely.points(shapely.get_coordinates(shapely.segmentize(shapely.boundary(one), SAMPLE_M)))
        if nation is not None:
            points = points[shapely.distance(points, nation) > NATIONAL_M]
        if len(points):
            line = shapely.boundary(other)
            shapely.prepare(line)
            found.append(float(np.percentile(shapely.distance(points, line), 95)) / 1000)
    return max(found) if found else None


def edge_p95_km(territory, core, other_territory, other_core, nations):
    """As p95_km, of the parts of two outlines that are the outer edge of their variant's core: an edge between two
    territories of the core bounds no claim. Distances are to the whole outer edge of the other variant, in metres."""
    found = []
    for one, own, other, nation in ((territory, core, other_core, nations[0]), (other_territory, other_core, core, nations[1])):
        points = shapely.points(shapely.get_coordinates(shapely.segmentize(shapely.boundary(one), SAMPLE_M)))
        points = points[shapely.distance(points, shapely.boundary(own)) < 1]
        points = points[shapely.distance(points, nation) > NATIONAL_M]
        if len(points):
            line = shapely.boundary(other)
            shapely.prepare(line)
            found.append(float(np.percentile(shapely.distance(points, line), 95)) / 1000)
    return max(found) if found else None


def rounded(km):
    return max(ACCURACY_FLOOR_KM, round(km, 1))


def counterparts(codes, ours, theirs):
    """For each of our units the indexes of the same unit in the second source: first those of SAME_NAME, then pairs that
    choose each other by intersection over union; a unit of theirs that is left joins ours if JOINS of it lies inside."""
    common = np.array([[shapely.intersection(a, b).area if a.intersects(b) else 0.0 for _, b in theirs] for _, a in ours])
    a, b = (np.array([g.area for _, g in rows]) for rows in (ours, theirs))
    iou = common / (a[:, None] + b[None, :] - common)
    found = {i: [j for j, (name, _) in enumerate(theirs) if name == SAME_NAME[code]]
             for i, code in enumerate(codes) if code in SAME_NAME}
    for i, js in found.items():
        iou[i, :], iou[:, js] = 0, 0
    for i in range(len(ours)):
        j = int(iou[i].argmax())
        if iou[i, j] > 0 and int(iou[:, j].argmax()) == i:
            found[i] = [j]
    taken = {j for js in found.values() for j in js}
    for j in sorted(set(range(len(theirs))) - taken):
        i = int(common[:, j].argmax())
        if common[i, j] >= JOINS * b[j]:
            found.setdefault(i, []).append(j)
    return found


def measure(codes, ours, our_nation, theirs, their_nation):
    """Accuracy in km and its basis by p-code; ours and theirs are lists of (name, geometry in metres)."""
    found = counterparts(codes, ours, theirs)
    result = {}
    for i, (code, (name, ours_one)) in enumerate(zip(codes, ours)):
        if not found.get(i):
            stop(65, f"{name} ({code}) has no counterpart in the second source; give it one in SAME_NAME")
        names = " and ".join(sorted(theirs[j][0] for j in found[i]))
        other = shapely.union_all([theirs[j][1] for j in found[i]], grid_size=0.01)
        km = p95_km(ours_one, other, our_nation, their_nation)
        overlap = shapely.intersection(ours_one, other).area / shapely.union(ours_one, other).area
        result[code] = (rounded(km), f"p95 distance to {names} in Who's On First 2024, overlap {overlap:.2f}")
    return result


# --- writing ---------------------------------------------------------------------------------------------------------


def ring_text(ring):
    xy = shapely.get_coordinates(ring)[:-1]
    start = min(range(len(xy)), key=lambda i: tuple(xy[i]))  # a fixed start, so that a redrawn file gives a small diff
    xy = np.vstack([xy[start:], xy[: start + 1]])
    return "[" + ",".join(f"[{x / CELL:.2f},{y / CELL:.2f}]" for x, y in np.round(xy)) + "]"


def polygon_text(polygon):
    holes = sorted(polygon.interiors, key=lambda r: r.bounds)
    return "[" + ",".join([ring_text(polygon.exterior)] + [ring_text(h) for h in holes]) + "]"


def geometry_text(geometry):
    geometry = shapely.orient_polygons(geometry, exterior_cw=False)
    parts = sorted(shapely.get_parts(geometry), key=lambda p: (-p.area, p.bounds))
    if len(parts) == 1:
        return '{"type":"Polygon","coordinates":' + polygon_text(parts[0]) + "}"
    return '{"type":"MultiPolygon","coordinates":[' + ",".join(map(polygon_text, parts)) + "]}"


def write_collection(path, members, features):
    compact = lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    lines = ['{"type":"Feature","id":%s,"properties":%s,"geometry":%s}'
             % (compact(i), compact(p), geometry_text(g)) for i, p, g in features]
    head = '{"type":"FeatureCollection",' + "".join(f"{compact(k)}:{compact(v)}," for k, v in members) + '"features":[\n'
    temporary = path.with_name(path.name + ".tmp")
    temporary.write_text(head + ",\n".join(lines) + "\n]}\n", encoding="utf-8")
    os.replace(temporary, path)


def read_units(gazetteer):
    """units.tsv as {(level, pcode): uid} and {uid: parent}."""
    path = gazetteer / "units.tsv"
    if not path.is_file():
        stop(66, f"{path} is not there; it gives the ids")
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    column = {name: i for i, name in enumerate(lines[0])}
    uids, parents = {}, {}
    for row in lines[1:]:
        uid, level, pcode = (row[column[c]] for c in ("uid", "level", "pcode"))
        parents[uid] = row[column["parent"]]
        key = (level, pcode or ("IQ" if level == "adm0" else ""))
        if key[1] and key in uids:
            stop(65, f"{path}: p-code {pcode} belongs to both {uids[key]} and {uid}")
        if key[1]:
            uids[key] = uid
    return uids, parents


# --- the two files ---------------------------------------------------------------------------------------------------


def draw_boundaries(reference, uids):
    cod = {n: read_features(reference / f"boundaries/cod_ab/irq_adm{n}_cso_20190603.geojson") for n in range(4)}
    wof = read_features(reference / "boundaries/wof/wof_iq_adm_polygons.geojson")
    cod = {n: sorted(rows, key=lambda r: r[0][f"ADM{n}_PCODE"]) for n, rows in cod.items()}

    # Accuracy: the full-resolution outlines of both sources.
    metric = {n: [(p[f"ADM{n}_EN"], to_metres(g)) for p, g in rows] for n, rows in cod.items()}
    by_type = lambda kind: [(p["name"], to_metres(g)) for p, g in wof if p["placetype"] == kind]
    counties, regions = by_type("county"), by_type("region")
    # Halabja was still part of Sulaymaniyah in 2019.
    split = [r for r in regions if r[0] in ("As-Sulaymaniyah", "Halabja")]
    regions = [r for r in regions if r not in split]
    regions.append(("As-Sulaymaniyah with Halabja", shapely.union_all([g for _, g in split], grid_size=0.01)))
    hull = max(shapely.get_parts(shapely.union_all([g for _, g in counties], grid_size=0.01)), key=lambda p: p.area)
    their_country = shapely.Polygon(hull.exterior)  # without the gaps between districts
    our_country = metric[0][0][1]
    nations = shapely.boundary(our_country), shapely.boundary(their_country)
    for line in nations:
        shapely.prepare(line)
    accuracy = {"adm0": {"IQ": (rounded(p95_km(our_country, their_country, None, None)),
                                "p95 distance to the national outline of Who's On First 2024")}}
    for n, theirs in ((1, regions), (2, counties)):
        codes = [p[f"ADM{n}_PCODE"] for p, _ in cod[n]]
        accuracy[f"adm{n}"] = measure(codes, metric[n], nations[0], theirs, nations[1])
    accuracy["adm3"] = {p["ADM3_PCODE"]: (accuracy["adm2"][p["ADM2_PCODE"]][0], "that of its district") for p, _ in cod[3]}

    # Geometry.
    drawn = dict(zip((p["ADM3_PCODE"] for p, _ in cod[3]), draw([to_cells(g) for _, g in cod[3]], "COD sub-districts")))
    geometry = {"adm3": drawn}
    for n in (0, 1, 2):
        children = defaultdict(list)
        for p, _ in cod[3]:
            children[p[f"ADM{n}_PCODE"]].append(drawn[p["ADM3_PCODE"]])
        geometry[f"adm{n}"] = {code: dissolve(parts) for code, parts in children.items()}

    words = {"adm0": "Country: union of its sub-districts", "adm1": "Governorate: union of its sub-districts",
             "adm2": "District: union of its sub-districts", "adm3": "Sub-district"}
    features = []
    for n, level in enumerate(LEVELS):
        for p, _ in cod[n]:
            code = p[f"ADM{n}_PCODE"]
            uid = uids.get((level, code))
            if uid is None:
                stop(65, f"units.tsv has no {level} with the p-code {code} ({p[f'ADM{n}_EN']})")
            km, how = accuracy[level][code]
            features.append((f"{uid}@cod-2019", {
                "id": uid, "level": level, "variant": "cod-2019", "kind": "unit",
                "basis": f"{words[level]}, state of 2019. Accuracy: {how}", "claimed_by": None, "valid_from": None,
                "valid_to": None, "accuracy_km": km, "source": COD_SOURCE}, geometry[level][code]))
    return features, geometry, accuracy, nations, drift(cod[3], drawn, reference)


def drift(rows, drawn, reference):
    """How many settlements of the reference gazetteer change their unit by the redrawing."""
    path = reference / "gazetteer/iq_gazetteer_merged.tsv"
    with open(path, encoding="utf-8") as file:
        head = file.readline().rstrip("\n").split("\t")
        table = [dict(zip(head, line.rstrip("\n").split("\t"))) for line in file]
    table = [r for r in table if r["fcode"].startswith("P") and r["adm3_pcode"] in drawn]
    points = shapely.points([[float(r["lon"]) * CELL, float(r["lat"]) * CELL] for r in table])
    lost3 = ~shapely.covers(np.array([drawn[r["adm3_pcode"]] for r in table]), points)
    districts = defaultdict(list)
    for p, _ in rows:
        districts[p["ADM2_PCODE"]].append(drawn[p["ADM3_PCODE"]])
    districts = {code: dissolve(parts) for code, parts in districts.items()}
    lost2 = ~shapely.covers(np.array([districts[r["adm2_pcode"]] for r in table]), points)
    return len(table), int(lost3.sum()), int(lost2.sum())


def draw_territories(reference, uids, geometry, accuracy, nations):
    path = reference / "territories/dib/dib_units_wof_esoc.geojson"
    second = {int(p["wof_id"]): to_cells(g) for p, g in read_features(path)}
    order = [t for t in TERRITORIES if t[6] is not None]
    for t in order:
        if t[6] not in second:
            stop(65, f"{path} has no feature with the wof_id {t[6]} ({t[1]})")

    # cod-2019: the polygons of boundaries.geojson. Baladruz gives up Mandali, so that core and wider are disjoint.
    first = {}
    for tid, _, _, _, _, code, _ in TERRITORIES:
        if code == BALADRUZ:
            first[tid] = dissolve([g for c, g in sorted(geometry["adm3"].items()) if c.startswith(code) and c != MANDALI])
        else:
            first[tid] = geometry["adm3" if code == MANDALI else "adm2"][code]

    # wof-2024: Mandali is cut from Baladruz by our Mandali; what that detaches from Baladruz goes to Mandali too.
    mandali = geometry["adm3"][MANDALI]
    whole = second[1108562655]
    inside, outside = (operation(whole, mandali, grid_size=FINE) for operation in (shapely.intersection, shapely.difference))
    rest = sorted(shapely.get_parts(outside), key=lambda p: -p.area)
    inside = shapely.union_all([inside] + rest[1:], grid_size=FINE)
    print(f"wof-2024: {len(rest) - 1} strips of Baladruz beyond Mandali given to Mandali, "
          f"{sum(p.area for p in rest[1:]):.1f} cells")
    pieces = {t[0]: second[t[6]] for t in order}
    pieces["dib-baladruz"], pieces["dib-mandali"] = rest[0], inside
    pieces = {t[0]: pieces[t[0]] for t in TERRITORIES}
    second = dict(zip(pieces, draw(list(pieces.values()), "WOF territories")))

    metres = lambda g: to_metres(to_degrees(g))
    core = [metres(dissolve([shapes[t[0]] for t in TERRITORIES if t[4] == "core"])) for shapes in (first, second)]
    features, figures = [], {}
    for variant, shapes in (("cod-2019", first), ("wof-2024", second)):
        for tid, en, ar, ckb, kind, code, wof_id in TERRITORIES:
            if kind == "core":
                km = edge_p95_km(metres(first[tid]), core[0], metres(second[tid]), core[1], nations)
            else:
                km = p95_km(metres(first[tid]), metres(second[tid]), *nations)
            km = ACCURACY_FLOOR_KM if km is None else rounded(km)
            basis = LISTED + EDGE if kind == "core" else WIDER
            if code == MANDALI:
                basis += "; the sub-district of Mandali in Baladruz"
                if variant == "wof-2024":
                    basis += ("; no outline of its own in Who's On First: the COD sub-district cut to the Who's On First "
                              "district of Baladruz, with the strips that this detaches from the district")
                # The two variants share one edge, so that their distance says too little.
                km = max(km, accuracy["adm2"][BALADRUZ][0])
                basis += "; accuracy at least that of the district of Baladruz"
            elif code == BALADRUZ:
                basis += "; the district without the sub-district of Mandali, which is core"
            figures[tid] = km
            uid = uids.get(("adm3" if code == MANDALI else "adm2", code))
            features.append((f"{tid}@{variant}", {
                "id": tid, "name_en": en, "name_ar": ar, "name_ckb": ckb, "variant": variant, "kind": kind, "unit": uid,
                "basis": basis, "claimed_by": CLAIMED[kind], "valid_from": LIST_DATE, "valid_to": None, "accuracy_km": km,
                "source": "List: UNAMI 2009; outline: " + (COD_SOURCE if variant == "cod-2019" else WOF_SOURCE)
                if kind == "core" else "Outline: " + (COD_SOURCE if variant == "cod-2019" else WOF_SOURCE),
                "disclaimer": DISCLAIMER}, shapes[tid]))
    return features, figures


# --- the check -------------------------------------------------------------------------------------------------------


class Check:
    def __init__(self):
        self.failed = 0

    def __call__(self, good, message):
        self.failed += not good
        print(("ok    " if good else "FAIL  ") + message)


def load_for_check(path, check):
    text = path.read_text(encoding="utf-8")
    collection = json.loads(text)
    lines = text.split("\n")
    check(len(lines) == len(collection["features"]) + 3 and all(json.loads(l.rstrip(",")) for l in lines[1:-2]),
          f"{path.name}: one feature a line ({len(collection['features'])})")
    check("crs" not in collection and all("crs" not in f for f in collection["features"]), f"{path.name}: no crs member")
    numbers = re.findall(r"[-+0-9.eE]+", "".join(re.findall(r'"coordinates":([-\[\]0-9.,eE+ ]+)', text)))
    check(all(re.fullmatch(r"\d{2}\.\d{2}", n) for n in numbers), f"{path.name}: on the grid, two decimals ({len(numbers) // 2} vertices)")
    ids = [f["id"] for f in collection["features"]]
    check(len(ids) == len(set(ids)), f"{path.name}: feature ids are unique")
    check(all(f["id"] == f"{f['properties']['id']}@{f['properties']['variant']}" for f in collection["features"]),
          f"{path.name}: feature id = id@variant")
    closed = wound = repeats = True
    for f in collection["features"]:
        c = f["geometry"]["coordinates"]
        for polygon in c if f["geometry"]["type"] == "MultiPolygon" else [c]:
            for k, ring in enumerate(polygon):
                closed &= ring[0] == ring[-1] and len(ring) >= 4
                repeats &= all(a != b for a, b in zip(ring, ring[1:]))
                wound &= shapely.is_ccw(shapely.LinearRing(ring)) == (k == 0)
    check(closed, f"{path.name}: rings are closed")
    check(repeats, f"{path.name}: no vertex twice in a row")
    check(wound, f"{path.name}: exteriors counter-clockwise, holes clockwise")
    rows = [(f["properties"], shape(f["geometry"])) for f in collection["features"]]
    check(all(g.is_valid and not g.is_empty for _, g in rows), f"{path.name}: every polygon is valid")
    keys = ("id", "variant", "kind", "basis", "claimed_by", "valid_from", "valid_to", "accuracy_km", "source")
    check(all(k in p for p, _ in rows for k in keys) and all(p["accuracy_km"] >= ACCURACY_FLOOR_KM for p, _ in rows),
          f"{path.name}: all properties, accuracy at least {ACCURACY_FLOOR_KM} km")
    return rows


def same(a, b):
    return shapely.equals_exact(shapely.normalize(a), shapely.normalize(b), 0)


def run_check(gazetteer):
    check = Check()
    for name in ("boundaries.geojson", "territories.geojson"):
        if not (gazetteer / name).is_file():
            stop(66, f"{gazetteer / name} is not there")
    rows = load_for_check(gazetteer / "boundaries.geojson", check)
    uids, parents = read_units(gazetteer)
    by_level = {level: {p["id"]: g for p, g in rows if p["level"] == level} for level in LEVELS}
    for level in LEVELS:
        units = by_level[level]
        check(shapely.coverage_is_valid(list(units.values())), f"{level}: {len(units)} units are one coverage, no overlap")
        known = {uid for (l, _), uid in uids.items() if l == level}
        check(set(units) == known, f"{level}: the units of units.tsv with a p-code, no more and no fewer"
              + (f" {sorted(set(units) ^ known)[:5]}" if set(units) != known else ""))
    country = next(iter(by_level["adm0"].values()))
    check(len(shapely.get_parts(country)) == 1 and not country.interiors, "adm0: one polygon without holes, hence no gaps")
    for upper, lower in (("adm2", "adm3"), ("adm1", "adm2"), ("adm0", "adm1")):
        children = defaultdict(list)
        for uid, g in by_level[lower].items():
            children[parents[uid]].append(g)
        wrong = [uid for uid, g in by_level[upper].items() if not children[uid] or not same(dissolve(children[uid]), g)]
        check(not wrong, f"{upper}: the union of its {lower}, vertex for vertex" + (f" {wrong[:5]}" if wrong else ""))

    area = lambda g: abs(pyproj.Geod(ellps="WGS84").geometry_area_perimeter(g)[0]) / 1e6
    rows = load_for_check(gazetteer / "territories.geojson", check)
    variants = sorted({p["variant"] for p, _ in rows})
    check(variants == ["cod-2019", "wof-2024"], f"territories: variants {variants}")
    core = {}
    for variant in variants:
        units = {p["id"]: (p, g) for p, g in rows if p["variant"] == variant}
        check(len(units) == len(TERRITORIES), f"{variant}: {len(units)} territories")
        check(shapely.coverage_is_valid([g for _, g in units.values()]), f"{variant}: one coverage, core and wider disjoint")
        core[variant] = dissolve([g for p, g in units.values() if p["kind"] == "core"])
        wider = dissolve([g for p, g in units.values() if p["kind"] == "wider"])
        print(f"      {variant}: core {area(core[variant]):,.0f} km2, wider {area(wider):,.0f} km2")
        for name, lon, lat, where in WITNESSES:
            point = shapely.Point(lon, lat)
            inside = [tid for tid, (_, g) in units.items() if g.covers(point)]
            if where is None or where == "core":
                good = core[variant].covers(point) == (where == "core")
            else:
                good = inside == [where]
            if not good:
                check(False, f"{variant}: {name} should lie in {where}, lies in {inside}")
        if variant == "cod-2019":
            for tid, (p, g) in units.items():
                if p["unit"] == uids[("adm2", BALADRUZ)]:
                    model = dissolve([g3 for uid, g3 in by_level["adm3"].items()
                                      if parents[uid] == p["unit"] and uid != uids[("adm3", MANDALI)]])
                else:
                    model = by_level["adm3"].get(p["unit"]) or by_level["adm2"][p["unit"]]
                if not same(model, g):
                    check(False, f"{variant}: {tid} is not the polygon of {p['unit']}")
    both, either = (f(core["cod-2019"], core["wof-2024"]) for f in (shapely.intersection, shapely.union))
    print(f"      intersection over union of the two cores {area(both) / area(either):.2f}")
    check(not check.failed, f"{len(WITNESSES)} towns lie where they should, in both variants; cod-2019 equals boundaries.geojson"
          if not check.failed else "see above")
    return check.failed


def statistics(features, level_of):
    count = Counter()
    vertices = Counter()
    kms = defaultdict(list)
    parts = Counter()
    for _, p, g in features:
        level = level_of(p)
        count[level] += 1
        vertices[level] += int(shapely.get_num_coordinates(g))
        kms[level].append(p["accuracy_km"])
        parts[level] += (len(shapely.get_parts(g)) > 1) + sum(len(x.interiors) > 0 for x in shapely.get_parts(g))
    for level in count:
        print(f"{level:16} {count[level]:4} features {vertices[level]:6} vertices, accuracy km min/median/max "
              f"{min(kms[level])}/{np.median(kms[level]):.1f}/{max(kms[level])}, {parts[level]} with parts or holes")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reference", type=Path, help="folder of the reference material (see SOURCES)")
    parser.add_argument("--gazetteer", type=Path, required=True, help="folder that holds units.tsv and receives the files")
    parser.add_argument("--check", action="store_true", help="only check the files that are there")
    arguments = parser.parse_args()
    if not arguments.check:
        if arguments.reference is None:
            parser.error("--reference is needed to draw")
        uids, _ = read_units(arguments.gazetteer)
        features, geometry, accuracy, nations, moved = draw_boundaries(arguments.reference, uids)
        write_collection(arguments.gazetteer / "boundaries.geojson", [("name", "boundaries")], features)
        territories, _ = draw_territories(arguments.reference, uids, geometry, accuracy, nations)
        write_collection(arguments.gazetteer / "territories.geojson",
                         [("name", "territories"), ("disclaimer", DISCLAIMER)], territories)
        statistics(features, lambda p: p["level"])
        statistics(territories, lambda p: f"{p['variant']} {p['kind']}")
        print(f"of {moved[0]} settlements {moved[1]} change the sub-district and {moved[2]} the district by the redrawing")
        for name in ("boundaries.geojson", "territories.geojson"):
            print(f"{name}: {(arguments.gazetteer / name).stat().st_size:,} bytes")
    sys.exit(1 if run_check(arguments.gazetteer) else 0)


if __name__ == "__main__":
    main()
