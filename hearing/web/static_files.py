"""The program's own css and js: addresses that change with the content, so that a browser may keep them."""

import hashlib
from functools import cache
from pathlib import Path

from flask import Flask, Response, request

STATIC = Path(__file__).resolve().parents[1] / "static"


@cache
def _fingerprint(name: str, _changed: int) -> str:
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]


def fingerprint(name: str) -> str | None:
    """A short hash of the file's content; None where there is no such file."""
    try:
        return _fingerprint(name, (STATIC / name).stat().st_mtime_ns)
    except (OSError, ValueError):
        return None


def stylesheets() -> list[str]:
    """Every component's css; the tokens first, paper last."""
    names = sorted(path.name for path in STATIC.glob("css/*.css"))
    names.sort(key=lambda name: (name == "print.css", name != "base.css"))
    return [f"css/{name}" for name in names]


def register(app: Flask) -> None:
    """Put the fingerprint into every address, and let a fingerprinted answer be kept for good."""
    app.jinja_env.globals["stylesheets"] = stylesheets

    @app.url_defaults
    def add_fingerprint(endpoint: str, values: dict) -> None:
        if endpoint == "static" and "v" not in values:
            values["v"] = fingerprint(values["filename"])

    @app.after_request
    def keep(response: Response) -> Response:
        if request.endpoint == "static" and response.status_code in (200, 304):
            asked = request.args.get("v")
            right = asked is not None and asked == fingerprint(request.view_args["filename"])
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if right else "no-cache"
        return response
