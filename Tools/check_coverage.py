#!/usr/bin/env python3
"""Asks `marsad locate` for every settlement of the reference material and counts what it finds, by district.

    python3 Tools/check_coverage.py [--marsad PROGRAM] [--gazetteer DIR] [--reference DIR] [--all] [--misses FILE]

For each settlement three questions are asked, each with the governorate that holds it: its first name in Arabic, its first name in
Latin letters, its first name in Kurdish. `found` is any answer but `unresolved`; `near` one whose place lies within 10 km of the
position in the reference. Without --all only the disputed districts, Badra and Diyala are listed; with it every district. A second list has the
sub-districts of COD: is each one known as a unit by the name that the reference gives it?

The reference is not part of the repository. Where it is absent nothing is checked: the script says so and ends with 0.
"""
import argparse, json, math, os, re, subprocess, sys
from collections import defaultdict

HERE = os.path.dirname(os.path.abspath(__file__))
CORE = ("IQG15Q08 IQG15Q07 IQG15Q09 IQG15Q06 IQG15Q01 IQG15Q03 IQG11Q04 IQG13Q01 IQG13Q03 IQG13Q02 IQG13Q04 IQG16Q07 IQG10Q06 IQG10Q05 "
        "IQG10Q03 IQG10Q02 IQG10Q01 IQG10Q04 IQG18Q05").split()
WITHIN_KM = 10
TYPE = re.compile(r"^(?:قرية|قريه|ناحية|ناحيه|مجمع|قضاء|قصبة)\s+")


def read_tsv(path):
    with open(path, encoding="utf-8") as f:
        head = f.readline().rstrip("\n").split("\t")
        return [dict(zip(head, line.rstrip("\n").split("\t"))) for line in f]


def km(a, b):
    x = math.radians(b[0] - a[0]) * math.cos(math.radians((a[1] + b[1]) / 2))
    return 6371 * math.hypot(x, math.radians(b[1] - a[1]))


def ask(args, questions):
    """Answers of `locate --batch`, by id."""
    text = "".join(json.dumps(q, ensure_ascii=False) + "\n" for q in questions)
    command = [args.marsad, "locate", "--batch", "--quiet"] + (["--gazetteer", args.gazetteer] if args.gazetteer else [])
    run = subprocess.run(command, input=text, capture_output=True, text=True)
    if run.returncode:
        sys.exit("locate ended with %d: %s" % (run.returncode, run.stderr[-500:]))
    return {a["id"]: a for a in map(json.loads, run.stdout.splitlines())}


def position(answer):
    if answer.get("point"):
        return tuple(answer["point"])
    place = answer.get("place") or {}
    return (place["lon"], place["lat"]) if place.get("lon") is not None else None


def governorates(reference):
    """Arabic, English and Kurdish names of the governorates by p-code, ours."""
    names = defaultdict(dict)
    codes = {}
    for line in open(os.path.join(HERE, "curated", "units.tsv"), encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if re.fullmatch(r"IQG\d\d", cells[0]):
            names[cells[0]] = {"en": cells[2], "ar": cells[3], "ckb": cells[4]}
    return names


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("--marsad", default="marsad")
    ap.add_argument("--gazetteer", default="")
    ap.add_argument("--reference", default=os.path.join(HERE, "..", "..", "shared", "reference"))
    ap.add_argument("--all", action="store_true", help="every district of the country")
    ap.add_argument("--area", action="store_true", help="name the governorate by a filter (--in) instead of in the words")
    ap.add_argument("--misses", help="write the questions that went wrong to this file")
    args = ap.parse_args()
    source = os.path.join(args.reference, "gazetteer", "iq_gazetteer_merged.tsv")
    if not os.path.exists(source):
        print("skipped: no reference material at %s (it is not part of the repository)" % args.reference)
        return 0
    rows = read_tsv(source)
    gov = governorates(args.reference)
    places = [r for r in rows if r["kind"] in ("locality", "neighbourhood") and r["adm2_pcode"]]
    questions, meaning = [], {}
    for i, r in enumerate(places):
        for lang, cell in (("ar", r["ar"]), ("en", r["name"]), ("ckb", r["ckb"])):
            form = TYPE.sub("", cell.split("|")[0])
            if not form:
                continue
            key = "%s%d" % (lang, i)
            area = gov[r["adm1_pcode"]][lang]
            question = {"id": key, "text": form, "in": area} if args.area else {"id": key, "text": form + ("، " if lang != "en" else ", ") + area}
            questions.append(question)
            meaning[key] = (r, lang, form)
    answers = ask(args, questions)
    count, misses = defaultdict(lambda: defaultdict(int)), []
    for key, (r, lang, form) in meaning.items():
        a = answers[key]
        at = position(a)
        found = a["status"] != "unresolved" and (a.get("place") or a.get("area")) and at is not None
        near = found and km(at, (float(r["lon"]), float(r["lat"]))) <= WITHIN_KM
        for where in (r["adm2_pcode"], r["adm1_pcode"], "all", "core" if r["adm2_pcode"] in CORE else "rest"):
            count[where][lang] += 1
            count[where][lang + " found"] += bool(found)
            count[where][lang + " near"] += bool(near)
        if not near:
            misses.append((r["adm2_en"], lang, form, "far" if found else "missing", r["lat"], r["lon"], r["fcode"], r["id"]))
    titles = {r["adm2_pcode"]: r["adm2_en"] for r in places}
    titles.update({r["adm1_pcode"]: r["adm1_en"].upper() for r in places})
    titles.update(all="THE COUNTRY", core="CORE AND DIYALA", rest="THE REST")
    codes = CORE + ["core"] if not args.all else sorted(k for k in count if k not in ("all", "core", "rest")) + ["core", "rest", "all"]
    print("%-22s %s" % ("district", "  ".join("%5s found  near" % x for x in ("ar", "en", "ckb"))))
    for code in codes:
        c = count[code]
        cells = []
        for lang in ("ar", "en", "ckb"):
            n = c[lang]
            cells.append("%5d %5s %5s" % (n, "%.3f" % (c[lang + " found"] / n) if n else "-", "%.3f" % (c[lang + " near"] / n) if n else "-"))
        print("%-22s %s" % (titles[code], "  ".join(cells)))
    if args.misses:
        with open(args.misses, "w", encoding="utf-8") as f:
            f.writelines("\t".join(m) + "\n" for m in sorted(misses))
    return units(args, gov)


def units(args, gov):
    """The units of COD: asked as district or sub-district, the answer has to be that unit or its seat."""
    rows, questions = [], []
    for level, word_ar, word_en in ((2, "قضاء ", " district"), (3, "ناحية ", " subdistrict")):
        path = os.path.join(args.reference, "boundaries", "cod_ab", "irq_adm%d_cso_20190603.geojson" % level)
        for f in json.load(open(path, encoding="utf-8"))["features"]:
            p = f["properties"]
            key = p["ADM%d_PCODE" % level]
            ar = TYPE.sub("", p["ADM%d_AR" % level] or "")
            rows.append((key, level, p["ADM%d_EN" % level], ar))
            if ar:
                questions.append({"id": key + "ar", "text": word_ar + ar, "in": gov[p["ADM1_PCODE"]]["ar"]})
            questions.append({"id": key + "en", "text": p["ADM%d_EN" % level] + word_en, "in": gov[p["ADM1_PCODE"]]["en"]})
    answers = ask(args, questions)
    print("\nunits by the names of COD (right: that unit, or a place whose unit it is)")
    for level in (2, 3):
        for lang in ("ar", "en"):
            good, bad, n = 0, [], 0
            for key, lv, en, ar in rows:
                if lv != level or key + lang not in answers:
                    continue
                n += 1
                a = answers[key + lang]
                hit = a["status"] != "unresolved" and (a.get("admin%d_pcode" % level) == key or (a.get("place") or {}).get("admin%d_pcode" % level) == key)
                good += hit
                if not hit:
                    bad.append("%s %s" % (key, ar if lang == "ar" else en))
            print("adm%d %s %d of %d%s" % (level, lang, good, n, "; not: " + ", ".join(bad) if bad else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
