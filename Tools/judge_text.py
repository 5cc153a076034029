#!/usr/bin/env python3
"""Reads texts that are written badly, and texts that make no sense, with the built program.

    Tools/judge_text.py --marsad .build/release/marsad [--gazetteer gazetteer] [--count 20000] [--seed 1] [--verbose]

1. The reports of development/ as other hands write the same words: with vowel marks, tatweel, Arabic-Indic digits, without
   hamzas, with the letters of a Persian keyboard, hashtags, emojis, spaces of other widths, before commas or missing after
   them, "Urgent |" in front, quotation marks of another kind. The events must be the same: type, dates, harm, sides, places.
2. The same reports with words deleted, doubled, moved, exchanged for forms of the lexicons, names and marks, titles of other
   reports above them. Whatever comes out, the program must answer each with a line and go on.

Ends with 1 when more than one text in a thousand has other events or a run stops, and writes the texts that stop it to standard error.
"""
import argparse
import json
import pathlib
import random
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOLERANCE = 0.001
LETTERS = "بتثجحخسشصضطظعغفقكلمنهي"
MARKS = ["،", "؛", ".", ",", '"', "«", "»", "(", ")", "-", "/", "\n", "\n\n", ":", "؟", "!", "#", "…", "%", "'", "–", "|", "1", "12",
         "2015", "٣", "10/10/2019", "30", "km", "كم", "1,000", "3.5", "و", "🔴"]


def reports():
    for pattern in ("events-*", "articles-*", "places*", "duplicates*"):
        for path in sorted((ROOT / "development").glob(pattern + ".jsonl")):
            for line in open(path, encoding="utf-8"):
                if line.strip():
                    case = json.loads(line)
                    yield {k: case[k] for k in ("id", "lang", "published", "title", "text", "source") if k in case}


def words_of_lexicons():
    words = {"ar": [], "ckb": [], "en": []}
    for path in sorted((ROOT / "gazetteer").rglob("*.tsv")):
        if path.name == "names.tsv":
            continue
        head = None
        for line in open(path, encoding="utf-8"):
            cells = line.rstrip("\n").split("\t")
            if line.startswith("#"):
                continue
            if head is None:
                head = cells
                continue
            row = dict(zip(head, cells))
            if row.get("form"):
                words.get(row.get("lang", "ar"), words["ar"]).append(row["form"])
    words["ar"] += ["خانقين", "الموصل", "كركوك", "ديالى", "بين", "طريق", "على بعد", "شمال", "جنوب غربي", "قرب", "قرية", "قضاء"]
    words["ckb"] += ["کەرکووک", "هەولێر", "خانەقین", "گوندی", "باکووری", "نزیک", "نێوان"]
    words["en"] += ["Mosul", "Kirkuk", "Khanaqin district", "north of", "between", "near", "village of", "Baghdad-Kirkuk road"]
    return words


def parse(program, gazetteer, documents):
    lines = "".join(json.dumps(d, ensure_ascii=False) + "\n" for d in documents)
    done = subprocess.run([program, "parse", "-", "-q", "--gazetteer", gazetteer], input=lines.encode(), capture_output=True)
    return done.returncode, done.stdout.decode().split("\n")[:-1]


def ways(rng):
    """Each way of writing the same words, and the languages that it is for."""
    def between(text, letters, insert, chance):
        return re.sub(f"([{letters}])(?=[{letters}ا])", lambda m: m[1] + (insert() if rng.random() < chance else ""), text)

    def some(text, old, new, chance):
        return "".join(new if c == old and rng.random() < chance else c for c in text)

    def hashtags(text):
        return " ".join("#" + w if re.fullmatch("ال?[ء-ي]{4,}", w) and rng.random() < 0.15 else w for w in text.split(" "))

    every = ("ar", "ckb", "en")
    return [
        ("tatweel", ("ar",), lambda t: between(t, LETTERS, lambda: "ـ", 0.15)),
        ("vowel marks", ("ar",), lambda t: between(t, LETTERS, lambda: rng.choice("\u064e\u064f\u0650\u0652"), 0.15)),
        ("no hamza on alef", ("ar",), lambda t: t.translate({ord(c): "ا" for c in "أإآ"})),
        ("Persian keyboard", ("ar",), lambda t: t.translate({ord("ي"): "ی", ord("ك"): "ک"})),
        ("Arabic-Indic digits", ("ar", "ckb"), lambda t: t.translate({ord(str(n)): chr(0x660 + n) for n in range(10)})),
        ("hashtags", ("ar",), hashtags),
        ("urgent", ("ar",), lambda t: "عاجل | " + t),
        ("emojis", ("ar", "ckb"), lambda t: "🔴 " + t + " 🚨👇"),
        ("hard spaces", every, lambda t: some(t, " ", "\u00a0", 0.3)),
        ("double spaces", every, lambda t: some(t, " ", "  ", 0.3)),
        ("no space after commas", ("ar",), lambda t: re.sub("([،,]) ", r"\1", t)),
        ("space before commas", ("ar", "ckb"), lambda t: re.sub(r"(?<=\w)([،.](?= |$))", r" \1", t)),
        ("direction marks", ("ar", "ckb"), lambda t: "\u200f" + t.replace(" ", " \u200f", 3)),
        ("two stops", ("ar", "ckb"), lambda t: t.rstrip(".") + ".."),
        ("quotation marks", ("ar",), lambda t: t.replace("«", '"').replace("»", '"')),
        ("curly apostrophes", ("en",), lambda t: t.replace("'", "’")),
    ]


def told(line):
    """What the events of a line say."""
    keys = ("sub_event_type", "date_start", "date_end", "killed_min", "injured_min", "actor1", "actor2", "place_ids")
    return sorted(json.dumps([e[k] for k in keys], ensure_ascii=False) for e in json.loads(line)["events"])


def judge_writing(program, gazetteer, verbose):
    documents = [d for d in reports()]
    code, plain = parse(program, gazetteer, documents)
    if code != 0:
        return 1
    plain = [told(line) for line in plain]
    wrong = 0
    for name, languages, way in ways(random.Random(7)):
        chosen = [i for i, d in enumerate(documents) if d.get("lang", "ar") in languages]
        changed = [dict(documents[i], text=way(documents[i]["text"])) for i in chosen]
        code, lines = parse(program, gazetteer, changed)
        if code != 0:
            print(f"{name}: the program stops with {code}")
            return 1
        other = [(d, plain[i], told(line)) for i, d, line in zip(chosen, changed, lines) if told(line) != plain[i]]
        too_many = len(other) > len(chosen) * TOLERANCE
        print(f"{name:24} {len(chosen):5d} reports, {len(other)} with other events{' (too many)' if too_many else ''}")
        wrong += too_many
        for document, old, new in other if verbose else []:
            print(f"  {document['text']}\n    - {old}\n    + {new}")
    return 1 if wrong else 0


def nonsense(rng, documents, words):
    document = rng.choice(documents)
    language = document.get("lang", "ar")
    parts = document["text"].replace("\n", " \n ").split(" ")
    for _ in range(rng.randint(1, 8)):
        if len(parts) < 2:
            break
        at = rng.randrange(len(parts))
        change = rng.randrange(9)
        if change == 0:
            del parts[at]
        elif change == 1:
            other = rng.randrange(len(parts))
            parts[at], parts[other] = parts[other], parts[at]
        elif change == 2:
            parts.insert(at, rng.choice(MARKS))
        elif change == 3:
            parts.insert(at, rng.choice(words[language]))
        elif change == 4:
            end = min(len(parts), at + rng.randint(1, 6))
            parts = parts[:end] + parts[at:end] + parts[end:]
        elif change == 5:
            strange = rng.choice(documents)["text"].split(" ")
            start = rng.randrange(len(strange))
            parts[at:at] = strange[start:start + rng.randint(1, 12)]
        elif change == 6:
            parts[at] += rng.choice(MARKS)
        elif change == 7:
            parts = parts[at:] + parts[:at]
        else:
            parts = parts[:max(2, at)]
    result = {"id": "x", "published": document.get("published", "2020-05-05"), "text": " ".join(parts)}
    if rng.random() < 0.3:
        result["title"] = rng.choice(documents)["text"][:80]
    if rng.random() < 0.3:
        result["lang"] = rng.choice(["ar", "ckb", "en"])
    return result


def stops(program, gazetteer, documents):
    """The first of some documents that stops the program, nil when all are read."""
    code, lines = parse(program, gazetteer, documents)
    if code == 0 and len(lines) == len(documents):
        return None
    if len(documents) == 1:
        return documents[0]
    half = len(documents) // 2
    return stops(program, gazetteer, documents[:half]) or stops(program, gazetteer, documents[half:])


def judge_nonsense(program, gazetteer, count, seed):
    rng, documents, words = random.Random(seed), list(reports()), words_of_lexicons()
    found = 0
    for start in range(0, count, 4000):
        made = [nonsense(rng, documents, words) for _ in range(min(4000, count - start))]
        bad = stops(program, gazetteer, made)
        if bad:
            found += 1
            print(json.dumps(bad, ensure_ascii=False), file=sys.stderr)
    print(f"{count} reports of mixed words: {found} stops" if found else f"{count} reports of mixed words: all read")
    return 1 if found else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--marsad", default=".build/release/marsad")
    parser.add_argument("--gazetteer", default=str(ROOT / "gazetteer"))
    parser.add_argument("--count", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    writing = judge_writing(args.marsad, args.gazetteer, args.verbose)
    sys.exit(judge_nonsense(args.marsad, args.gazetteer, args.count, args.seed) or writing)


if __name__ == "__main__":
    main()
