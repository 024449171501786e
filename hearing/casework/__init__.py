"""Every verb that writes. One module per noun; each verb checks, opens one transaction, and leaves one event."""
