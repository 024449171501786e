"""What templates may say: dates, counts and numbers in Danish."""

from datetime import date, datetime

from flask import Flask

from hearing.mentions import plain
from hearing.wording import count, danish_date, thousands


def moment(at: datetime) -> str:
    """ "3. maj 2026 kl. 14.05", by the clock of the machine."""
    local = at.astimezone()
    return f"{danish_date(local.date())} kl. {local:%H.%M}"


def time_left(deadline: date) -> str:
    """How long there is to a deadline, or how long ago it was."""
    days = (deadline - date.today()).days
    if days == 0:
        return "Fristen er i dag"
    if days < 0:
        return f"Fristen var for {count(-days, 'dag', 'dage')} siden"
    return f"{count(days, 'dag', 'dage')} til fristen"


def register(app: Flask) -> None:
    """Make them filters."""
    app.jinja_env.filters.update(
        called=plain, danish_date=danish_date, count=count, moment=moment, number=thousands, time_left=time_left
    )
