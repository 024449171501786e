"""The house rules: who imports whom, and what must exist for everything there is."""

import ast
import doctest
import importlib
import inspect
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from hearing import cli, enums
from hearing.web import ROOT, routes

PLAIN = {"enums", "records", "wording"}
MAY_IMPORT = {
    "enums": set(),
    "records": {"enums"},
    "wording": set(),
    "marks": set(),
    "mentions": {*PLAIN, "marks"},
    "raised": {*PLAIN, "marks", "mentions"},
    "echoes": PLAIN,
    "likeness": {*PLAIN, "store", "echoes"},
    "imprint": set(),
    "intake": {*PLAIN, "imprint", "echoes"},
    "store": {*PLAIN, "mentions", "echoes"},
    "casework": {*PLAIN, "store", "marks", "mentions", "raised", "imprint", "echoes", "intake"},
    "report": {*PLAIN, "store", "mentions", "echoes", "imprint"},
    "exports": {*PLAIN, "report", "imprint", "marks"},
    "sandbox": {"intake"},
    "web": {
        *PLAIN,
        "casework",
        "store",
        "imprint",
        "marks",
        "mentions",
        "echoes",
        "likeness",
        "report",
        "intake",
        "sandbox",
        "exports",
    },
    "cli": {*PLAIN, "casework", "store", "echoes", "likeness", "report", "intake", "sandbox", "exports", "web"},
    "__main__": {"cli"},
    "__init__": set(),
}
FRAMEWORKS = {"flask": "web", "wtforms": "web", "sqlite_utils": None, "sqlite3": "store"}


def _room(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return "exports" if parts[0] == "exports" else parts[1]


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


SOURCES = [*ROOT.glob("hearing/**/*.py"), *ROOT.glob("exports/**/*.py")]


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_rooms_import_only_what_they_may(path):
    room = _room(path)
    for name in _imports(path):
        top, *rest = name.split(".")
        if top == "hearing" and rest and rest[0] in MAY_IMPORT:
            assert rest[0] in MAY_IMPORT[room] | {room}, f"{path} imports {name}"
        elif top == "exports":
            assert "exports" in MAY_IMPORT[room] | {room}, f"{path} imports {name}"
        elif top in FRAMEWORKS and FRAMEWORKS[top]:
            assert room == FRAMEWORKS[top], f"{path} imports {name}"


BENCHMARKS_ONLY = {"numpy", "scipy", "sklearn", "datasketch"}


def test_the_program_runs_without_what_only_the_benchmarks_need():
    for path in SOURCES:
        assert not {name.partition(".")[0] for name in _imports(path)} & BENCHMARKS_ONLY, path
    # Others load numpy where it is there (openpyxl); a module that is None cannot be imported.
    code = f"import sys; sys.modules.update(dict.fromkeys({BENCHMARKS_ONLY})); import hearing.cli, hearing.web"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def _commands() -> list[click.Command]:
    return list(cli.main.commands.values())


@pytest.mark.parametrize("command", _commands(), ids=lambda c: c.name)
def test_every_command_has_help_with_an_example(command):
    assert "Example: python -m hearing" in (command.help or "")


def test_every_enum_value_has_a_danish_label():
    labelled = [e for _, e in inspect.getmembers(enums, inspect.isclass) if issubclass(e, enums.Labelled)]
    assert len(labelled) > 4
    for enum in labelled:
        for member in enum:
            assert member.label.strip(), f"{member!r} has no label"


def test_every_route_is_listed_in_one_place(app):
    listed = {(rule, method) for method, rule, _ in routes.ROUTES}
    for rule in app.url_map.iter_rules():
        if rule.endpoint != "static":
            for method in rule.methods - {"HEAD", "OPTIONS"}:
                assert (rule.rule, method) in listed


def _action(view) -> tuple[str, str]:
    return view.__module__.rpartition(".")[2], view.__name__.rstrip("_")


def test_every_page_has_its_template():
    no_pages = {("table", "place"), ("documents", "download"), ("files", "show")}
    for method, _, view in routes.ROUTES:
        noun, action = _action(view)
        if method == "GET" and (noun, action) not in no_pages:
            assert (ROOT / "templates" / noun / f"{action}.html").exists()


def test_every_template_that_is_named_exists():
    named = {
        name
        for path in [*ROOT.glob("hearing/web/*.py"), *ROOT.glob("templates/**/*.html")]
        for name in re.findall(r'"((?:\w+/)?\w+\.html)"', path.read_text(encoding="utf-8"))
    }
    assert len(named) > 20
    assert [name for name in sorted(named) if not (ROOT / "templates" / name).exists()] == []


def _with_examples() -> list[Path]:
    return [path for path in SOURCES if ">>> " in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("path", _with_examples(), ids=lambda p: str(p.relative_to(ROOT)))
def test_the_examples_in_docstrings_are_true(path):
    module = importlib.import_module(
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    )
    failed, tried = doctest.testmod(module)
    assert tried > 0
    assert failed == 0
