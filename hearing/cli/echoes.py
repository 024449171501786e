"""``echoes``."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from exports.saving import Refused as Unwritable
from exports.saving import whole
from hearing.cli.frame import DanishRefusal, main, refusing
from hearing.echoes.index import Index
from hearing.echoes.pairs import Pair
from hearing.echoes.texts import Text
from hearing.intake import texts as intake
from hearing.intake.rows import Refused
from hearing.wording import thousands


@main.command("echoes")
@click.option(
    "--texts",
    type=click.Path(path_type=Path),
    required=True,
    help='Any texts: lines of {"id", "text", "group"}. Two lines of one group, if it is not null, are no pair.',
)
@click.option("-o", "output", type=click.Path(path_type=Path), help="The file to write; else standard output.")
def echoes(texts: Path, output: Path | None) -> None:
    """Find the texts that repeat others: copied, edited, contained.

    Writes lines of {"a", "b", "score"}, the best first; a is the one that comes first in the file. A score of 60
    to 100 is the same text, 30 to 59 resembles it; what resembles it less is not listed.

    Example: python -m hearing echoes --texts points.jsonl -o pairs.jsonl
    """
    if output is None:
        for line in _lines(texts):
            click.echo(line, nl=False)
        return
    # Whether there is room to write is known before the work begins.
    with refusing(Unwritable), whole(output) as written:
        written.writelines(line.encode() for line in _lines(texts))


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
