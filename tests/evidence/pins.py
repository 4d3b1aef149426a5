"""Fingerprints of passages, made anew: by the words of generator/evidence/normal_text.h and suspects.h, with Debian's python3-xxhash."""
import re
import unicodedata

import xxhash

ALIKE = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'", "–": "-", "—": "-", "‑": "-", "−": "-", "…": "...", "\u00ad": "", "\u200b": ""}


def pin_of(text):
    words = " ".join(unicodedata.normalize("NFC", text).split())
    for sign, same in ALIKE.items():
        words = words.replace(sign, same)
    pin = xxhash.xxh3_128_hexdigest(words.encode("utf-8"))[:12]
    return "abcdef"[int(pin[0], 16) % 6] + pin[1:]


def plain_passage(page_text, passage):
    """The words of a paragraph {#passage}, or None where it is no paragraph, or holds markup that would have to be read first."""
    found = re.search(rf"(?:^|\n\n)((?:(?!\n\n).)+?)\s*\{{#{re.escape(passage)}\}}\n", page_text, re.DOTALL)
    if not found or re.search(r"[\[\]*_`<>\\&#|]|^\s*(?:[-+>]|\d+\.)\s", found[1], re.MULTILINE):
        return None
    return found[1]
