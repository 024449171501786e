"""What a verb answers when it may not be done."""


class Refused(Exception):
    """The verb is refused. The message is one Danish sentence; ``field`` names the form's field it belongs to."""

    def __init__(self, sentence: str, field: str = ""):
        super().__init__(sentence)
        self.field = field
