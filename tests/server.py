"""The program as a process of its own, for tests that kill it or work beside it."""

import http.client
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

from hearing.web import create_app


def cookie(path: Path) -> str:
    """The cookie of a browser whose person has given initials; its form token is "token"."""
    client = create_app(path).test_client()
    with client.session_transaction() as session:
        session.update(initials="abc", csrf="token")
    return client.get_cookie("hearing").value


class Server:
    """A server on a free port, which answers when it has been made."""

    def __init__(self, path: Path, cookie: str):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.cookie = cookie
        command = [sys.executable, "-m", "hearing", "--db", str(path), "serve", "--port", str(self.port)]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(600):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.02)
        raise AssertionError("the server did not start")

    def save(self, id: int, version: int, page: int) -> bool:
        """Save a point that stands at ``version``; whether the server said that it is saved."""
        typed = {"version": version, "summary": "x", "page": page, "status": "ny", "theme": "", "decision": ""}
        body = urlencode({"csrf_token": "token", **typed})
        kind = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": f"hearing={self.cookie}"}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)) as link:
            link.request("POST", f"/points/{id}", body, kind)
            with link.getresponse() as answer:
                return answer.status == 303

    def kill(self) -> None:
        """As a power cut would: without a chance to say goodbye."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
