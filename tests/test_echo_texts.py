"""``echoes --texts``: any lines of texts are compared; a line that cannot be read is refused in one sentence."""

import json

import pytest
from click.testing import CliRunner

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
