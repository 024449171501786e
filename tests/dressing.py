"""One invented table dressed in many layouts: headings, columns in other orders, merged cells, bands, two rows.

Every dressing of ``POINTS`` says the same; whoever reads one must find ``expected()``.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from random import Random

from hearing.intake.rows import Cell, Grid


@dataclass(frozen=True)
class Said:
    """A row as a reader should find it."""

    party: str
    theme: str = ""
    label: str = ""
    summary: str = ""
    decision: str = ""
    comment: str = ""
    excerpt: str = ""
    silent: bool = False


ACCESS, PATHS, NOISE = "Adgang til skoven", "Stier og broer", "Støj og lys"
LATER, NO, YES = "Indgår i det videre arbejde", "Giver ikke anledning til ændringer i skovplanen", "Imødekommes"

POINTS = (
    Said("Vestby Kommune", ACCESS, "a", "Vestby ønsker, at skoven kan nås med bus fra alle kvarterer.", LATER,
         "Busdriften drøftes med trafikselskabet, når skovplanen er vedtaget.",
         "Vi mener, at skoven skal kunne nås med bus, også af dem af os, der bor i udkanten af byen. - Side 1"),
    Said("Vestby Kommune", ACCESS, "b", "Vestby foreslår flere parkeringspladser ved den nordlige indgang.", NO,
         "Det fremgår af afsnit 2, at indgangen mod nord skal være fri for biler.",
         "Vores borgere kører i bil, og de mangler et sted at stille den. - Side 1"),
    Said("Vestby Kommune", PATHS, "c", "Vestby efterlyser en bro over åen ved den gamle mølle.", YES,
         "Der tilføjes i afsnit 4: En gangbro etableres ved møllen.",
         "Uden en bro ved møllen går vi en omvej på tre kilometer, og det gør vores børn også. - Side 2"),
    Said("Region Østland", NOISE, "a", "Regionen bemærker, at lyset fra banen generer hospitalet.", LATER,
         "Belysningen indgår i den kommende drøftelse med baneejeren; det bemærkes, at loven sætter grænser.",
         "Lyset fra banen skinner ind på vores sengestuer hele natten, og det har vi klaget over før. - Side 1"),
    Said("Region Østland", PATHS, "b", "Regionen anbefaler, at stierne ryddes for sne om vinteren.", NO,
         "Snerydning er reguleret af vejloven og håndteres af vejmyndigheden.",
         "Om vinteren når vores ansatte ikke frem ad stierne, fordi ingen rydder dem. - Side 3"),
    Said("Ældrerådet i Vestby", silent=True),
    Said("Skovens Venner", ACCESS, "a", "Foreningen peger på, at bænkene står for langt fra hinanden.", YES,
         "Formuleringen i afsnit 3 ændres, så der højst er 200 meter mellem bænkene.",
         "Vi er mange, som har brug for at sidde ned undervejs, og bænkene står for spredt. - Side 1"),
    Said("Skovens Venner", NOISE, "b", "Foreningen mener, at motorcykler bør forbydes på skovvejene.", NO,
         "Forslaget er ikke muligt efter færdselsloven; det vurderes dog, at skiltningen kan forbedres.",
         "Motorcyklerne ødelægger roen for os, der går i skoven for at høre fuglene. - Side 2"),
    Said("Skovens Venner", PATHS, "c", "Foreningen ønsker, at broerne males i en mørk farve.", LATER,
         "Farven fastlægges, når broerne projekteres; ønsket er noteret.",
         "Vi synes, at de hvide broer skæmmer, og foreslår en mørk grøn. - Side 2"),
    Said("Anders Lund", ACCESS, "", "Foreslår, at hunde kan løbe frit i den østlige del af skoven.", NO,
         "Hunde skal føres i snor efter naturbeskyttelsesloven, og det fremgår af afsnit 5.",
         "Min hund har godt af at løbe, og jeg har aldrig mødt nogen, der tog skade af det."),
)  # fmt: skip

LAW = (
    Said(
        "Advokatrådet", "Registrering", "1",
        "Advokatrådet finder, at § 3 bør præcisere, hvem der har pligt til at registrere sig.", "Imødekommes",
        "Lovforslagets § 3 er tilrettet, så pligten påhviler ejeren.",
        "Det fremgår ikke klart af § 3, hvem der har pligten, og det kan give anledning til tvivl."),
    Said(
        "Advokatrådet", "Ikrafttræden", "2",
        "Advokatrådet anbefaler, at loven først træder i kraft den 1. januar.", "Imødekommes ikke",
        "Ministeriet finder det vigtigt, at loven træder i kraft hurtigst muligt.",
        "En så kort frist giver ikke virksomhederne tid til at indrette sig."),
    Said(
        "Danske Regioner", "Økonomi", "1", "Danske Regioner tager forbehold for de økonomiske konsekvenser.",
        "Tages til efterretning", "De økonomiske konsekvenser drøftes efter de almindelige regler (DUT).",
        "Regionerne forventer merudgifter på mindst 12 mio. kr. årligt."),
    Said(
        "Danske Regioner", "Registrering", "2", "Danske Regioner ønsker adgang til oplysningerne i registret.",
        "Uden for lovforslagets rammer", "Adgang til registret reguleres i en anden lov.",
        "Regionerne bør have adgang til registret på lige fod med kommunerne."),
    Said(
        "Datatilsynet", silent=True),
    Said(
        "FOA", "Økonomi", "1", "FOA mener, at uddannelse af personalet mangler i beregningen.",
        "Tages til efterretning", "Bemærkningen er noteret og giver ikke anledning til ændringer.",
        "Personalet skal uddannes, og det koster både tid og penge."),
    Said(
        "FOA", "Ikrafttræden", "2", "FOA støtter lovforslaget.", "Tages til efterretning", "",
        "FOA ser positivt på forslaget."),
    Said(
        "Foreningen Fri Presse", "Registrering", "1", "Foreningen er bekymret for pressens kilder.",
        "Delvist imødekommet", "Der er indsat en undtagelse i § 5, som dog ikke omfatter billeder.",
        "Kildebeskyttelsen er en grundpille i vores demokrati, og den må ikke undergraves."),
    Said(
        "Foreningen Fri Presse", "Registrering", "2", "Foreningen foreslår en evaluering efter tre år.",
        "Imødekommes", "Der indsættes en bestemmelse om revision.",
        "Vi opfordrer til, at loven evalueres senest tre år efter ikrafttræden."),
)  # fmt: skip

LOCAL = (
    Said(
        "Karen Holst", "Bygningshøjde", "", "Er imod, at der bygges i fire etager ud mod Møllevej.",
        "Anbefales ikke", "Højden svarer til det omkringliggende byggeri.",
        "Fire etager vil tage al sol fra min have om eftermiddagen."),
    Said(
        "Ejerforeningen Møllevej 3", "Bygningshøjde", "", "Foreslår, at bebyggelsen trappes ned mod vest.",
        "Planen ændres", "§ 6.2 ændres, så bebyggelsen højst er to etager mod vest.",
        "Vi foreslår en nedtrapning mod vest, så naboerne bevarer deres udsigt."),
    Said(
        "Ejerforeningen Møllevej 3", "Trafik", "", "Ønsker hastigheden på Møllevej sat ned.",
        "Uden for planens rammer", "Hastigheden fastsættes efter færdselsloven af politiet.",
        "Hastigheden er alt for høj, og børnene skal krydse vejen."),
    Said(
        "Jens og Mette Brandt", "Trafik", "", "Savner parkering til gæster.", "Planen ændres",
        "Der udlægges otte pladser ved indkørslen.", "Hvor skal vores gæster parkere?"),
    Said(
        "Østby Museum", silent=True),
    Said(
        "Naturfredningsforeningen i Østby", "Natur", "", "Påpeger, at den gamle eg skal bevares.", "Noteret",
        "Egen er udpeget som bevaringsværdig i § 9.", "Den gamle eg er mindst 200 år og huser flagermus."),
    Said(
        "Vejdirektoratet", "Trafik", "", "Har bemærket, at støjen fra landevejen ikke er belyst.",
        "Planen ændres", "Der tilføjes en redegørelse for støj.",
        "Planforslaget redegør ikke for støjen fra landevejen. Vi afholder ikke udgifter til skærme."),
    Said(
        "Per Dam", "Natur", "", "Ønsker en sø.", "Noteret", "", "En sø ville pynte."),
)  # fmt: skip

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
