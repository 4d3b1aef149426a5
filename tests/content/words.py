"""Words of a text in one normal form, and what stands for a run of eight of them. Used by make_runs.py and copied_test.py."""
import base64
import hashlib
import re
import unicodedata

LENGTH = 8
SUPERSCRIPT = re.compile("[⁰¹²³⁴-⁹]+")
# A word cut at the end of a line. "studie-" before "och" is no such word.
CUT = re.compile(r"(?<=\w)[-\u2010]\n\s*(?!(?:och|eller|samt|till|respektive)\b)(?=[^\W\d_])")
WORD = re.compile(r"[^\W_]+")
# One PDF lost its ligatures: what is left of ff, fi and fl is a mark of no letter. So all of them are one letter here.
LOST = "\ufb00"
LIGATURE = re.compile("ffi|ffl|ff|fi|fl")


def words_of(text):
    text = SUPERSCRIPT.sub("", unicodedata.normalize("NFC", text)).replace("\u00ad", "")
    text = unicodedata.normalize("NFKC", text).lower().replace("\ufffd", LOST)
    # Digits after letters are the number of a footnote.
    words = (re.sub(r"(?<=[^\W\d_])\d+$", "", word) for word in WORD.findall(CUT.sub("", text)))
    return [LIGATURE.sub(LOST, word) for word in words]


def mark_of(run):
    """Eight characters that stand for a run and do not tell it."""
    return base64.urlsafe_b64encode(hashlib.sha256(" ".join(run).encode()).digest()[:6]).decode()


def runs_of(words):
    return (tuple(words[at:at + LENGTH]) for at in range(len(words) - LENGTH + 1))
