"""How far a point is, in other authorities' words."""

from hearing.enums import Status
from hearing.wording import fold

_WORDS = {
    Status.NEW: ("ny", "åben", "udestår", "ikke påbegyndt", "afventer", "modtaget"),
    Status.STARTED: ("i gang", "igang", "igangværende", "under behandling", "påbegyndt", "i proces", "kladde"),
    Status.FOR_APPROVAL: ("til godkendelse", "afventer godkendelse", "udkast", "til politisk behandling"),
    Status.DONE: ("færdig", "afsluttet", "lukket", "behandlet", "færdigbehandlet", "godkendt", "gennemført", "ok"),
}
_STATUS = {word: status for status, words in _WORDS.items() for word in words}


def read(text: str) -> Status | None:
    """The status that a cell says; None if it says another thing."""
    return _STATUS.get(fold(text).strip(" ."))
