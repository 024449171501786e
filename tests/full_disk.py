"""What the program does on a disk that is full, and after somebody has made room.

Run by test_full_disk.py as ``python -m tests.full_disk FOLDER``, where FOLDER is a small disk of its own; prints
what happened as JSON.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from hearing.casework import demonstration
from hearing.records import By
from hearing.store import points, schema
from hearing.web import create_app
from tests.pages import filled

TYPED = "Skrevet med omhu, mens disken løb fuld"
FORMATS = ("docx", "xlsx", "csv", "json")


class Disk:
    """The program with its database, its temporary files and its documents on the one small disk."""

    def __init__(self, folder: Path):
        self.folder, self.filler = folder, folder / "filler"
        self.documents, self.temporary = folder / "documents", folder / "temporary"
        self.documents.mkdir()
        self.temporary.mkdir()
        tempfile.tempdir = os.environ["TMPDIR"] = str(self.temporary)
        self.path, self.table, self.copy = folder / "hearing.db", folder / "table.json", folder / "saved.db"
        self.db = schema.open(self.path)
        demonstration.load(self.db, By("abc"))
        app = create_app(self.path)
        self.client = app.test_client()
        with self.client.session_transaction() as session:
            session.update(initials="abc", csrf="token")

    def fill(self) -> None:
        """Take all the room that is left."""
        with self.filler.open("wb", buffering=0) as file:
            try:
                while file.write(bytes(4096)):
                    pass
            except OSError:
                return

    def command(self, *words: str) -> list:
        """Exit status and what is said on stderr."""
        command = [sys.executable, "-m", "hearing", "--db", str(self.path), *words]
        done = subprocess.run(command, capture_output=True, text=True)
        return [done.returncode, done.stderr]

    def tried(self) -> dict[str, list]:
        """What every way to write something answers: status and words."""
        answers = {
            "save": self.post("/points/1", self.form),
            "letter": self.upload("/parties/1/responses", 40_000),
        }
        answers["large letter"] = self.upload("/parties/1/responses", 700_000)
        answers["table"] = self.upload("/imports", 0)
        answers["template"] = self.post("/hearings/1/documents", {"sort": "row"})
        for kind in FORMATS:
            answers[f"fetch {kind}"] = self.get(f"/hearings/1/documents/{kind}")
            file = str(self.documents / f"table.{kind}")
            answers[f"export {kind}"] = self.command("export", "handling-table", "1", "-o", file)
        answers["import"] = self.command("import", str(self.table), "--title", "Plan")
        answers["backup"] = self.command("backup", str(self.documents / "copy.db"))
        return answers

    def get(self, address: str) -> list:
        answer = self.client.get(address, buffered=True)
        return [answer.status_code, answer.text if answer.mimetype == "text/html" else ""]

    def post(self, address: str, fields: dict) -> list:
        answer = self.client.post(address, data={"csrf_token": "token", **fields}, buffered=True)
        return [answer.status_code, answer.text if answer.mimetype == "text/html" else ""]

    def upload(self, address: str, size: int) -> list:
        """Send a letter of so many characters, or a table, with something typed beside it."""
        content, name = (b"x" * size, "brev.txt") if size else (_TABLE, "tabel.json")
        typed = {"csrf_token": "token", "document_number": TYPED, "title": TYPED, "with_remarks": "True"}
        part = '--x\r\nContent-Disposition: form-data; name="{}"{}\r\n\r\n'
        body = "".join(part.format(name, "") + f"{value}\r\n" for name, value in typed.items())
        body += part.format("file", f'; filename="{name}"')
        # As bytes: the test's client, too, would write a large form to the disk first.
        sent = body.encode() + content + b"\r\n--x--\r\n"
        answer = self.client.post(address, data=sent, content_type="multipart/form-data; boundary=x")
        return [answer.status_code, answer.text]

    def files(self) -> list[str]:
        """Every file on the disk, the filler apart."""
        found = (str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file())
        return sorted(set(found) - {"filler"})

    def run(self) -> dict:
        """The whole story."""
        self.form = filled(self.client.get("/points/1").text, "/points/1") | {"comment": TYPED * 500}
        self.table.write_bytes(_TABLE)
        self.command("backup", str(self.copy))
        before = self.files()
        self.fill()
        full = self.tried() | {"restore": self.command("restore", str(self.copy))}
        told = {"full": full, "left": sorted(set(self.files()) - set(before))}
        told["sound"] = self.db.execute("pragma integrity_check").fetchone()[0]
        told["version"] = points.find(self.db, 1).version
        self.filler.unlink()
        self.form = filled(full["save"][1], "/points/1")
        told["again"] = self.tried()
        told["saved"] = points.find(self.db, 1).comment == TYPED * 500
        return told


_TABLE = json.dumps({"rows": [{"party": "Rådet", "summary": "Et ønske " * 2000, "label": "a"}]}).encode()

if __name__ == "__main__":
    print(json.dumps(Disk(Path(sys.argv[1])).run()))
