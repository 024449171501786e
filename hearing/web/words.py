"""What templates may say: dates, counts and labels in Danish."""

from datetime import date

from flask import Flask

_MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)


def danish_date(day: date | None) -> str:
    """ "3. maj 2026", and nothing for no date."""
    return f"{day.day}. {_MONTHS[day.month - 1]} {day.year}" if day else ""


def count(number: int, one: str, many: str) -> str:
    """ "1 bemærkning", "2.150 bemærkninger"."""
    return f"{number:,} {one if number == 1 else many}".replace(",", ".")


def register(app: Flask) -> None:
    """Make them filters."""
    app.jinja_env.filters.update(danish_date=danish_date, count=count)
