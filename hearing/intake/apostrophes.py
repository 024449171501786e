"""The leading apostrophe by which spreadsheets are told that a text is a text and no formula."""

_SIGNS = tuple("=+-@\t\r\n'")


def without(text: str) -> str:
    """The text without the apostrophe that guards it: one before a formula's sign or before another one."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_SIGNS) else text
