"""The pages a caseworker works in, at 100,000 points: list, filter with counts, search."""
