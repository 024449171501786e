"""The hearing tracker: from the letters of a public hearing to the handling table that is published.

The rooms, and who may import whom (``tests/test_house.py`` holds this):

- ``records``   frozen dataclasses and enums with their Danish labels         imports nothing of ours
- ``wording``   pure: what happens to any text from outside; folding          imports nothing of ours
- ``marks``     pure: the marks of new text, as a person types them              imports nothing of ours
- ``echoes``    pure: what texts share, and the words that set them apart      records, wording
- ``imprint``   pure: what our own printed tables look like, to print them and to read them back
- ``intake``    pure: bytes -> the rows of a handling table                    records, wording, imprint
- ``store``     the only room that knows SQL; functions take ``db``            records, wording
- ``casework``  every verb that writes: check -> one transaction -> event      store and all of these
- ``report``    everything a document needs, in document order                 store, records
- ``exports``   (top level) one module per document                            records, wording, imprint, report
- ``sandbox``   reads a file from outside in a child process with limits       intake
- ``cli``       click: parses, then the same verbs as the web
- ``web``       the only room that knows Flask and WTForms

Direction: web, cli -> casework -> store -> records; web, cli -> report -> exports.
A read that needs no rule goes web -> store.
"""
