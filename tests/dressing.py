"""One invented table dressed in many layouts: headings, columns in other orders, merged cells, bands, two rows.

Every dressing of ``POINTS`` says the same; whoever reads one must find ``expected()``.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from random import Random

from hearing.intake.rows import Cell, Grid
from tests.said import LAW, LOCAL, POINTS, Said

Headings = dict[str, str]

SEED_LIKE: Headings = {
    "party": "Høringspart", "theme": "Tema", "summary": "Sammendrag af høringssvaret",
    "decision": "Håndtering af høringssvar", "comment": "Kommentar og/eller forslag til tekstændring i planen",
    "excerpt": "Høringssvaret (tekstbid fra høringssvaret)", "label": "Litra",
}  # fmt: skip
VOCABULARIES: tuple[Headings, ...] = (
    SEED_LIKE,
    {"party": "Afsender", "theme": "Emne", "summary": "Resumé", "decision": "Indstilling",
     "comment": "Forvaltningens vurdering", "excerpt": "Citat", "label": "Nr."},
    {"party": "Part", "theme": "Område", "summary": "Bemærkning", "decision": "Håndtering",
     "comment": "Administrationens bemærkninger", "excerpt": "Uddrag af høringssvar", "label": "Punkt"},
    {"party": "Hvem", "theme": "Afsnit", "summary": "Bemærkninger", "decision": "Vurdering",
     "comment": "Bemærkninger", "excerpt": "Høringssvar", "label": "Pkt."},
    {"party": "Høringspart", "theme": "Kapitel", "summary": "Kommentar", "decision": "Beslutning",
     "comment": "Svar", "excerpt": "Ordlyd", "label": "Bogstav"},
    {"party": "Organisation", "theme": "Kategori", "summary": "Høringssvar", "decision": "Konklusion",
     "comment": "Sekretariatets svar", "excerpt": "Originaltekst", "label": "Litra"},
)  # fmt: skip
SYNONYMS: dict[str, tuple[str, ...]] = {
    "party": (
        "Høringspart",
        "Afsender",
        "Part",
        "Navn",
        "Organisation",
        "Indsender",
        "Høringspart/afsender",
        "Hvem",
        "Interessent",
        "Høringssvar fra",
        "Fra",
    ),
    "theme": ("Tema", "Emne", "Kapitel", "Område", "Afsnit", "Kategori", "Vedrører", "Overskrift", "Paragraf"),
    "summary": (
        "Sammendrag",
        "Resumé",
        "Bemærkning",
        "Bemærkninger",
        "Høringssvar",
        "Kommentar",
        "Resume af høringssvar",
        "Hovedpunkter",
        "Bemærkning fra høringspart",
        "Høringspartens bemærkninger",
        "Sammenfatning",
        "Indhold",
        "Synspunkt",
    ),
    "decision": (
        "Håndtering",
        "Indstilling",
        "Beslutning",
        "Vurdering",
        "Forslag til håndtering",
        "Imødekommes?",
        "Konklusion",
        "Status for bemærkningen",
        "Afgørelse",
    ),
    "comment": (
        "Kommentar",
        "Forvaltningens vurdering",
        "Administrationens bemærkninger",
        "Svar",
        "Bemærkninger",
        "Forvaltningens bemærkninger",
        "Ministeriets bemærkninger",
        "Kommunens svar",
        "Vurdering",
        "Begrundelse",
        "Sekretariatets kommentar",
    ),
    "excerpt": ("Citat", "Uddrag", "Tekst fra høringssvar", "Høringssvar", "Originaltekst", "Ordret høringssvar"),
    "label": ("Nr.", "Litra", "Punkt", "Bogstav", "Pkt."),
}
"""Words that authorities write over each column; several are used for more than one."""
SIX = ("party", "theme", "summary", "decision", "comment", "excerpt")
ORDERS = (
    SIX,
    ("theme", "party", "summary", "excerpt", "comment", "decision"),
    ("party", "excerpt", "summary", "theme", "decision", "comment"),
)
SILENT = "Der er ikke fremsendt høringssvar."


def expected(fields: Iterable[str] = SIX, points: Sequence[Said] = POINTS) -> list[Said]:
    """What must be found of a table that has only these columns."""
    has = {*fields, "party", "label", "silent"}
    if "summary" not in has:
        points = [Said(**{**vars(p), "summary": p.excerpt, "excerpt": ""}) for p in points]
        has = has | {"summary"}
    names = ("theme", "summary", "decision", "comment", "excerpt")
    return [Said(**{**vars(p), **{name: "" for name in names if name not in has}}) for p in points]


def cell(point: Said, field: str, fields: Sequence[str]) -> str:
    """The text of one cell; the label stands before the summary if it has no column of its own."""
    if point.silent:
        first = next(name for name in (*fields, "") if name not in ("party", "label"))
        return point.party if field == "party" else SILENT if field == first else ""
    text = getattr(point, field)
    if field == "label":
        return f"{text})" if text else ""
    inside = "summary" if "summary" in fields else "excerpt"
    return f"{point.label}) {text}" if field == inside and point.label and "label" not in fields else text


def texts(fields: Sequence[str], points: Sequence[Said] = POINTS) -> list[list[Cell]]:
    """The rows of a plain table."""
    return [[Cell(cell(point, field, fields)) for field in fields] for point in points]


def head(fields: Sequence[str], words: Headings) -> list[Cell]:
    """The header row."""
    return [Cell(words[field]) for field in fields]


def grid(rows: Iterable[Sequence[Cell]], **about) -> Grid:
    """A grid of the rows."""
    return Grid(tuple(tuple(row) for row in rows), **about)


def across(text: str, width: int) -> list[Cell]:
    """One cell across the table."""
    return [Cell(text, span=width), *[Cell()] * (width - 1)]


def plain(fields, words, points=POINTS):
    """A header and the rows."""
    return [grid([head(fields, words), *texts(fields, points)])]


def titled(fields, words, points=POINTS):
    """Two title rows and an empty one above the header."""
    top = [across("Høring om skovplanen", len(fields)), [Cell("Sagsnr. 26/0042")], []]
    return [grid([*top, head(fields, words), *texts(fields, points)])]


def headless(fields, words, points=POINTS):
    """No header at all."""
    return [grid(texts(fields, points))]


def repeated_header(fields, words, points=POINTS):
    """The header on every page, and a footer."""
    rows = texts(fields, points)
    header = head(fields, words)
    foot = [Cell("I alt 9 bemærkninger")]
    return [grid([header, *rows[:4], header, *rows[4:7], [], header, *rows[7:], foot])]


def split(fields, words, points=POINTS):
    """Two tables with the same header."""
    rows = texts(fields, points)
    header = head(fields, words)
    return [grid([header, *rows[:5]], before=("Høring",)), grid([header, *rows[5:]], before=())]


def continued(fields, words, points=POINTS):
    """A table that goes on in another without a header."""
    rows = texts(fields, points)
    return [grid([head(fields, words), *rows[:5]]), grid(rows[5:])]


def party_once(fields, words, points=POINTS):
    """The party printed in its first row only."""
    rows = texts(fields, points)
    at = fields.index("party")
    for n, point in reversed(list(enumerate(points))):
        if n and points[n - 1].party == point.party:
            rows[n][at] = Cell()
    return [grid([head(fields, words), *rows])]


def merged(fields, words, points=POINTS):
    """Party and theme cells merged downwards."""
    rows = texts(fields, points)
    for field in {"party", "theme"} & set(fields):
        at = fields.index(field)
        for n, point in reversed(list(enumerate(points))):
            above = points[n - 1]
            same = n and above.party == point.party and getattr(above, field) == getattr(point, field)
            if same and not point.silent:
                rows[n][at] = Cell(joined_above=True)
    return [grid([head(fields, words), *rows])]


def numbered(fields, words, points=POINTS):
    """A running number in front, which is no label."""
    rows = [[Cell(str(n)), *row] for n, row in enumerate(texts(fields, points), 1)]
    return [grid([[Cell("Nr."), *head(fields, words)], *rows])]


def lettered(fields, words, points=POINTS):
    """The letters in a column of their own."""
    at = fields.index("summary") if "summary" in fields else fields.index("excerpt")
    wide = (*fields[:at], "label", *fields[at:])
    return [grid([head(wide, words), *texts(wide, points)])]


def two_row_header(fields, words, points=POINTS):
    """A first header row that spans groups of columns."""
    half = len(fields) // 2
    top = [*across("Høringssvaret", half), *across("Behandlingen", len(fields) - half)]
    return [grid([top, head(fields, words), *texts(fields, points)], header_rows=2)]


def silent_across(fields, words, points=POINTS):
    """The sentence of the silent party merged across the table."""
    rows = texts(fields, points)
    at = next(n for n, point in enumerate(points) if point.silent)
    if fields[0] == "party":
        rows[at] = [Cell(points[at].party), *across(SILENT, len(fields) - 1)]
    return [grid([head(fields, words), *rows])]


def party_bands(fields, words, points=POINTS):
    """A row across the table with the party's name before its points, and no party column."""
    rest = [field for field in fields if field != "party"]
    rows = [head(rest, words)]
    for party, own in groupby(points, key=lambda point: point.party):
        rows += [across(party, len(rest)), *texts(rest, list(own))]
    return [grid(rows)]


def party_headings(fields, words, points=POINTS):
    """A table of its own under a heading for every party."""
    rest = [field for field in fields if field != "party"]
    return [
        grid([head(rest, words), *texts(rest, list(own))], before=(party,))
        for party, own in groupby(points, key=lambda point: point.party)
    ]


def two_rows(fields, words, points=POINTS):
    """Every record on two rows, and so the header."""
    half = (len(fields) + 1) // 2
    pad = [Cell()] * (2 * half - len(fields))
    rows = []
    for row in (head(fields, words), *texts(fields, points)):
        rows += [row[:half], [*row[half:], *pad]]
    return [grid(rows)]


def answer_below(fields, words, points=POINTS):
    """The authority's comment across the table below each point."""
    rest = [field for field in fields if field != "comment"]
    rows = [head(rest, words)]
    for point, row in zip(points, texts(rest, points), strict=True):
        rows.append(row)
        if point.comment:
            rows.append(across("Svar: " + point.comment, len(rest)))
    return [grid(rows)]


LAYOUTS: tuple[Callable[..., list[Grid]], ...] = (
    plain, titled, headless, repeated_header, split, continued, party_once, merged, numbered, lettered,
    two_row_header, silent_across, party_bands, party_headings, two_rows, answer_below,
)  # fmt: skip


def theme_bands(fields, words, points=POINTS):
    """The table goes theme by theme; a row across it names the theme, and there is no theme column."""
    rest = [field for field in fields if field != "theme"]
    rows = [head(rest, words)]
    for theme, some in groupby(by_theme(points), key=lambda point: point.theme):
        rows += [across(theme, len(rest)) if theme else [], *texts(rest, list(some))]
    return [grid(rows)]


def theme_headings(fields, words, points=POINTS):
    """A table under a heading for every theme."""
    rest = [field for field in fields if field != "theme"]
    return [
        grid([head(rest, words), *texts(rest, list(some))], before=(theme,))
        for theme, some in groupby(by_theme(points), key=lambda point: point.theme)
    ]


BY_THEME = (theme_bands, theme_headings)


def by_theme(points=POINTS) -> list[Said]:
    """The points as a table that goes theme by theme has them, the silent party first."""
    return sorted(points, key=lambda point: point.theme)


def at_random(seed: int) -> tuple[list[Grid], list[Said]]:
    """A table dressed by lot - which points, columns, order, words and layout - and what must be found of it."""
    lot = Random(seed)
    points = lot.choice((POINTS, LAW, LOCAL))
    words = {field: lot.choice(choices) for field, choices in SYNONYMS.items()}
    layout = lot.choice(LAYOUTS)
    droppable = ["theme", "excerpt", "summary", "decision", *(["comment"] if layout is not answer_below else [])]
    dropped = lot.sample(droppable, lot.choice((0, 0, 1)))
    fields = [field for field in SIX if field not in dropped]
    if lot.random() < 0.4:
        first, rest = fields[:-4], fields[-4:]
        lot.shuffle(rest)
        fields = first + rest
    return layout(tuple(fields), words, points), expected(fields, points)
