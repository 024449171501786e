"""Pure: texts -> what they share and what sets them apart."""
