"""The plan's text is pasted or read from a file, and replaced only by somebody who has seen what stands there."""

import io

import pytest
from docx import Document

from hearing.casework import drafts as casework
from hearing.casework.refusal import Refused
from hearing.records import By
from hearing.store import drafts
from hearing.store.transaction import Stale
from tests.pages import filled, words

ME = By("abc")
PAGE = "/hearings/1/draft"


def _send(client, file: tuple[bytes, str] | None = None, **typed: str):
    form = filled(client.get(PAGE).text, PAGE) | typed
    if file:
        form["file"] = (io.BytesIO(file[0]), file[1])
    return client.post(PAGE, data=form)


def _pdf(*lines: str) -> bytes:
    """A PDF of one page with these lines, or with nothing."""
    drawn = "BT /F 12 Tf 14 TL 50 400 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R"
        "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        f"<</Length {len(drawn)}>>\nstream\n{drawn}\nendstream",
    ]
    body = "".join(f"{n} 0 obj\n{content}\nendobj\n" for n, content in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer<</Root 1 0 R/Size 5>>\n".encode("latin-1")


def _word() -> bytes:
    document = Document()
    document.add_paragraph("Kapitel 1. Alle har en læge.")
    document.add_table(1, 1).cell(0, 0).text = "Mål: tre minutter."
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_pasted_text_is_kept_replaced_and_taken_away(client, db, hearing_id):
    assert "Læg teksten ind" in words(client.get(PAGE).text)
    assert _send(client, text="Alle har\r\nen læge.").status_code == 303
    assert drafts.find(db, 1).text == "Alle har\nen læge."
    page = words(client.get(PAGE).text)
    assert "4 ord. Den begynder sådan: Alle har en læge." in page
    assert _send(client, text="Alle har to læger.").status_code == 303
    assert (drafts.find(db, 1).text, drafts.find(db, 1).version) == ("Alle har to læger.", 2)
    removal = filled(client.get(PAGE).text, f"{PAGE}/removal")
    said = client.post(f"{PAGE}/removal", data=removal, follow_redirects=True).text
    assert "Planens tekst er fjernet." in words(said)
    assert drafts.find(db, 1) is None


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("plan.txt", "Kapitel 1.\nÆldre først.".encode("cp1252"), "Kapitel 1.\nÆldre først."),
        ("plan.docx", _word(), "Kapitel 1. Alle har en læge.\nMål: tre minutter."),
    ],
)
def test_the_text_of_a_file_is_read(client, db, hearing_id, name, content, expected):
    assert _send(client, (content, name), text="læses ikke").status_code == 303
    assert drafts.find(db, 1).text == expected


def test_the_text_of_a_pdf_is_read(client, db, hearing_id):
    assert _send(client, (_pdf("Alle borgere i Klitby", "har en læge i byen."), "plan.pdf")).status_code == 303
    assert drafts.find(db, 1).text.split() == ["Alle", "borgere", "i", "Klitby", "har", "en", "læge", "i", "byen."]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("plan.png", b"\x89PNG\r\n\x1a\n0000", "plan.png kan ikke læses som planens tekst. Brug Word"),
        ("plan.pdf", _pdf(), "Der er ingen tekst i plan.pdf, kun billeder."),
        ("plan.pdf", b"%PDF-1.4 noget", "plan.pdf er beskadiget"),
        ("plan.json", b'{"a": 1}', "plan.json kan ikke læses som planens tekst"),
        ("plan.txt", b"  \n", "Filen plan.txt er tom."),
    ],
)
def test_a_file_without_a_text_is_refused_at_its_field(client, db, hearing_id, name, content, said):
    answer = _send(client, (content, name), text="Den indsatte tekst.")
    assert answer.status_code == 400
    assert said in words(answer.text)
    assert filled(answer.text, PAGE)["text"] == "Den indsatte tekst."
    assert drafts.find(db, 1) is None


def test_nothing_and_too_much_are_refused(client, db, hearing_id, monkeypatch):
    assert "Indsæt teksten, eller vælg en fil." in words(_send(client).text)
    monkeypatch.setattr(casework, "LONGEST", 10)
    with pytest.raises(Refused, match="Teksten er på 11 tegn; grænsen er 10."):
        casework.add(db, ME, 1, "a" * 11)


def test_who_comes_too_late_overwrites_nobody(client, db, hearing_id):
    form = filled(client.get(PAGE).text, PAGE) | {"text": "Min tekst."}
    casework.add(db, ME, 1, "Kollegaens tekst.")
    with pytest.raises(Stale):
        casework.add(db, ME, 1, "Endnu en.")
    answer = client.post(PAGE, data=form)
    assert answer.status_code == 409
    assert "gemt af en anden i mellemtiden" in words(answer.text)
    again = filled(answer.text, PAGE)
    assert again["text"] == "Min tekst."
    assert client.post(PAGE, data=again).status_code == 303
    assert drafts.find(db, 1).text == "Min tekst."


def test_the_history_tells_of_it_without_the_whole_text(client, db, hearing_id):
    casework.add(db, ME, 1, "Alle har en læge. " * 1000)
    page = client.get("/hearings/1/events").text
    assert "Planens tekst lagt ind" in page and "4.000 ord: Alle har en læge." in words(page)
    assert len(page) < 30_000
