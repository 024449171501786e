"""``echoes``."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from exports.saving import Refused as Unwritable
from exports.saving import whole
from hearing import report
from hearing.cli.frame import DanishRefusal, main, open_database, refusing
from hearing.echoes.index import Index
from hearing.echoes.pairs import Pair
from hearing.echoes.texts import Text
from hearing.intake import texts as intake
from hearing.intake.rows import Refused
from hearing.likeness import listing
from hearing.store import connection
from hearing.wording import thousands


@main.command("echoes")
@click.argument("hearing_id", metavar="[HEARING]", type=int, required=False)
@click.option("--wishes", is_flag=True, help="Weaker hints instead: the same wish in other words.")
@click.option(
    "--texts",
    type=click.Path(path_type=Path),
    help='Any texts: lines of {"id", "text", "group"}. Two lines of one group, if it is not null, are no pair.',
)
@click.option("-o", "output", type=click.Path(path_type=Path), help="The file to write; else standard output.")
@click.pass_obj
def echoes(path: Path, hearing_id: int | None, wishes: bool, texts: Path | None, output: Path | None) -> None:
    """Find the points of a hearing, or the texts of any file, that repeat others: copied, edited, contained.

    Of a hearing writes a list of {"a", "b", "score", "reason", "same_party"}, the best first; a and b are row
    numbers of the exported handling table, from 1. A score of 60 to 100 is the same text, 30 to 59 resembles it;
    what resembles it less is not listed. A reason of reference means that one names the other.

    Of --texts writes lines of {"a", "b", "score"}; a is the one that comes first in the file.

    \b
    Example: python -m hearing echoes 1 -o echoes.json
    Example: python -m hearing echoes 1 --wishes
    Example: python -m hearing echoes --texts points.jsonl -o pairs.jsonl
    """
    if (hearing_id is None) == (texts is None):
        raise click.UsageError("Name a hearing by its number, or a file with --texts.")
    if wishes and texts:
        raise click.UsageError("--wishes is for a hearing.")
    if texts and output and output.exists() and texts.exists() and output.samefile(texts):
        raise DanishRefusal(f"Filen {output} er den, der læses; skriv resultatet i en anden fil.")
    lines = _lines(texts) if texts else _listed(path, hearing_id, wishes)
    if output is None:
        for line in lines:
            click.echo(line, nl=False)
        return
    # Whether there is room to write is known before the work begins.
    with refusing(Unwritable), whole(output) as written:
        written.writelines(line.encode() for line in lines)


def _listed(path: Path, hearing_id: int, wishes: bool) -> Iterator[str]:
    """The pairs of a hearing as a list in JSON, a pair a line."""
    db = open_database(path)
    with refusing(report.Unknown), connection.snapshot(db):
        table = report.load(db, hearing_id)
    # While it compares nobody is kept from writing; a point that comes meanwhile has no row in this table.
    try:
        pairs = (listing.wishes if wishes else listing.pairs)(db, hearing_id, _show)
    finally:
        _show("")
    number = {line.point.id: line.number for line in table.lines if line.point}
    listed = sorted(
        (
            (-pair.score, *sorted((number[pair.a], number[pair.b])), pair)
            for pair in pairs
            if pair.a in number and pair.b in number
        ),
        key=lambda one: one[:3],
    )
    between = "["
    for score, a, b, pair in listed:
        found = {"a": a, "b": b, "score": -score, "reason": pair.reason, "same_party": pair.same_party}
        yield f"{between}\n  {json.dumps(found)}"
        between = ","
    yield "\n]\n" if listed else "[]\n"


def _lines(file: Path) -> Iterator[str]:
    ids, pairs = _pairs_of(file)
    for pair in pairs:
        yield f'{{"a": {ids[pair.a]}, "b": {ids[pair.b]}, "score": {pair.score}}}\n'


def _pairs_of(file: Path) -> tuple[list[str], Iterator[Pair]]:
    """The ids as they are written, and the pairs by their place in the file, without those of one group."""
    ids: list[str] = []

    def placed(found: Iterable[intake.Loose]) -> Iterator[tuple[int, Text]]:
        for place, loose in enumerate(found):
            ids.append(loose.id)
            yield place, Text(excerpt=loose.text, party=loose.group)

    index = Index()
    with refusing(Refused), _opened(file) as lines:
        index.put_many(_counted(placed(intake.read(lines))))
    _show("Sammenligner …")
    found = index.pairs()
    _show("")
    return ids, (pair for pair in found if not pair.same_party)


def _opened(file: Path):
    try:
        return file.open("rb")
    except FileNotFoundError as error:
        raise DanishRefusal(f"Filen {file} findes ikke.") from error
    except OSError as error:
        raise DanishRefusal(f"Filen {file} kan ikke åbnes.") from error


def _counted(texts: Iterable[tuple[int, Text]]) -> Iterator[tuple[int, Text]]:
    """The texts; on a terminal, one line counts them as they are read, and goes away again."""
    try:
        for count, text in enumerate(texts, start=1):
            yield text
            if count % 1000 == 0:
                _show(f"Læser tekst {thousands(count)} …")
    finally:
        _show("")


def _show(line: str) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{line}", nl=False, err=True)
