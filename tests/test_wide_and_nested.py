"""Tables that are wider than any handling table are refused at once; those inside a frame are read."""

import io

import pytest
from openpyxl import Workbook

from hearing.intake import reading
from hearing.intake.rows import Refused
from tests import office
from tests.office import cell, paragraph, row, run, table

HEAD = ("Høringspart", "Tema", "Sammendrag", "Håndtering", "Kommentar")
POINT = ("Vestby Kommune", "Støj", "Ønsker mindre støj om natten.", "Imødekommes", "Der opsættes skærme.")


def _table(*rows: tuple[str, ...]) -> str:
    return table(*(row(*(cell(run(text)) for text in texts)) for texts in rows))


def _sheet(texts: tuple[str, ...]) -> bytes:
    book, file = Workbook(), io.BytesIO()
    book.active.append(texts)
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("made", "name"),
    [
        (lambda texts: ",".join(texts).encode(), "tabel.csv"),
        (lambda texts: office.docx(_table(texts)), "tabel.docx"),
        (_sheet, "tabel.xlsx"),
    ],
)
def test_a_table_of_more_than_200_columns_is_refused_before_it_is_understood(made, name):
    with pytest.raises(Refused, match="200 kolonner"):
        reading.read(made(tuple(f"kolonne {n}" for n in range(201))), name)


def test_empty_columns_beside_a_table_are_none_of_it():
    lines = [";".join(texts) + ";" * 300 for texts in (HEAD, POINT, POINT)]
    assert len(reading.read("\n".join(lines).encode(), "tabel.csv").rows) == 2


@pytest.mark.parametrize("frames", [1, 2])
def test_a_handling_table_inside_tables_that_lay_out_the_page_is_read(frames):
    body = _table(HEAD, POINT)
    for n in range(frames):
        body = table(row(cell(paragraph(run(f"Ramme {n}")) + body + paragraph(""))))
    read = reading.read(office.docx(body), "tabel.docx")
    assert [(row.party, row.theme, row.decision, row.comment) for row in read.rows] == [
        (POINT[0], *POINT[1:2], *POINT[3:])
    ]
    assert all(any(f"Ramme {n}" in remark.text for remark in read.left_out) for n in range(frames))
