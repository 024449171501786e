"""How one text is made from another: the kinds of echoes."""

import re
from collections.abc import Callable

from benchmarks._corpus.writing import Writer

Edit = Callable[[Writer, list[str]], list[str]]
_WORD = re.compile(r"[^\W\d_]+")


def _verbatim(_: Writer, body: list[str]) -> list[str]:
    return body


def _added_front(writer: Writer, body: list[str]) -> list[str]:
    return [writer.sentence(), *body]


def _added_behind(writer: Writer, body: list[str]) -> list[str]:
    return [*body, writer.sentence()]


def _dropped_front(_: Writer, body: list[str]) -> list[str]:
    return body[1:]


def _dropped_behind(_: Writer, body: list[str]) -> list[str]:
    return body[:-1]


def _reordered(writer: Writer, body: list[str]) -> list[str]:
    return writer.chance.sample(body, len(body))


def _first_half(_: Writer, body: list[str]) -> list[str]:
    return body[: (len(body) + 1) // 2]


def _last_half(_: Writer, body: list[str]) -> list[str]:
    return body[len(body) // 2 :]


def _embedded(writer: Writer, body: list[str]) -> list[str]:
    length = sum(sentence.count(" ") + 1 for sentence in body)
    around = writer.body(round(length * writer.chance.uniform(2, 4)), writer.topic())
    place = writer.chance.randrange(len(around) + 1)
    return [*around[:place], *body, *around[place:]]


def replaced(share: float) -> Edit:
    """The edit that puts other words in the place of so many."""

    def edit(writer: Writer, body: list[str]) -> list[str]:
        parts = [sentence.split(" ") for sentence in body]
        places = [(s, w) for s, sentence in enumerate(parts) for w in range(len(sentence))]
        for s, w in writer.chance.sample(places, round(len(places) * share)):
            parts[s][w] = _WORD.sub(writer.word(), parts[s][w], count=1)
        return [" ".join(sentence) for sentence in parts]

    return edit


def _hyphenated(writer: Writer, body: list[str]) -> list[str]:
    """As a PDF divides words: with a hyphen, a hyphen and a blank, or a blank alone."""
    chance = writer.chance

    def divide(word: re.Match[str]) -> str:
        if len(word[0]) < 6 or chance.random() > 0.25:
            return word[0]
        place = chance.randint(2, len(word[0]) - 2)
        return word[0][:place] + chance.choice(("-", "- ", "-\n", " ")) + word[0][place:]

    return [_WORD.sub(divide, sentence) for sentence in body]


def _other_signs(writer: Writer, body: list[str]) -> list[str]:
    """Other capitals, other punctuation, other blanks."""
    chance, made = writer.chance, []
    for sentence in body:
        sentence = chance.choice((str.upper, str.lower, str.title, str))(sentence)
        sentence = sentence.replace(",", chance.choice((",", "", " –", ";"))).replace(".", chance.choice("!;…."))
        made.append(sentence.replace(" ", chance.choice((" ", "  ", "\n", "\u00a0"))))
    return made


def _summary_edit(writer: Writer, body: list[str]) -> list[str]:
    return replaced(writer.chance.uniform(0.05, 0.2))(writer, body)


def _combined(writer: Writer, body: list[str]) -> list[str]:
    """Three edits after one another."""
    for edit in writer.chance.sample((_added_front, _dropped_behind, _reordered, replaced(0.1), _hyphenated), 3):
        body = edit(writer, body)
    return body


def campaign(writer: Writer, body: list[str]) -> list[str]:
    """One letter that many send, each with something of their own."""
    body = replaced(writer.chance.choice((0, 0, 0.02, 0.05)))(writer, body)
    edits = (_verbatim, _verbatim, _added_front, _added_behind, _dropped_behind, _other_signs)
    return writer.chance.choice(edits)(writer, body)


LONG: dict[str, Edit] = {
    "verbatim": _verbatim,
    "added in front": _added_front,
    "added behind": _added_behind,
    "dropped in front": _dropped_front,
    "dropped behind": _dropped_behind,
    "reordered": _reordered,
    "5 % replaced": replaced(0.05),
    "10 % replaced": replaced(0.1),
    "20 % replaced": replaced(0.2),
    "30 % replaced": replaced(0.3),
    "first half": _first_half,
    "last half": _last_half,
    "hyphenated": _hyphenated,
    "other signs": _other_signs,
    "embedded": _embedded,
    "combined": _combined,
    "merged": _verbatim,
}
"""What becomes of a long text. Of ``merged`` there are two, one after the other."""

SHORT: dict[str, Edit] = {"short": _verbatim, "short, edited": _summary_edit, "short, embedded": _embedded}
"""What becomes of a short one."""
