"""How wide a text is in print, near enough to tell whether one more word would have fitted on the line.

A cell is wrapped where the next word does not fit, so the printed width of a line tells its column far more
sharply than its number of characters does. The widths are those of the type faces that authorities use, in
thousandths of the type size; letters that are not listed count as an ``n``.
"""

_NARROW_SANS = (
    "abcdefghijklmnopqrstuvwxyz",
    (556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833)
    + (556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500),
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    (667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833)
    + (722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611),
    " .,-:;()/'\"æøåÆØÅ0123456789–’”…",
    (278, 278, 278, 333, 278, 278, 333, 333, 278, 191, 355, 889, 611, 556, 1000, 778, 667)
    + (556,) * 10
    + (556, 222, 333, 1000),
)
_HUMANIST = (
    "abcdefghijklmnopqrstuvwxyz",
    (479, 525, 423, 525, 498, 305, 471, 525, 229, 239, 455, 229, 799)
    + (525, 527, 525, 525, 349, 391, 335, 525, 452, 715, 433, 453, 395),
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    (579, 544, 533, 615, 488, 459, 631, 623, 252, 319, 520, 420, 855)
    + (646, 662, 517, 673, 543, 459, 487, 642, 567, 890, 519, 487, 468),
    " .,-:;()/'\"æøåÆØÅ0123456789–’”…",
    (226, 252, 250, 306, 268, 268, 303, 303, 386, 221, 401, 773, 531, 479, 771, 669, 579)
    + (507,) * 10
    + (498, 250, 418, 690),
)
_SERIF = (
    "abcdefghijklmnopqrstuvwxyz",
    (444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778)
    + (500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444),
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    (722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889)
    + (722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611),
    " .,-:;()/'\"æøåÆØÅ0123456789–’”…",
    (250, 250, 250, 333, 278, 278, 333, 333, 278, 180, 408, 667, 500, 444, 889, 722, 722)
    + (500,) * 10
    + (500, 333, 444, 1000),
)


def _face(face: tuple) -> dict[str, float]:
    """Widths relative to the letter n, so that faces can be compared."""
    widths = {
        letter: width
        for letters, sizes in zip(face[::2], face[1::2], strict=True)
        for letter, width in zip(letters, sizes, strict=True)
    }
    return {letter: width / widths["n"] for letter, width in widths.items()}


FACES = {"Arial": _face(_NARROW_SANS), "Calibri": _face(_HUMANIST), "Times": _face(_SERIF)}
"""The widths by the face's best known name; the unit is the width of its letter n."""
FACE = FACES["Arial"]
"""What most tables are set in, or something as wide."""


def width(text: str, face: dict[str, float]) -> float:
    """How wide ``text`` is, in widths of the letter n."""
    return sum(face.get(letter, 1.0) for letter in text)
