"""A list of parties, pasted or from a file: read, shown, corrected, and only then stored."""

from io import BytesIO

import docx
import openpyxl
import pytest
from click.testing import CliRunner

from hearing import report, sandbox
from hearing.casework import parties
from hearing.casework.refusal import Refused
from hearing.cli import main
from hearing.enums import PartyKind
from hearing.intake import party_list
from hearing.store import events
from hearing.store import parties as store
from tests.conftest import ME
from tests.pages import words

TOKEN = {"csrf_token": "token"}
LIST = """Kommuner:
• Nørrevig Kommune
• Kildevang Kommune

Foreninger:
Astmaforeningen (AF)
Lægerne i Åbenlund pva. Lægehuset Nord og Lægehuset Syd
"""


def _named(db, hearing_id, name):
    return next(party for party in store.of(db, hearing_id) if party.name == name)


def test_a_list_is_read_with_its_kinds_short_names_and_those_it_speaks_for(db, hearing_id):
    listed = parties.to_add(party_list.of_text(LIST).listed)
    assert [party.kind for party in listed[:2]] == [PartyKind.MUNICIPALITY] * 2
    parties.add(db, ME, hearing_id, listed)
    assert _named(db, hearing_id, "Astmaforeningen (AF)").short_name == "AF"
    doctors = _named(db, hearing_id, "Lægerne i Åbenlund pva. Lægehuset Nord og Lægehuset Syd")
    assert doctors.represents == ("Lægehuset Nord", "Lægehuset Syd")
    assert events.of(db, hearing_id)[0].verb == "party.add"
    table = [line.party.name for line in report.load(db, hearing_id).lines]
    assert table[-4:] == [party.name for party in listed]


@pytest.mark.parametrize("text", ["", "\n \n", "Kommuner:\n"])
def test_a_list_without_names_is_refused(text):
    with pytest.raises(Refused):
        parties.to_add(party_list.of_text(text).listed)


def test_a_list_is_shown_before_it_is_stored_and_can_be_corrected(client, db, hearing_id):
    count = len(store.of(db, hearing_id))
    text = LIST + "\nSØNDERVANG kommune\n"
    page = client.post(f"/hearings/{hearing_id}/party-list/preview", data={**TOKEN, "text": text})
    assert page.status_code == 200
    assert "Findes allerede: <bdi>Søndervang Kommune</bdi>" in page.text
    assert len(store.of(db, hearing_id)) == count
    lines = {
        "lines-0-take": "y", "lines-0-name": "Nørrevig Kommune", "lines-0-kind": "company",
        "lines-0-guess": "municipality", "lines-1-name": "Ikke med", "lines-1-kind": "other",
        "lines-1-guess": "other",
    }  # fmt: skip
    answer = client.post(f"/hearings/{hearing_id}/party-list", data={**TOKEN, "once": "l", **lines})
    assert answer.status_code == 303
    added = _named(db, hearing_id, "Nørrevig Kommune")
    assert (added.kind, added.kind_confirmed) == (PartyKind.COMPANY, True)
    assert len(store.of(db, hearing_id)) == count + 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("liste.txt", "Nørrevig Kommune\r\nÆblets Venner (ÆV)\r\n".encode("cp1252")),
        ("liste.csv", '\ufeff"Nørrevig Kommune";\n"Æblets Venner";ÆV\n'.encode()),
    ],
)
def test_a_list_is_read_from_a_file(client, hearing_id, name, content):
    data = {**TOKEN, "file": (BytesIO(content), name)}
    page = client.post(f"/hearings/{hearing_id}/party-list/preview", data=data).text
    assert 'value="Nørrevig Kommune"' in page
    assert 'value="Æblets Venner (ÆV)"' in page


def _workbook(*rows):
    book, file = openpyxl.Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


def _document(*paragraphs, table=()):
    made, file = docx.Document(), BytesIO()
    for text, style in paragraphs:
        made.add_paragraph(text, style)
    if table:
        cells = made.add_table(0, len(table[0]))
        for row in table:
            for cell, text in zip(cells.add_row().cells, row, strict=True):
                cell.text = text
    made.save(file)
    return file.getvalue()


ROWS = (
    ("Navn", "Type", "E-mail"),
    ("SØNDERVANG kommune", "Kommune", "post@soendervang.example"),
    ("Æblets Venner", "Grøn klynge", "ae@venner.example"),
    ("Bo Kær", "Borger", ""),
)
SEMICOLONS = "\r\n".join(";".join(row) for row in ROWS)
READ = [
    ("SØNDERVANG kommune", PartyKind.MUNICIPALITY), ("Æblets Venner", None), ("Bo Kær", PartyKind.CITIZEN),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("liste.xlsx", _workbook(("Høringsliste 2026",), *ROWS)),
        ("liste.csv", SEMICOLONS.encode("cp1252")),
        ("liste.docx", _document(("Høringen er sendt til:", None), table=ROWS)),
        ("liste.txt", "\n".join("\t".join(row) for row in ROWS).encode()),
    ],
)
def test_a_list_with_columns_gives_names_and_kinds_and_says_what_was_not_read(name, content):
    found = sandbox.read_list(content, name)
    assert [(entry.name, entry.kind) for entry in found.listed] == READ
    assert found.remarks == ("Kolonnen »E-mail« er ikke læst med.",)


def test_an_organisation_is_the_party_and_the_name_beside_it_whom_to_write_to():
    found = party_list.of_text("Organisation;Navn;Kort navn\nÆblets Venner;Aase Vang;ÆV\n;Bo Kær;\n").listed
    assert [(entry.name, entry.short_name) for entry in found] == [("Æblets Venner (ÆV)", "ÆV"), ("Bo Kær", "")]


def test_a_workbook_without_headings_is_read_from_its_first_column_with_words():
    rows = ("", "Kommuner"), (1, "Nørrevig Kommune", "NK", "Åvej 4"), ("", "Myndigheder"), (2, "Vandhuset", "VH")
    found = sandbox.read_list(_workbook(*rows), "liste.xlsx")
    assert [(entry.name, entry.kind) for entry in found.listed] == [
        ("Nørrevig Kommune (NK)", PartyKind.MUNICIPALITY),
        ("Vandhuset (VH)", PartyKind.STATE),
    ]
    assert found.remarks == ("Kolonnerne 1 og 4 er ikke læst med.",)


def test_a_word_list_gives_its_paragraphs_and_its_headings_the_kinds():
    intro = "Udkastet er den 3. marts sendt i høring hos de parter, som er nævnt herunder."
    found = sandbox.read_list(
        _document(
            ("Høringsliste", "Title"), (intro, None), ("Kommuner", "Heading 1"),
            ("Nørrevig Kommune", "List Bullet"), ("2. Kildevang Kommune", None), ("Foreninger:", None),
            ("Æblets Venner (ÆV)", "List Number"),
        ),
        "liste.docx",
    )  # fmt: skip
    assert [(entry.name, entry.kind) for entry in found.listed] == [
        ("Nørrevig Kommune", PartyKind.MUNICIPALITY),
        ("Kildevang Kommune", PartyKind.MUNICIPALITY),
        ("Æblets Venner (ÆV)", PartyKind.ASSOCIATION),
    ]
    assert found.remarks == ("1 afsnit med løbende tekst er ikke læst med.",)


def test_the_page_shows_a_workbook_and_knows_who_is_there(client, hearing_id):
    data = {**TOKEN, "file": (BytesIO(_workbook(*ROWS)), "liste.xlsx")}
    page = client.post(f"/hearings/{hearing_id}/party-list/preview", data=data).text
    assert "3 høringsparter i listen." in words(page)
    assert "Findes allerede: <bdi>Søndervang Kommune</bdi>" in page
    assert "Kolonnen »E-mail« er ikke læst med." in page


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("liste.pdf", b"%PDF-1.7 \x00"), ("liste.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 90),
        ("liste.txt", bytes(range(1, 256)) * 9), ("liste.json", b'{"rows": []}'),
        ("liste.docx", b"PK\x03\x04ikke"),
    ],
)  # fmt: skip
def test_what_is_no_list_is_refused_beside_the_field_and_by_import(
    client, db, path, hearing_id, tmp_path, name, content
):
    data = {**TOKEN, "file": (BytesIO(content), name)}
    answer = client.post(f"/hearings/{hearing_id}/party-list/preview", data=data)
    assert answer.status_code == 400
    assert f"{name} er ikke en liste" in answer.text.partition('id="file-error">')[2].partition("</p>")[0]
    (tmp_path / name).write_bytes(content)
    (tmp_path / "tabel.csv").write_text("Høringspart;Sammendrag\nNørrevig Kommune;Ønsker flere bænke.\n")
    command = ["--db", str(path), "import", str(tmp_path / "tabel.csv"), "--title", "Plan"]
    told = CliRunner().invoke(main, [*command, "--parties", str(tmp_path / name)])
    assert told.exit_code != 0
    assert f"{name} er ikke" in told.output


def test_three_hundred_parties_are_added_at_once(client, db, hearing_id):
    lines = {}
    for n in range(300):
        lines |= {f"lines-{n}-take": "y", f"lines-{n}-name": f"Part {n}", f"lines-{n}-short_name": ""}
        lines |= {f"lines-{n}-kind": "other", f"lines-{n}-guess": "other"}
    client.post(f"/hearings/{hearing_id}/party-list", data={**TOKEN, "once": "m", **lines})
    assert len([p for p in store.of(db, hearing_id) if p.name.startswith("Part ")]) == 300
    assert [event.verb for event in events.of(db, hearing_id)].count("party.add") == 1


def test_an_empty_selection_and_an_empty_name_are_told(client, db, hearing_id):
    line = {"lines-0-name": "", "lines-0-kind": "other", "lines-0-guess": "other"}
    answer = client.post(f"/hearings/{hearing_id}/party-list", data={**TOKEN, **line})
    assert answer.status_code == 400
    assert "Vælg mindst én høringspart." in answer.text
    answer = client.post(f"/hearings/{hearing_id}/party-list", data={**TOKEN, **line, "lines-0-take": "y"})
    assert '<a href="#lines-0-name">Navn, linje 1</a>: Skriv høringspartens navn.' in answer.text
    assert 'aria-describedby="lines-0-name-error"' in answer.text


def test_a_name_that_is_too_long_is_told_with_its_line(client, hearing_id):
    line = {"lines-0-take": "y", "lines-0-name": "x" * 501, "lines-0-kind": "other", "lines-0-guess": "other"}
    answer = client.post(f"/hearings/{hearing_id}/party-list", data={**TOKEN, **line})
    assert "Navn, linje 1</a>: Teksten er for lang; der er plads til 500 tegn." in answer.text


def test_citizens_listed_under_their_heading_are_confirmed_and_numbered(db, hearing_id, client):
    text = "Kommuner:\nNørrevig Kommune\n\nBorgere:\nAase Vang\nBo Kær\n"
    page = client.post(f"/hearings/{hearing_id}/party-list/preview", data={**TOKEN, "text": text}).text
    form = {"once": "en", **TOKEN}
    kinds = {"Nørrevig Kommune": "municipality", "Aase Vang": "citizen", "Bo Kær": "citizen"}
    for n, (name, kind) in enumerate(kinds.items()):
        assert f'name="lines-{n}-guess" type="hidden" value=""' in page
        form |= {f"lines-{n}-take": "y", f"lines-{n}-name": name, f"lines-{n}-kind": kind, f"lines-{n}-guess": ""}
    assert client.post(f"/hearings/{hearing_id}/party-list", data=form).status_code == 303
    added = [_named(db, hearing_id, name) for name in ("Nørrevig Kommune", "Aase Vang", "Bo Kær")]
    assert [(party.kind_confirmed, party.citizen_number) for party in added] == [
        (True, None),
        (True, 1),
        (True, 2),
    ]
