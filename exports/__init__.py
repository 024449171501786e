"""The documents: one module each, from a Report to a file, and the paper they are printed on."""
