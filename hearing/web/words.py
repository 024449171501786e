"""What templates may say: dates, counts and labels in Danish."""

from flask import Flask

from hearing.wording import count, danish_date


def register(app: Flask) -> None:
    """Make them filters."""
    app.jinja_env.filters.update(danish_date=danish_date, count=count)
