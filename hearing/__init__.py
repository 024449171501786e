"""The hearing tracker: from the letters of a public hearing to the handling table that is published.

The rooms, and who may import whom (``tests/test_house.py`` holds this):

- ``enums``     the closed lists of values, with their Danish labels         nothing of ours
- ``records``   frozen dataclasses of plain values                           enums
- ``wording``   pure: what happens to any text from outside; folding         nothing of ours
- ``marks``     pure: the marks of new text, stored and typed                nothing of ours
- ``mentions``  pure: live references from a comment to other points        the plain rooms, marks
- ``imprint``   pure: what our own printed tables look like, both ways       nothing of ours
- ``echoes``    pure: what texts share, and the words that set them apart    the plain rooms
- ``intake``    pure: bytes -> the rows of a handling table                  the plain rooms, imprint, echoes
- ``store``     the only room that knows SQL; functions take ``db``          the plain rooms, mentions, echoes
- ``likeness``  which points of a hearing are alike, held in memory          store, echoes, the plain rooms
- ``casework``  every verb that writes: check -> one transaction -> event    store and all of these
- ``report``    everything a document needs, in document order               store, imprint, mentions, echoes
- ``exports``   (top level) one module per document                          report, imprint, marks, plain rooms
- ``sandbox``   reads a file from outside in a child process with limits     intake
- ``cli``       click: parses, then the same verbs as the web
- ``web``       the only room that knows Flask and WTForms

The plain rooms, which everybody may import, are ``enums``, ``records`` and ``wording``.
Direction: web, cli -> casework -> store -> records; web, cli -> report -> exports.
A read that needs no rule goes web -> store.
"""
