#!/usr/bin/env python3
"""Writes gazetteer/fold.tsv: which letters the matcher treats as equal.

The Arabic and Sorani rows follow the orthography of the press (see docs/fields.md); presentation
forms and accented Latin letters are computed from the Unicode character database of Python.
"""
import sys
import unicodedata

rows = []


def row(source, target, key="strict", lang="*", note=""):
    rows.append((source, target, key, lang, note))


def code(text):
    return " ".join("U+%04X" % ord(c) for c in text)


# Arabic letters that the press writes in several ways.
for c in "أإآٱ":
    row(c, "ا", note="alef with hamza, madda or wasla")
row("ؤ", "و", note="waw with hamza")
row("ئ", "ي", note="yeh with hamza; kept at the start of a word, where it carries a Sorani vowel")
for c in "ىیےې":
    row(c, "ي", note="alef maksura, Farsi yeh, yeh barree")
for c in "ةەھہۃ":
    row(c, "ه", note="teh marbuta, Sorani ae, heh doachashmee, heh goal")
for c in "کڪ":
    row(c, "ك", note="keheh, swash kaf")
# Letters that tell Kurdish names apart; equal in the loose key only.
for a, b in zip("گپچڤژڕڵۆێ", "كبجفزرلوي"):
    row(a, b, key="loose", lang="ckb", note="Kurdish letter")
# Deleted: marks, tatweel, joiners, direction marks.
for c in [0x0640, *range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06DD),
          *range(0x06DF, 0x06E5), 0x06E7, 0x06E8, *range(0x06EA, 0x06EE), 0x200C, 0x200D, 0x200E,
          0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x061C, 0xFEFF, 0x00AD,
          *range(0x0300, 0x0370), 0x02BB, 0x02BC, 0x02BE, 0x02BF, 0x02B9, 0x02C8, 0x2018, 0x2019,
          0x0027, 0x0060, 0x00B4]:
    row(chr(c), "", note="mark, tatweel, joiner or direction")
# Digits and number signs.
for i in range(10):
    row(chr(0x660 + i), str(i), note="Arabic-Indic digit")
    row(chr(0x6F0 + i), str(i), note="extended Arabic-Indic digit")
row("٫", ".", note="decimal separator")
row("٬", ",", note="thousands separator")
# Presentation forms: one letter may become several.
BASE = {r[0]: r[1] for r in rows if r[2] == "strict"}


def strict(text):
    return "".join(BASE.get(c, c) for c in text)


for cp in [*range(0xFB50, 0xFDFD), *range(0xFE70, 0xFEFD)]:
    c = chr(cp)
    if cp in (0xFD3E, 0xFD3F):
        continue
    if unicodedata.category(c) in ("Cn",):
        continue
    n = unicodedata.normalize("NFKC", c)
    if n != c:
        target = strict(n).replace(" ", "")
        row(c, target, note="presentation form")
# Latin: case and accents.
for cp in [*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)]:
    c = chr(cp)
    if not c.isalpha():
        continue
    special = {"ß": "ss", "æ": "ae", "Æ": "ae", "ø": "o", "Ø": "o", "ı": "i", "İ": "i", "ł": "l",
               "Ł": "l", "đ": "d", "Đ": "d", "œ": "oe", "Œ": "oe", "ə": "e", "Ə": "e", "ð": "d",
               "Ð": "d", "þ": "th", "Þ": "th"}
    target = special.get(c)
    if target is None:
        target = "".join(x for x in unicodedata.normalize("NFKD", c.lower())
                         if not unicodedata.combining(x))
    if target != c and target and all(ord(x) < 128 for x in target):
        row(c, target, note="Latin letter")

with open(sys.argv[1], "w", encoding="utf-8", newline="\n") as out:
    out.write("# Letters that the matcher treats as equal. strict: in every key; loose: only when\n")
    out.write("# the strict key finds nothing. An empty target deletes the letter.\n")
    out.write("# Made by Tools/build_fold.py.\n")
    out.write("id\tfrom\tto\tkey\tlang\tnote\n")
    for i, (s, t, k, l, n) in enumerate(rows, 1):
        out.write(f"f{i:04d}\t{code(s)}\t{code(t)}\t{k}\t{l}\t{n}\n")
