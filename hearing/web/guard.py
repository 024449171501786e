"""What every request must pass, and the headers that every answer carries."""

from urllib.parse import urlsplit

from flask import Flask, Response, abort, redirect, request, session, url_for

POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
_WITHOUT_INITIALS = {"static", "session.initials", "session.set_initials"}


def register(app: Flask) -> None:
    """Check every request, dress every answer."""
    app.before_request(_refuse_foreign_posts)
    app.before_request(_ask_for_initials)
    app.after_request(_add_headers)


def _refuse_foreign_posts() -> None:
    """A POST that another site made is refused; the form token is checked by the form itself."""
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        abort(403)
    origin = request.headers.get("Origin")
    if origin and (origin == "null" or urlsplit(origin).netloc != request.host):
        abort(403)


def _ask_for_initials():
    """Once per browser: events need a name."""
    if request.endpoint in _WITHOUT_INITIALS or request.endpoint is None or "initials" in session:
        return None
    if request.method == "GET":
        return redirect(url_for("session.initials", next=request.full_path.rstrip("?")))
    return None


def _add_headers(response: Response) -> Response:
    response.headers.setdefault("Content-Security-Policy", POLICY)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["X-Frame-Options"] = "DENY"
    if request.endpoint != "static":
        response.headers["Cache-Control"] = "no-store"
    return response
