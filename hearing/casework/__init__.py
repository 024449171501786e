"""Every verb that writes. One module per noun; each verb checks, opens one transaction, and leaves one event.

A verb that adds returns the new record's id; any other returns its event's, None where nothing changed.
"""
