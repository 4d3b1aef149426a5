"""Reads what generator/ says to people, and its Swedish (generator/diagnostics/swedish_*.cc), and finds what does not fit."""
import re
import string
from pathlib import Path

TOKEN = re.compile(r"""
    (?P<skip>\s+|//[^\n]*|/\*.*?\*/)
  | R"(?P<fence>[^(\s"]*)\((?P<raw>.*?)\)(?P=fence)"
  | "(?P<text>(?:[^"\\\n]|\\.)*)"
  | (?P<other>'(?:[^'\\]|\\.)+' | [A-Za-z_]\w* | \d(?:'?[\w.])* | .)
""", re.VERBOSE | re.DOTALL)
ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[0-7]{1,3}|.)", re.DOTALL)
SHORT = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}


class Token(str):
    """A token of C++. A literal is its text, with `literal` true; adjacent literals are one."""
    literal = False
    line = 0


def unescape(text):
    def one(match):
        code = match[1]
        return chr(int(code[1:], 16)) if code[0] in "xu" and len(code) > 1 else SHORT.get(code, code)
    return ESCAPE.sub(one, text)


def read_tokens(source):
    tokens = []
    line, counted = 1, 0
    for match in TOKEN.finditer(source):
        if match["skip"] is not None:
            continue
        line += source.count("\n", counted, match.start())
        counted = match.start()
        literal = match["other"] is None
        text = match["other"] if not literal else match["raw"] if match["raw"] is not None else unescape(match["text"])
        if literal and tokens and tokens[-1].literal:
            token = Token(tokens[-1] + text)
            token.line = tokens.pop().line
        else:
            token = Token(text)
            token.line = line
        token.literal = literal
        tokens.append(token)
    return tokens


def calls(tokens, name):
    """Where the arguments of each call of `name` begin. A declaration stands after its type."""
    for at in range(len(tokens) - 2):
        if tokens[at] == name and not tokens[at].literal and tokens[at + 1] == "(" and (at == 0 or tokens[at - 1] != "Wording"):
            yield at + 2


def find_sentences(tokens):
    """([(sentence, line)], [(fault, line)]) of the say() calls."""
    sentences, faults = [], []
    for at in calls(tokens, "say"):
        if tokens[at].literal and tokens[at + 1] in {",", ")"}:
            sentences.append((str(tokens[at]), tokens[at].line))
        else:
            faults.append(("say() takes its sentence as one literal", tokens[at].line))
    for at in calls(tokens, "as_written"):
        if tokens[at].literal and " " in tokens[at]:
            faults.append(("as_written() is for what is the same in every language; this is a sentence: " + tokens[at], tokens[at].line))
    return sentences, faults


def find_explanations(tokens):
    """The explanations of the catalogue: { "id", severity, fixed, "explanation" }."""
    sentences, faults = [], []
    for at in range(len(tokens) - 8):
        if tokens[at] == "{" and not tokens[at].literal and tokens[at + 1].literal:
            if tokens[at + 7].literal and tokens[at + 8] == "}":
                sentences.append((str(tokens[at + 7]), tokens[at].line))
            else:
                faults.append(("not of the form {id, severity, fixed, explanation}", tokens[at].line))
    return sentences, faults


def find_type_names(tokens):
    """What Value::type_name() returns."""
    for at in range(len(tokens) - 3):
        if tokens[at:at + 3] == ["Value", ":", ":"] and tokens[at + 3] == "type_name":
            body = tokens[at:tokens.index("}", at)]
            return [(str(word), word.line) for before, word in zip(body, body[1:]) if before == "return" and word.literal]
    return []


def find_translations(tokens):
    """([(english, swedish, line)], faults) of a table: { "english", "swedish" }."""
    entries, faults = [], []
    for at in range(len(tokens) - 4):
        if tokens[at] == "{" and not tokens[at].literal and tokens[at + 1].literal:
            if tokens[at + 2] == "," and tokens[at + 3].literal and tokens[at + 4] == "}":
                entries.append((str(tokens[at + 1]), str(tokens[at + 3]), tokens[at].line))
            else:
                faults.append(("not of the form {english, swedish}", tokens[at].line))
    return entries, faults


def places(sentence):
    """The numbers of the arguments that are filled in, or None when fmt could not read it: "{} {}" and "{1} {0}" have {0, 1}."""
    try:
        names = [name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None]
    except ValueError:
        return None
    if all(name == "" for name in names):
        return set(range(len(names)))
    return {int(name) for name in names} if all(name.isdigit() for name in names) else None


def find_faults(generator):
    """Every fault, as `PATH:LINE: what` relative to the generator folder."""
    generator = Path(generator)
    faults = []
    filled, fixed, swedish = {}, {}, {}  # sentence -> where it first stands

    def note(name, found, into):
        sentences, wrong = found
        faults.extend(f"{name}:{line}: {what}" for what, line in wrong)
        for sentence, line in sentences:
            into.setdefault(sentence, f"{name}:{line}")

    for path in sorted([*generator.rglob("*.cc"), *generator.rglob("*.h")]):
        name = str(path.relative_to(generator))
        tokens = read_tokens(path.read_text(encoding="utf-8"))
        note(name, find_sentences(tokens), filled)
        if name == "diagnostics/kinds.cc":
            note(name, find_explanations(tokens), fixed)
        if name == "base/value.cc":
            note(name, (find_type_names(tokens), []), fixed)
        if name.startswith("diagnostics/swedish_"):
            entries, wrong = find_translations(tokens)
            faults += [f"{name}:{line}: {what}" for what, line in wrong]
            for english, translated, line in entries:
                if english in swedish:
                    faults.append(f"{name}:{line}: stands twice: {english}")
                swedish[english] = (translated, f"{name}:{line}")

    for sentence, where in sorted([*filled.items(), *fixed.items()], key=lambda one: one[1]):
        if not swedish.get(sentence, ("", ""))[0]:
            faults.append(f"{where}: no Swedish for: {sentence}")
    for english, (translated, where) in swedish.items():
        if english in filled and places(english) != places(translated):
            faults.append(f"{where}: other {{}} than in English: {translated}")
        elif english not in filled and english not in fixed:
            faults.append(f"{where}: nothing says this any more: {english}")
    return faults
