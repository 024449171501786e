"""The house rules: who imports whom, and what must exist for everything there is."""

import ast
import inspect
from pathlib import Path

import click
import pytest

from hearing import cli, records
from hearing.web import ROOT, routes

MAY_IMPORT = {
    "records": set(),
    "wording": set(),
    "marks": set(),
    "echoes": {"records", "wording"},
    "imprint": set(),
    "intake": {"records", "wording", "imprint"},
    "store": {"records", "wording"},
    "casework": {"store", "records", "wording", "marks", "echoes", "intake"},
    "report": {"store", "records", "wording"},
    "exports": {"report", "records", "wording", "imprint"},
    "sandbox": {"intake"},
    "web": {
        *{"casework", "store", "records", "wording", "marks", "echoes", "report", "intake", "sandbox", "exports"},
    },
    "cli": {"casework", "store", "records", "wording", "echoes", "report", "intake", "sandbox", "exports", "web"},
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


def _commands() -> list[click.Command]:
    return list(cli.main.commands.values())


@pytest.mark.parametrize("command", _commands(), ids=lambda c: c.name)
def test_every_command_has_help_with_an_example(command):
    assert "Example: python -m hearing" in (command.help or "")


def test_every_enum_value_has_a_danish_label():
    enums = [e for _, e in inspect.getmembers(records, inspect.isclass) if issubclass(e, records.Labelled)]
    assert len(enums) > 4
    for enum in enums:
        for member in enum:
            assert member.label.strip(), f"{member!r} has no label"


def test_every_route_is_listed_in_one_place(app):
    listed = {(rule, method) for method, rule, _ in routes.ROUTES}
    for rule in app.url_map.iter_rules():
        if rule.endpoint != "static":
            for method in rule.methods - {"HEAD", "OPTIONS"}:
                assert (rule.rule, method) in listed


def test_every_page_has_its_template(app):
    for method, _, view in routes.ROUTES:
        source = inspect.getsource(view)
        if method == "GET" and "render_template(" in source:
            noun = view.__module__.rpartition(".")[2]
            assert (ROOT / "templates" / noun / f"{view.__name__.rstrip('_')}.html").exists()
