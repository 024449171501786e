"""``python -m hearing``."""

from hearing.cli import main

main(prog_name="python -m hearing")
