"""What a Word document's styles and lists say: which text is emphasised, and which numbers are printed."""

import pytest

from hearing.intake import docx
from hearing.intake.archive import Archive
from hearing.intake.rows import Cell, Grid
from tests import office
from tests.office import cell, paragraph, row, run, table


def _grids(body: str, **parts: str) -> tuple[Grid, ...]:
    return docx.read(Archive(office.docx(body, **parts)))


def _cell(inside: str, **parts: str) -> Cell:
    return _grids(table(row(cell(inside))), **parts)[0].rows[0][0]


_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>'
    '<w:style w:type="paragraph" w:styleId="Fed"><w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b w:val="1"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ring"><w:basedOn w:val="Ring"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Liste"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    "</w:style>"
)


@pytest.mark.parametrize(
    ("inside", "bold"),
    [
        (run("Tilføjes: ") + run("ny tekst", "<w:b/>"), ["ny tekst"]),
        (run("a") + run("ny ", "<w:b/>") + run("tekst", "<w:rStyle w:val='Strong'/>"), ["ny tekst"]),
        (run("fed", "<w:b w:val='0'/>") + run("x", "<w:b w:val='false'/>"), []),
        (run("fed", "<w:bCs/>"), []),
        (f"<w:ins w:id='1'>{run('indsat')}</w:ins>{run(' rest')}", ["indsat"]),
    ],
)
def test_bold_and_inserted_text_becomes_marks(inside, bold):
    read = _cell(paragraph(inside, "<w:rPr><w:b/></w:rPr>"), styles=_STYLES)
    assert [read.text[start:end] for start, end in read.marks] == bold


def test_bold_of_the_paragraphs_style_is_toggled_by_the_runs():
    read = _cell(
        paragraph(run("hel ") + run("plain", "<w:rStyle w:val='Strong'/>"), '<w:pStyle w:val="Fed"/>')
        + paragraph(run("ring"), '<w:pStyle w:val="Ring"/>'),
        styles=_STYLES,
    )
    assert [read.text[start:end] for start, end in read.marks] == ["hel "]


def test_one_mark_runs_over_the_line_feed_between_bold_paragraphs():
    assert _cell(paragraph(run("a", "<w:b/>")) + paragraph(run("b", "<w:b/>"))).marks == ((0, 3),)


_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%1)"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
    '</w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
)


def _numbered(text: str, list_id: int, level: int = 0) -> str:
    return cell(
        paragraph(
            run(text) if text else "", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
        )
    )


def test_automatic_numbers_are_printed_as_word_counts_them():
    cells = [_numbered("x", 1), _numbered("y", 1), _numbered("under", 1, 1), _numbered("", 1), _numbered("z", 2)]
    cells += [_numbered("punkt", 3), cell(paragraph(run("stil"), '<w:pStyle w:val="Liste"/>'))]
    grid = _grids(table(*(row(c) for c in cells)), numbering=_NUMBERING, styles=_STYLES)[0]
    assert [r[0].text for r in grid.rows] == ["a) x", "b) y", "b.1 under", "c)", "a) z", "punkt", "b) stil"]
