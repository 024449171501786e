"""Rows as they are printed -> rows with everything understood that their texts say.

A raw row holds its cells as printed: the party with its bullet, the label in front of the summary or in its own
field, the theme as spelt there. What comes out has the same words in the same order of rows.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hearing.intake import (
    decisions,
    echo_phrases,
    labels,
    links,
    oddities,
    pages,
    plan_term,
    short_names,
    silence,
    statuses,
    themes,
)
from hearing.intake import parties as party_rows
from hearing.intake.rows import FIELDS, Reading, Remark, Row
from hearing.wording import clean, count

_TEXTS = ("party", "theme", "label", "summary", "decision", "excerpt", "page", "status", "responsible", "note")
_SENTENCES = ("theme", "summary", "decision", "comment", "excerpt", "label")
_DASHES = "-–—. \t\n"


def understand(rows: Sequence[Row], *, parties: str | None = None, plan_name: str = "") -> Reading:
    """The rows understood, with what was left out and what looked odd.

    ``facts`` holds the plan's name, and how the table names what a row repeats, where they are found. ``parties``
    is the text of a list of parties; ``plan_name`` is what the file itself calls the plan.
    """
    named, odd = party_rows.recognise([_tidy(row) for row in rows], parties)
    dotted = labels.are_dotted(row.summary for row in named if not row.label)
    answered = _one_answer(named, [_answered(row) for row in named])
    read = [_placed(_labelled(row, dotted)) for row in answered]
    spelt, misspelt = themes.unify(read)
    linked, lost = links.link([_decided(row) for row in short_names.learn(spelt)])
    marked = [_marked(row) for row in linked]
    term = plan_name or plan_term.found((row.decision for row in marked), _texts_of(marked))
    remarks = (*odd, *misspelt, *lost, *oddities.found(marked))
    facts = ({"plan_term": term} if term else {}) | echo_phrases.found(marked)
    return Reading(tuple(marked), facts=facts, left_out=tuple(_dashes(rows)), odd=remarks)


def _tidy(row: Row) -> Row:
    """Every text cleaned and without blanks around it; a dash alone in a cell says that there is nothing in it."""
    texts = {name: _tidy_text(getattr(row, name)) for name in _TEXTS}
    comment = _tidy_text(row.comment)
    if comment == row.comment:
        return replace(row, **texts)
    cut = len(clean(row.comment)) - len(clean(row.comment).lstrip())
    marks = ((max(0, start - cut), min(end - cut, len(comment))) for start, end in row.marks)
    return replace(row, **texts, comment=comment, marks=tuple((a, b) for a, b in marks if a < b))


def _tidy_text(text: str) -> str:
    text = clean(text).strip()
    return text if text.strip(_DASHES) else ""


def _dashes(rows: Sequence[Row]) -> Iterator[Remark]:
    """One remark for all cells that said with a dash that there is nothing: the dash itself is not kept."""
    dashed = Counter(
        FIELDS[name]
        for row in rows
        for name in (*_TEXTS, "comment")
        if (text := getattr(row, name).strip()) and not text.strip(_DASHES)
    )
    if dashed:
        cells = count(dashed.total(), "celle", "celler")
        where = ", ".join(f"{heading} ({number})" for heading, number in dashed.items())
        yield Remark(f"{cells} med kun en streg er læst som tomme: {where}.")


def _answered(row: Row) -> Row:
    """A silent row holds nothing else; "ingen bemærkninger", wherever it stands, is what the party said.

    The theme and the number that a silent party's row happens to stand under are not its own.
    """
    filled = [name for name in _SENTENCES if getattr(row, name)]
    if any(silence.is_silent(getattr(row, name), row.party) for name in filled) or row.silent:
        said = [
            name
            for name in filled
            if name not in ("theme", "label") and not silence.is_silent(getattr(row, name), row.party)
        ]
        if not said:
            return Row(
                row.party, row.party_short, True, party_kind=row.party_kind, unsure=row.unsure, place=row.place
            )
    if not row.summary:
        for name in filled:
            if silence.is_without_remarks(getattr(row, name), row.party):
                return replace(row, summary=getattr(row, name), **{name: ""})
    return row


def _one_answer(printed: Sequence[Row], answered: Sequence[Row]) -> list[Row]:
    """A party that has points is not silent: its row that says so stays, as what is printed there."""
    spoken = {row.party for row in answered if not row.silent}
    return [
        _said(before) if row.silent and row.party in spoken else row
        for before, row in zip(printed, answered, strict=True)
    ]


def _said(row: Row) -> Row:
    sentence = next((getattr(row, name) for name in _SENTENCES if getattr(row, name)), "")
    emptied = dict.fromkeys(_SENTENCES, "")
    unsure = "Rækken siger, at parten ikke har svaret, men parten har bemærkninger."
    return replace(row, silent=False, unsure=unsure, **{**emptied, "summary": sentence})


def _labelled(row: Row, dotted: bool) -> Row:
    """The label in its own field; in front of the summary it is taken off."""
    if row.silent:
        return row
    if row.label:
        label = labels.alone(row.label) or row.label
        front, rest, _ = labels.split(row.summary)
        return replace(row, label=label, summary=rest if front == label else row.summary)
    label, rest, _ = labels.split(row.summary, dotted=dotted)
    return replace(row, label=label, summary=rest)


def _placed(row: Row) -> Row:
    """The page, and how far the point is; a word for it that we do not know stays as it is, to be reported."""
    status = statuses.read(row.status)
    page = pages.alone(row.page) if row.page else pages.page_of(row.excerpt)
    return replace(row, page=page, status=status.value if status else row.status)


def _decided(row: Row) -> Row:
    return replace(row, meaning=decisions.meaning_of(row.decision))


def _marked(row: Row) -> Row:
    """An unknown decision is for a person to look at."""
    if row.unsure or not row.decision or row.meaning or row.echo_of is not None:
        return row
    if len(row.decision) > decisions.LONGEST:
        return replace(row, unsure="Håndteringen er en længere tekst og ikke en af høringens håndteringer.")
    return replace(row, unsure="Håndteringens betydning er ukendt.")


def _texts_of(rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        yield row.comment
        yield row.summary
