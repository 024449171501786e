"""The command line: parses, then the same verbs as the web. One module per noun, as everywhere."""

from hearing.cli import backups, demonstration, echoes, exports, hearings, imports, serve
from hearing.cli.frame import main

__all__ = ["backups", "demonstration", "echoes", "exports", "hearings", "imports", "main", "serve"]
