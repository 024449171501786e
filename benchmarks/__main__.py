"""``python -m benchmarks [--full] [NAME …]``: run all benchmarks, or the named ones.

``--full`` measures whole what is otherwise measured in part, for those who have the time.
"""

import importlib
import os
import pkgutil
import sys

import benchmarks


def main(names: list[str]) -> None:
    """Print every figure as it is measured."""
    if "--full" in names:
        os.environ[benchmarks.FULL] = "1"
        names = [name for name in names if name != "--full"]
    found = sorted(m.name for m in pkgutil.iter_modules(benchmarks.__path__) if not m.name.startswith("_"))
    for name in names or found:
        print(f"\n{name}")
        for figure in importlib.import_module(f"benchmarks.{name}").run():
            print(f"  {figure}", flush=True)


main(sys.argv[1:])
