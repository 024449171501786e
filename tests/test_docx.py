"""What is printed in a Word document's tables is read, all of it, once, and nothing else."""

import io

import docx as python_docx
import pytest

from benchmarks import _tables
from hearing.intake import docx
from hearing.intake.archive import Archive
from hearing.intake.docx import formatting
from hearing.intake.rows import Cell, Refused
from tests import office
from tests.office import cell, paragraph, row, run, table

_DELETED = '<w:del w:id="1" w:author="x"><w:r><w:delText>slettet </w:delText></w:r></w:del>'
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF afsnit </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx><w:txbxContent>{inside}</w:txbxContent>"
    "</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox>"
    "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def _grids(body: str, **parts):
    return docx.read(Archive(office.docx(body, **parts)))


def _cell(inside: str, **parts) -> Cell:
    return _grids(table(row(inside if inside.startswith("<w:tc>") else cell(inside))), **parts)[0].rows[0][0]


@pytest.mark.parametrize(
    ("inside", "text"),
    {
        "tracked insertion": (f'{run("Vi ")}<w:ins w:id="1">{run("ønsker")}</w:ins>', "Vi ønsker"),
        "tracked deletion": (_DELETED + run("bliver"), "bliver"),
        "move": (
            f"<w:moveFrom>{run('flyttet ')}</w:moveFrom>her <w:moveTo>{run('flyttet')}</w:moveTo>",
            "flyttet",
        ),
        "content control": (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('valgt')}</w:sdtContent></w:sdt>", "valgt"),
        "prompt of an empty control": (
            f"<w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Klik her')}"
            f"</w:sdtContent></w:sdt>{run('svar')}",
            "svar",
        ),
        "field": (_FIELD.format(result=run("afsnit 4")), "afsnit 4"),
        "field in an instruction": (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            + _FIELD.format(result=run("skjult"))
            + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + run("vist")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "vist",
        ),
        "simple field": (f'<w:fldSimple w:instr="REF">{run("side 3")}</w:fldSimple>', "side 3"),
        "smart tag": (f"<w:smartTag>{run('Ærø')}</w:smartTag>", "Ærø"),
        "custom xml": (f"<w:customXml>{run('mærket')}</w:customXml>", "mærket"),
        "bdo": (f"<w:bdo>{run('vendt')}</w:bdo>", "vendt"),
        "hyperlink": (f'<w:hyperlink r:id="r9">{run("link")}</w:hyperlink>', "link"),
        "hidden text": (run("skjult", "<w:vanish/>"), "skjult"),
        "symbol": ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        "unknown symbol": ('<w:r><w:sym w:font="Webdings" w:char="F041"/></w:r>', "\ufffd"),
        "equation": (
            "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>",
            "1/2",
        ),
        "hyphens": (
            "<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>mail bin</w:t><w:softHyphen/><w:t>ding\u00ad</w:t></w:r>",
            "e-mail binding",
        ),
        "tab and breaks": (
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>",
            "a b\nc\nd",
        ),
        "blanks": (run("§\u00a05  stk. 2 "), "§ 5  stk. 2 "),
        "NFD over two runs": (run("A") + run("\u030arhus"), "Århus"),
        "old drop-down list": (
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
            '<w:listEntry w:val="Ja"/><w:listEntry w:val="Nej"/></w:ddList></w:ffData></w:fldChar></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "Nej",
        ),
        "former formatting": (
            '<w:r><w:rPr><w:rPrChange w:id="1"><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>nu</w:t></w:r>',
            "nu",
        ),
    }.values(),
)
def test_what_stands_in_a_paragraph_is_read(inside, text):
    assert _cell(paragraph(inside)).text == text


def test_several_paragraphs_are_lines_of_the_cell():
    assert _cell(paragraph(run("Først")) + paragraph(run("Siden"))).text == "Først\nSiden"


def test_a_deleted_paragraph_mark_joins_the_paragraphs():
    first = paragraph(run("Vi øn"), "<w:rPr><w:del w:id='1'/></w:rPr>")
    assert _cell(first + paragraph(run("sker"))).text == "Vi ønsker"


def test_a_text_box_is_read_once_after_its_paragraph():
    box = _BOX.format(inside=paragraph(run("i boksen", "<w:b/>")))
    read = _cell(paragraph(box + run("Før ") + run("efter")))
    assert read.text == "Før efter\ni boksen"
    assert [read.text[start:end] for start, end in read.marks] == ["i boksen"]


def test_a_table_in_a_cell_is_text_of_the_cell():
    inner = table(row("et", "to"), row("tre", cell("fire", '<w:gridSpan w:val="2"/>')))
    grids = _grids(table(row(cell(paragraph(run("Se:")) + inner + paragraph("")), "nabo")))
    assert [[c.text for c in r] for r in grids[0].rows] == [["Se:\net\nto\ntre\nfire", "nabo"]]


def test_a_deleted_row_is_left_out():
    grid = _grids(table(row("a"), row("b", properties='<w:del w:id="1"/>'), row("c")))[0]
    assert [r[0].text for r in grid.rows] == ["a", "c"]
    assert grid.places == ("tabel 1, række 1", "tabel 1, række 3")


def test_rows_and_cells_in_content_controls_are_read():
    held = f"<w:sdt><w:sdtPr/><w:sdtContent>{cell('b')}</w:sdtContent></w:sdt>"
    wrapped = f"<w:sdt><w:sdtPr/><w:sdtContent>{row('c', 'd')}</w:sdtContent></w:sdt>"
    rows = _grids(f"<w:sdt><w:sdtContent>{table(row('a', held), wrapped)}</w:sdtContent></w:sdt>")[0].rows
    assert [[c.text for c in r] for r in rows] == [["a", "b"], ["c", "d"]]


def test_merged_cells_are_read_once_and_columns_stay_columns():
    rows = _grids(
        table(
            row(cell("Region", '<w:vMerge w:val="restart"/>'), cell("bredt", '<w:gridSpan w:val="2"/>'), "slut"),
            row(cell("", "<w:vMerge/>"), "b", "c", "d"),
            row("c", "d", properties='<w:gridBefore w:val="2"/>'),
        )
    )[0].rows
    assert [[c.text for c in r] for r in rows] == [
        ["Region", "bredt", "", "slut"],
        ["", "b", "c", "d"],
        ["", "", "c", "d"],
    ]
    assert rows[0][1].span == 2
    assert [r[0].joined_above for r in rows] == [False, True, False]


def test_edges_that_no_cell_begins_at_are_no_columns():
    wide = '<w:gridSpan w:val="3"/>'
    rows = _grids(table(row(cell("a", wide), "b"), row(cell("c", wide), "d")))[0].rows
    assert [[(c.text, c.span) for c in r] for r in rows] == [[("a", 1), ("b", 1)], [("c", 1), ("d", 1)]]


def test_the_rows_that_repeat_on_every_page_are_the_header():
    header = "<w:tblHeader/>"
    assert _grids(table(row("Tema", properties=header), row("a"), row("b", properties=header)))[0].header_rows == 1


def test_paragraphs_between_tables_belong_to_the_table_after_them():
    grids = _grids(
        paragraph(run("Ærø Kommune")) + table(row("a")) + paragraph("") + paragraph(run("SST")) + table(row("b"))
    )
    assert [grid.before for grid in grids] == [("Ærø Kommune",), ("SST",)]


def test_footnotes_stand_in_the_text_marked_as_notes():
    note = f'<w:footnote w:id="2">{paragraph(run("Bilag 1,"))}{paragraph(run("side 4."))}</w:footnote>'
    read = _cell(paragraph(run("Se planen") + '<w:r><w:footnoteReference w:id="2"/></w:r>'), footnotes=note)
    assert read.text == "Se planen [Note: Bilag 1, side 4.]"


@pytest.mark.parametrize(
    ("inside", "word"),
    [
        (_DELETED, "sporede ændringer"),
        (run("x", "<w:vanish/>"), "skjult tekst"),
        ('<w:r><w:commentReference w:id="0"/></w:r>', "kommentarer"),
        ('<w:r><w:sym w:font="Webdings" w:char="F041"/></w:r>', "symbolskrifttype"),
    ],
)
def test_what_a_person_should_know_is_remarked(inside, word):
    (remark,) = _grids(table(row(cell(paragraph(inside)))))[0].remarks
    assert word in remark


def test_embedded_documents_are_remarked():
    assert "altChunk" in _grids(table(row("a")) + '<w:altChunk r:id="r1"/>')[0].remarks[0]


def test_strict_documents_are_read():
    assert _grids(table(row("Ærø")), strict=True)[0].rows == ((Cell("Ærø"),),)


def test_prefixes_are_followed_where_they_change():
    inner = '<v:p xmlns:v="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><v:r><v:t>Ærø</v:t></v:r></v:p>'
    assert _cell(f"<w:tc>{inner}</w:tc>").text == "Ærø"


def test_a_field_that_is_never_closed_mutes_only_its_paragraph():
    open_field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("instruks")
    assert _cell(paragraph(open_field) + paragraph(run("resten"))).text == "\nresten"


def test_tables_nested_without_end_are_refused():
    body = "<w:tbl><w:tr><w:tc>" * 300 + paragraph(run("x")) + "</w:tc></w:tr></w:tbl>" * 300
    with pytest.raises(Refused, match="100 lag"):
        _grids(body)


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (paragraph(run("Kun tekst")), "ingen tabel"),
        ("", "ingen tekst"),
        (table(row("a&#2;")), "ikke gyldig XML"),
        ("<w:tbl>", "ikke gyldig XML"),
        (table(row("x" * 200_001)), "200.000"),
    ],
)
def test_documents_that_hold_no_table_are_refused_in_danish(body, sentence):
    with pytest.raises(Refused, match=sentence):
        _grids(body)


def test_cells_equal_those_of_python_docx():
    document = python_docx.Document()
    made = document.add_table(40, 6)
    for n, c in enumerate(made._cells):
        c.text = f"Celle {n}\nanden linje\tmed tab"
    buffer = io.BytesIO()
    document.save(buffer)
    ours = docx.read(Archive(buffer.getvalue()))[0].rows
    assert [[c.text for c in r] for r in ours] == [[c.text.replace("\t", " ") for c in r.cells] for r in made.rows]


def test_what_word_writes_around_every_few_words_changes_nothing_that_is_read():
    rows = _tables.rows(60)
    plain = _tables.as_docx(rows)
    saved = _tables.as_word_saves(plain)
    assert docx.read(Archive(saved)) == docx.read(Archive(plain))
    part = Archive(saved).part("word/document.xml")
    assert len(formatting.without(part, "w:")) < len(part) / 2


@pytest.mark.parametrize(
    "kept",
    [
        "<w:rPr><w:b/></w:rPr>",
        '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>',
        '<w:pPr><w:pStyle w:val="Liste"/></w:pPr>',
        '<w:sz w:val="16"></w:sz>',
        '<w:bookmarkStart w:name="a/>b"/>',
        "<w:t>&lt;w:sz/&gt;</w:t>",
        '<w:t>w:sz w:val="16"/></w:t>',
    ],
)
def test_only_whole_empty_elements_of_looks_are_taken_out(kept):
    looks = '<w:rPr><w:sz w:val="16"/><w:lang w:val="da-DK"/></w:rPr>' * 50
    assert formatting.without((looks + kept + looks).encode(), "w:") == kept.encode()
