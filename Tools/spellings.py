"""Letters: folding keys, cleaning of names, and spellings derived by rule (for Tools/build_gazetteer.py).

The rules are rows of Tools/curated/letters.tsv, described in docs/gazetteer.md; what a row cannot say (where a vowel goes) is code here.
"""
import os, re, unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))


def _rules():
    out = {}
    with open(os.path.join(HERE, "curated", "letters.tsv"), encoding="utf-8") as f:
        for line in f:
            if line.startswith("#") or line.startswith("rule\t"):
                continue
            rule, kind, a, b = line.rstrip("\n").split("\t")
            out.setdefault((rule, kind), {})[a] = b
    return out


RULES = _rules()


_STRICT = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ي", "ى": "ي", "ی": "ي", "ے": "ي", "ة": "ه",
                         "ە": "ه", "ھ": "ه", "ک": "ك", "ڪ": "ك", "ـ": None})
_LOOSE = str.maketrans({"گ": "ك", "پ": "ب", "چ": "ج", "ڤ": "ف", "ژ": "ز", "ڕ": "ر", "ڵ": "ل", "ۆ": "و", "ێ": "ي"})
_MARKS = re.compile("[\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff\u00ad]")
_TYPE = re.compile(r"^(?:مركز\s+)?(?:قضاء|ناحية|ناحيه|ناحيت|نواحي|قرية|قريه|قرى|محافظة|مدينة|مجمع|قصبة|منطقة|مركز)\s+")
_LATTYPE = re.compile(r"^(?:Qaryat|Nahiyat|Nāḩiyat|Nāḩīyat|Qada'|Qaḑā\u2019|Madinat|Mujama'|Mujamma'|Markaz)\s+", re.I)


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
    text = "".join(c for c in text if not unicodedata.combining(c) and c not in "'\u2019\u2018`\u02bf\u02be")
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


def derive_sorani(arabic):
    """Arabic spelling to Sorani spelling by letter rules (status 'derived').

    1. The article ال falls in every word. 2. Letters that Sorani lacks go to their sound (ث ص -> س, ذ ض ظ -> ز, ط -> ت, ء -> nothing),
    final ى -> ا, ة -> ە. 3. Word-initial ر -> ڕ, ا/أ -> ئە, إ -> ئی, آ -> ئا. 4. A consonant that is followed by a consonant takes ە, unless a
    vowel stands before it and it can close the syllable. و and ي at the start of a word are consonants. 5. A few words have their usual
    Sorani form (kind `word`).
    """
    words = []
    letters, usual = RULES["ar-ckb", "letter"], RULES["ar-ckb", "word"]
    for word in arabic.split():
        if word in usual:
            words.append(usual[word])
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
                out, open_syllable = out + letters[c], True
                continue
            if c == "أ":
                out, open_syllable = out + "ئ", False
                continue
            vowel = c in "اىة" or (c in "وي" and i > 0)
            letter = letters.get(c, c)
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
    text = "".join(c for c in text if not unicodedata.combining(c)).replace("\u2018", "").replace("\u2019", "").replace("`", "")
    for _ in range(2):
        text = _LATTYPE.sub("", text)
    text = bare_latin(re.sub(r"\s+", " ", text).strip())
    return text if text.isascii() and len(text) >= 3 else ""


def bare_latin(form):
    """Without the article at the beginning: the program takes it in by itself, and a form that holds it would win over a town's."""
    bare = re.sub(r"^(?:al|el|ul|il|ad|ar|as|ash|at|az|an|adh|ath)[ -](?=..)", "", form, flags=re.I)
    return bare[:1].upper() + bare[1:]


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


_ARTICLE = {"al", "an", "ar", "as", "ash", "at", "ad", "az", "adh", "ath", "el", "aş", "aţ", "aḍ", "aḥ", "az\u0327", "aș", "aț"}


def derive_arabic_latin(latin):
    """Arabic spelling of a name that is known in Latin letters only (GeoNames' romanization), status 'derived'.

    Longest row of latn-ar first; a doubled letter counts once; the article joins the word; short vowels fall, but not at the
    beginning; -ah is ة. Kurdish names come out in the letters that Arabic reports write them with.
    """
    table, usual = RULES["latn-ar", "letter"], RULES["latn-ar", "word"]
    longest = max(map(len, table))
    text = unicodedata.normalize("NFD", latin.casefold()).replace("\u2019", "'").replace("\u2018", "`").replace("\u02bf", "`").replace("\u02be", "'")
    text = text.replace("\u0306", "").replace("\u030a", "\u0304").replace("\u0326", "\u0327")
    text = re.sub(r"(sh|kh|gh|th|dh|ch)\1", r"\1", unicodedata.normalize("NFC", text))
    text = re.sub(r"\b(`abd|'abd|abd)ul\b", r"\1 al", text)
    for _ in range(2):
        text = _LATTYPE.sub("", text)
    words, article = [], False
    for word in re.split(r"[\s-]+", text):
        if word in _ARTICLE:
            article = True
            continue
        if word in usual:
            made = usual[word]
        else:
            made, i, n = "", 0, len(word)
            if n > 2 and word.endswith("iyah"):
                word, tail = word[:-4], "ية"
            elif n > 2 and word.endswith("īyah"):
                word, tail = word[:-4], "ية"
            elif n > 2 and word.endswith("ah") or n > 2 and word.endswith("at") and "ā" not in word[-2:]:
                word, tail = word[:-2], "ة"
            else:
                tail = ""
            n = len(word)
            while i < n:
                if i and word[i] == word[i - 1] and word[i] not in "aiueo":
                    i += 1
                    continue
                for size in range(min(longest, n - i), 0, -1):
                    piece = word[i:i + size]
                    where = "^" if i == 0 else "$" if i + size == n and not tail else ""
                    if where and where + piece in table:
                        made += table[where + piece]
                        break
                    if piece in table:
                        made += table[piece]
                        break
                else:
                    size = 1
                i += size
            made += tail
        if made:
            words.append(("ال" if article else "") + made)
        article = False
    made = " ".join(words)
    return made if clean_arabic(made) == made and len(made) >= 3 else ""


def derive_arabic_kurdish(sorani):
    """Arabic spelling of a name that is known in Kurdish only: ە falls inside a word and is ه at its end, the rest letter by letter."""
    table = RULES["ckb-ar", "letter"]
    words = []
    for word in sorani.split():
        word = re.sub("^ئ(?=[اەوۆیێ])", "ا", word).replace("اا", "ا").replace("اە", "ا")
        end = "ه" if word.endswith("ە") else ""
        word = re.sub("وو", "و", re.sub("ە", "", word)) + end
        words.append("".join(table.get(c, c) for c in word))
    made = clean_arabic(" ".join(words))
    return made


def press_latin(form):
    """The Latin spelling of the press: 'Al Abarah as Sadraniyah' -> 'Al-Abara al-Sadraniya'."""
    words = []
    for i, word in enumerate(form.replace("'", "").replace("`", "").split()):
        low = word.casefold()
        if low in _ARTICLE and i + 1 < len(form.split()):
            words.append("al-")
            continue
        if low.endswith("iyah") or low.endswith("ah") and len(low) > 3:
            word = word[:-1]
        words.append(word)
    return bare_latin(" ".join(words).replace("- ", "-"))
