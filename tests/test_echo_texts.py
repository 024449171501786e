"""``echoes --texts``: any lines of texts are compared; a line that cannot be read is refused in one sentence."""

import json
import unicodedata

import pytest
from click.testing import CliRunner

from benchmarks import _corpus
from benchmarks._judging import judge
from hearing.cli import main

WISH = "Vi ønsker flere faste læger på plejehjemmene, og at de kommer hver uge."
ALMOST = "Vi ønsker flere faste læger på alle plejehjemmene, og at de kommer hver uge."
OTHER = "Busserne til sygehuset skal køre oftere om aftenen og i weekenden."
THIRD = "Tandplejen for børn bør have længere åbningstid i skolernes ferier."


def _run(file, *more) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["echoes", "--texts", str(file), *map(str, more)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def pairs(tmp_path):
    """The pairs of some lines, as (a, b)."""

    def pairs(*lines: dict) -> list[tuple]:
        file, output = tmp_path / "texts.jsonl", tmp_path / "pairs.jsonl"
        file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        assert _run(file, "-o", output) == (0, "", "")
        found = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
        assert all(list(pair) == ["a", "b", "score"] and 30 <= pair["score"] <= 100 for pair in found)
        return [(pair["a"], pair["b"]) for pair in found]

    return pairs


def _lines(*texts: str) -> list[dict]:
    return [{"id": n, "text": text, "group": None} for n, text in enumerate(texts)]


def test_a_copy_is_found_and_the_first_line_of_the_pair_is_a(pairs):
    assert pairs(*_lines(OTHER, WISH, THIRD, ALMOST)) == [(1, 3)]


def test_two_lines_of_one_group_are_no_pair_and_two_without_a_group_are(pairs):
    def of(one, other) -> list[tuple]:
        return pairs(
            {"id": "a", "text": WISH, "group": one}, {"id": "b", "text": WISH, "group": other}, *_lines(OTHER)
        )

    assert of("Nordby", "Nordby") == []
    assert of(0, 0) == []
    assert of("Nordby", "Sydby") == [("a", "b")]
    assert of(1, "1") == [("a", "b")]
    assert of(None, None) == [("a", "b")]
    assert of(None, "Nordby") == [("a", "b")]


def test_a_line_without_a_group_belongs_to_none(pairs):
    assert pairs({"id": 1, "text": WISH}, {"id": 2, "text": WISH}) == [(1, 2)]


def test_ids_come_back_as_they_were_written(tmp_path):
    ids = ['"æ/1"', "1.10", '"\\ud800"', "-7", "12345678901234567890123", '"1.10"', "1e5", '""']
    file = tmp_path / "texts.jsonl"
    file.write_text("".join(f'{{"id": {id}, "text": "{WISH}"}}\n' for id in ids), encoding="utf-8")
    status, out, err = _run(file)
    assert (status, err) == (0, "")
    found = {line.partition(', "score"')[0] for line in out.splitlines()}
    assert found == {f'{{"a": {one}, "b": {other}' for n, one in enumerate(ids) for other in ids[n + 1 :]}


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (b"{", "Linje 3: linjen er ikke gyldig JSON."),
        (b"[" * 100_000, "Linje 3: linjen er ikke gyldig JSON."),
        (b'{"id": NaN, "text": "x"}', "Linje 3: linjen er ikke gyldig JSON."),
        (b"[1]", 'Linje 3: linjen skal være et JSON-objekt: {"id": …, "text": …, "group": …}.'),
        (b'{"text": "x"}', 'Linje 3: feltet "id" mangler.'),
        (b'{"id": 2}', 'Linje 3: feltet "text" mangler.'),
        (b'{"id": null, "text": "x"}', 'Linje 3: "id" skal være en tekst eller et tal.'),
        (b'{"id": true, "text": "x"}', 'Linje 3: "id" skal være en tekst eller et tal.'),
        (b'{"id": 2, "text": null}', 'Linje 3: "text" skal være en tekst.'),
        (b'{"id": 2, "text": 1.5}', 'Linje 3: "text" skal være en tekst.'),
        (b'{"id": 1, "text": "x"}', "Linje 3: id 1 står også i linje 1."),
        ('{"id": 2, "text": "ø"}'.encode("latin-1"), "Linje 3: teksten er ikke UTF-8."),
    ],
)
def test_a_line_that_cannot_be_read_is_refused_with_its_number(tmp_path, line, sentence):
    file, output = tmp_path / "texts.jsonl", tmp_path / "pairs.jsonl"
    file.write_bytes(b'{"id": 1, "text": "x"}\n\n' + line + b"\n")
    assert _run(file, "-o", output) == (1, "", sentence + "\n")
    assert not output.exists()


def test_files_that_are_not_there_are_refused(tmp_path):
    assert _run(tmp_path / "x.jsonl") == (1, "", f"Filen {tmp_path / 'x.jsonl'} findes ikke.\n")
    assert _run(tmp_path) == (1, "", f"Filen {tmp_path} kan ikke åbnes.\n")
    (tmp_path / "tom.jsonl").write_bytes(b"")
    output = tmp_path / "ingen" / "pairs.jsonl"
    assert _run(tmp_path / "tom.jsonl", "-o", output) == (
        1,
        "",
        f"Filen {output} kan ikke skrives: mappen {output.parent} findes ikke.\n",
    )
    assert _run(tmp_path / "tom.jsonl") == (0, "", "")


def test_windows_files_are_read(tmp_path):
    file = tmp_path / "texts.jsonl"
    lines = [json.dumps(line, ensure_ascii=False) for line in _lines(WISH, ALMOST)]
    file.write_bytes(b"\xef\xbb\xbf" + "\r\n".join([*lines, "", " "]).encode())
    assert [json.loads(line)["b"] for line in _run(file)[1].splitlines()] == [1]


def test_texts_that_say_nothing_are_in_no_pair(pairs):
    assert pairs(*_lines("", "", " ", "\u200b", "…", "?!", "\u00ad", WISH)) == []


def test_one_word_and_the_same_word_again(pairs):
    assert pairs(*_lines("Ja", "Nej", "Ja")) in ([], [(0, 2)])


@pytest.mark.parametrize(
    "written",
    [
        unicodedata.normalize("NFD", WISH + " På skærmen står årstallet."),
        (WISH + " På skærmen står årstallet.")
        .replace("læger", "læ\u00adger")
        .replace("plejehjem", "pleje\u00adhjem"),
        (WISH + " På skærmen står årstallet.").replace(" ", "\u00a0"),
        (WISH + " På skærmen står årstallet.").replace("læger", "læ-\nger").replace("kommer", "kom- mer"),
        (WISH + " På skærmen står årstallet.").upper(),
        (WISH + " På skærmen står årstallet.").replace(" ", "\r\n"),
    ],
    ids=["decomposed letters", "soft hyphens", "fixed blanks", "divided words", "capitals", "line breaks"],
)
def test_a_copy_is_found_however_it_is_written(pairs, written):
    assert pairs(*_lines(WISH + " På skærmen står årstallet.", OTHER, THIRD, written)) == [(0, 3)]


def test_texts_that_share_nothing_but_courtesy_are_no_pair(tmp_path):
    opening = (
        "Tak for muligheden for at afgive høringssvar. Vi har læst udkastet med interesse og har bemærkninger."
    )
    texts = [f"{opening} {text}" for text in (WISH, OTHER, THIRD)]
    file = tmp_path / "texts.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in _lines(*texts)), encoding="utf-8")
    assert [pair for pair in map(json.loads, _run(file)[1].splitlines()) if pair["score"] >= 60] == []


def test_a_text_of_a_family_of_ordinary_size_is_paired_with_every_other(pairs):
    own = ("Nordby", "Sydby", "Østby", "Vestby")
    texts = [f"{WISH} {THIRD} Hilsen fra {own[n % 4]} og {n} andre." for n in range(60)]
    assert len(pairs(*_lines(OTHER, *texts))) == 60 * 59 // 2


@pytest.mark.slow
def test_ten_thousand_copies_of_one_letter_are_listed_beside_the_first_and_not_all_with_all(pairs):
    found = pairs(*_lines(*[WISH] * 10_000))
    assert {b for _, b in found} >= set(range(1, 10_000))
    assert len(found) < 100_000


@pytest.mark.slow
def test_whole_letters_are_compared(pairs):
    letter = " ".join(made.text for made in _corpus.make(90, 7).texts)[:50_000]
    other = " ".join(made.text for made in _corpus.make(90, 8).texts)[:50_000]
    assert pairs(*_lines(letter, other, letter.replace("planen", "aftalen"))) == [(0, 2)]


def test_a_planted_corpus_is_found_again(pairs):
    corpus = _corpus.make(300, 5)
    found = pairs(*map(json.loads, corpus.lines().splitlines()))
    assert judge(corpus, found).recall > 0.95


def test_the_same_file_gives_the_same_pairs_again(pairs):
    lines = [json.loads(line) for line in _corpus.make(200, 6).lines().splitlines()]
    assert pairs(*lines) == pairs(*lines)


def test_the_file_that_is_read_is_not_written_over(tmp_path):
    file = tmp_path / "points.jsonl"
    file.write_text('{"id": 1, "text": "Der er for langt til vagtlægen.", "group": null}\n', encoding="utf-8")
    run = CliRunner().invoke(main, ["echoes", "--texts", str(file), "-o", str(file)])
    assert run.exit_code == 1
    assert run.stderr == f"Filen {file} er den, der læses; skriv resultatet i en anden fil.\n"
    assert "vagtlægen" in file.read_text(encoding="utf-8")
