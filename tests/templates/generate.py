"""Makes templates at random in what vav and Jinja2 have in common; the same for the same seed. They read the data of make_cases.py."""
import random

# Names of the data by what they hold. `date` of items may be none.
NUMBERS = ["zero", "page.count", "page.ratio", "items[0].count", "numbers[1]", "page.fields.antal", "loop_number"]
TEXTS = ["site.title", "page.title", "quote", "empty_text", "page.tags[0]", 'page["summary"]', "items[1].title", "page.fields.form", "items[2].kind.one"]
FLAGS = ["yes", "no", "page.published"]
TEXT_LISTS = ["page.tags", "empty_list"]
# Characters that something is escaped, quoted or trimmed by.
WORDS = ["a", "Å", "x y", " b ", "<i>", "&", "it's", "\\n", "ÖL", "{}", ""]
PLAIN = ["text", " ", "\n", "<p>", "&amp;", "å ö", "{ ", "} ", "# ", "%", "\n  ", "\n\n"]


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.templates = {}
        self.set_names = 0

    def pick(self, *makers):
        return self.random.choice(makers)()

    def one_of(self, words):
        return self.random.choice(words)

    def number(self, depth):
        if depth <= 0 or self.random.random() < 0.3:
            return self.pick(lambda: str(self.random.randint(0, 20)), lambda: self.one_of(NUMBERS).replace("loop_number", "page.count"), lambda: "1.5")
        inner = depth - 1
        return self.pick(lambda: f"({self.number(inner)} {self.one_of('+-*')} {self.number(inner)})",
                         lambda: f"{self.number(inner)} {self.one_of(['+', '-', '*', '//', '%', '/'])} {self.random.randint(1, 7)}",
                         lambda: f"-{self.number(0)}",
                         lambda: f"({self.listing(inner)} | length)", lambda: f"({self.text(inner)} | length)", lambda: f"(({self.number(inner)}) | int)",
                         lambda: f"({self.number(inner)} if {self.flag(inner)} else {self.number(inner)})")

    def text(self, depth):
        if depth <= 0 or self.random.random() < 0.3:
            return self.pick(lambda: self.one_of(TEXTS), lambda: self.quoted())
        inner = depth - 1
        filters = ["upper", "lower", "lower | capitalize", "trim", "replace('a', 'b')", "replace('&', '')", "default('d')", "default('d', true)"]
        return self.pick(lambda: f"({self.text(inner)} | {self.one_of(filters)})", lambda: f"({self.text(inner)} ~ {self.one_of([self.text, self.number])(0)})",
                         lambda: f"({self.listing(inner)} | join({self.quoted()}))", lambda: f"({self.text(inner)} if {self.flag(inner)} else {self.text(inner)})",
                         lambda: "(items | map(attribute='title') | join(', '))")

    def quoted(self):
        word = self.one_of(WORDS)
        return f'"{word}"' if "'" in word or self.random.random() < 0.5 else f"'{word}'"

    def flag(self, depth):
        if depth <= 0 or self.random.random() < 0.2:
            return self.one_of(FLAGS)
        inner = depth - 1
        return self.pick(lambda: f"({self.number(inner)} {self.one_of(['<', '<=', '>', '>=', '==', '!='])} {self.number(inner)})",
                         lambda: f"({self.text(inner)} {self.one_of(['==', '!='])} {self.text(inner)})",
                         lambda: f"({self.flag(inner)} {self.one_of(['and', 'or'])} {self.flag(inner)})", lambda: f"(not {self.flag(inner)})",
                         lambda: f"({self.text(inner)} {self.one_of(['in', 'not in'])} {self.listing(inner)})",
                         lambda: f"(({self.anything(inner)}) is {self.one_of(['', 'not '])}{self.one_of(['none', 'string', 'number', 'mapping', 'defined'])})",
                         lambda: f"({self.random.randint(0, 9)} is {self.one_of(['odd', 'even'])})", lambda: f"(page.{self.one_of(['nix', 'title'])} is defined)")

    def listing(self, depth):
        if depth <= 0 or self.random.random() < 0.3:
            return self.one_of(TEXT_LISTS)
        inner = depth - 1
        return self.pick(lambda: "[" + ", ".join(self.text(inner) for _ in range(self.random.randint(0, 3))) + "]",
                         lambda: f"({self.listing(inner)} | reverse | list)",
                         lambda: f"(items | {self.one_of(['selectattr', 'rejectattr'])}({self.one_of(CHOSEN)}) | map(attribute='title') | list)",
                         lambda: f"({self.listing(inner)} if {self.flag(inner)} else {self.listing(inner)})")

    def anything(self, depth):
        return self.pick(lambda: self.number(depth), lambda: self.text(depth), lambda: self.one_of(["html", "page.body", "nothing", "site.home"]))

    def tag(self, text):
        left, right = ("-" if self.random.random() < 0.1 else "" for _ in "lr")
        return f"{{%{left} {text} {right}%}}"

    def body(self, depth):
        return "".join(self.piece(depth) for _ in range(self.random.randint(1, 4)))

    def piece(self, depth):
        if depth <= 0 or self.random.random() < 0.35:
            return self.pick(lambda: self.one_of(PLAIN), self.printed, self.printed, lambda: "{# a comment #}", lambda: "{% raw %}{{ no }}{% endraw %}")
        return self.pick(lambda: self.if_tag(depth - 1), lambda: self.for_tag(depth - 1), lambda: self.set_tag(depth - 1), lambda: self.with_tag(depth - 1),
                         lambda: self.include(depth - 1))

    def printed(self):
        left, right = ("-" if self.random.random() < 0.1 else "" for _ in "lr")
        value = self.pick(lambda: self.number(3), lambda: self.text(3), lambda: self.flag(3), lambda: self.anything(2), lambda: f"{self.text(2)} | {self.one_of(['e', 'escape'])}", lambda: self.listing(2) + " | json", lambda: f"({self.listing(2)} | first | default('-'))",
                          lambda: f"({self.listing(2)} | last | default('-'))")
        return f"{{{{{left} {value} {right}}}}}"

    def if_tag(self, depth):
        out = self.tag(f"if {self.flag(2)}") + self.body(depth)
        if self.random.random() < 0.3:
            out += self.tag(f"elif {self.anything(1)}") + self.body(depth)
        if self.random.random() < 0.5:
            out += self.tag("else") + self.body(depth)
        return out + self.tag("endif")

    def for_tag(self, depth):
        loop = "{{ loop.index }}{{ loop.index0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }}"
        head, inside = self.pick(lambda: (f"for one in {self.listing(2)}", "{{ one }}"), lambda: ("for one in items", "{{ one.title }}{{ one.date }}"),
                                 lambda: ("for key, value in pairs", "{{ key }}={{ value }}"), lambda: ("for row in numbers | batch(2)", "{{ row | length }}{{ row | first }}"))
        out = self.tag(head) + inside + (loop if self.random.random() < 0.4 else "") + self.body(depth)
        if self.random.random() < 0.3:
            out += self.tag("else") + self.body(depth)
        return out + self.tag("endfor")

    def set_tag(self, depth):
        self.set_names += 1
        name = f"mine{self.set_names}"
        return self.tag(f"set {name} = {self.anything(2)}") + f"{{{{ {name} }}}}" + self.body(depth) + f"[{{{{ {name} | default('-') }}}}]"

    def with_tag(self, depth):
        self.set_names += 1
        name = f"mine{self.set_names}"
        return self.tag(f"with {name} = {self.anything(2)}") + f"{{{{ {name} }}}}" + self.body(depth) + self.tag("endwith")

    def include(self, depth):
        name = f"part{len(self.templates) + 1}"
        self.templates[name] = ""
        self.templates[name] = self.body(depth)
        return self.tag(f'include "{name}"')

    def make(self):
        """name -> text; "main" is the one to render."""
        if self.random.random() < 0.7:
            self.templates["main"] = self.body(3)
            return self.templates
        self.templates["base"] = "".join(f"{self.one_of(PLAIN)}{{% block b{i} %}}{self.body(2)}{{% endblock %}}" for i in range(3))
        blocks = [f"{{% block b{i} %}}{self.body(2)}{self.one_of(['', '{{ super() }}'])}{{% endblock %}}" for i in self.random.sample(range(3), 2)]
        self.templates["main"] = '{% extends "base" %}\n' + "\n".join(blocks)
        return self.templates


CHOSEN = ["'date'", "'count'", "'count', 'equalto', 2", "'id', 'in', ['a', 'c']", "'date', 'none'", "'date', 'defined'", "'title', 'ne', 'beslut'", "'nix', 'undefined'"]


def make_templates(seed):
    return Maker(seed).make()
