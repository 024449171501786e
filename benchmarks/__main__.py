"""``python -m benchmarks [NAME …]``: run all benchmarks, or the named ones."""

import importlib
import pkgutil
import sys

import benchmarks


def main(names: list[str]) -> None:
    """Print every figure as it is measured."""
    found = sorted(m.name for m in pkgutil.iter_modules(benchmarks.__path__) if not m.name.startswith("_"))
    for name in names or found:
        print(f"\n{name}")
        for figure in importlib.import_module(f"benchmarks.{name}").run():
            print(f"  {figure}", flush=True)


main(sys.argv[1:])
