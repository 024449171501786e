"""The files of responses, given back as they came and never shown inside a page."""

from io import BytesIO

from flask import send_file

from hearing.store import files
from hearing.web.database import db, found
from hearing.web.guard import POLICY


def show(id: int):
    """The file, to be saved: whatever it holds, the browser runs nothing of it."""
    file = found(files.find(db(), id))
    answer = send_file(
        BytesIO(files.content(db(), id)),
        mimetype=file.media_type,
        as_attachment=True,
        download_name=file.name,
        etag=False,
    )
    answer.headers["Content-Security-Policy"] = f"{POLICY}; sandbox"
    return answer
