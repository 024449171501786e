"""Texts that are alike and no echoes: what an engine must not fall for."""

from collections.abc import Callable

from benchmarks._corpus.writing import Manner, Writer

Two = tuple[list[str], list[str]]


def _same_subject(writer: Writer) -> Two:
    topic = writer.topic()
    return writer.body(writer.profile.long, topic), writer.body(writer.profile.long, topic)


def _same_formulas(writer: Writer) -> Two:
    """Two letters of which half is courtesy, and the same."""
    opening = [writer.opening("Vi") for _ in range(2)]
    closing = [writer.closing("os")]

    def letter() -> list[str]:
        return [*opening, *writer.body(writer.profile.short), *closing]

    return letter(), letter()


def _same_quotation(writer: Writer) -> Two:
    quotation = writer.quotation(writer.chance.randint(1, 3))

    def letter() -> list[str]:
        return [*writer.body(writer.profile.short), quotation, *writer.body(writer.profile.short)]

    return letter(), letter()


def _same_skeleton(writer: Writer) -> Two:
    if writer.profile.manner is not Manner.PATTERNS:
        return _same_subject(writer)
    patterns = [writer.pattern() for _ in range(5)]
    return [writer.spelled(p) for p in patterns], [writer.spelled(p) for p in patterns]


NEGATIVES: dict[str, Callable[[Writer], Two]] = {
    "same subject": _same_subject,
    "same formulas": _same_formulas,
    "same quotation": _same_quotation,
    "same skeleton": _same_skeleton,
}
"""Two texts each."""
