"""What a verb answers when it may not be done."""


class Refused(Exception):
    """The verb is refused. The message is one Danish sentence; ``field`` names the form's field it belongs to."""

    def __init__(self, sentence: str, field: str = ""):
        super().__init__(sentence)
        self.field = field


class Overtaken(Refused):
    """The verb is refused because of what somebody else did since the person looked; it says who, and what."""


def has_points(what: str, count: int) -> Refused:
    """The refusal to remove something that has points."""
    if count == 1:
        return Refused(f"{what} har 1 bemærkning i tabellen. Slet eller flyt den først.")
    return Refused(f"{what} har {count} bemærkninger i tabellen. Slet eller flyt dem først.")
