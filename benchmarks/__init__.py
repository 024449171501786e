"""What ``make bench`` measures: speed and memory as ratios against a named peer in the same run.

Each module has ``run()``, which yields ``Figure``s. Absolute times are printed too, but this is for the reader:
machines are noisy, ratios are not.
"""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass

FULL = "BENCHMARKS_FULL"
"""The variable of the environment that is set if nothing shall be measured in part."""


def full() -> bool:
    """Whether everything shall be measured whole, however long it takes."""
    return FULL in os.environ


@dataclass(frozen=True)
class Figure:
    """One measured figure and, where the project has one, the goal it is held against."""

    name: str
    value: float
    unit: str
    goal: str = ""
    reached: bool | None = None

    def __str__(self) -> str:
        mark = {True: "ok", False: "MISSED", None: ""}[self.reached]
        return f"{self.name:<72} {self.value:>10.3g} {self.unit:<8} {self.goal:<16} {mark}"


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """The median of CPU seconds that ``work`` takes in this process."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return sorted(taken)[len(taken) // 2]


def at_most(name: str, value: float, limit: float, unit: str = "x") -> Figure:
    """A figure that should not pass ``limit``."""
    return Figure(name, value, unit, f"<= {limit:g}", value <= limit)


def at_least(name: str, value: float, limit: float, unit: str = "x") -> Figure:
    """A figure that should reach ``limit``."""
    return Figure(name, value, unit, f">= {limit:g}", value >= limit)
