"""The command line: parses, then the same verbs as the web. One module per noun, as everywhere."""

from hearing.cli import backups, exports, hearings, imports, serve
from hearing.cli.frame import main

__all__ = ["backups", "exports", "hearings", "imports", "main", "serve"]
