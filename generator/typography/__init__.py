"""Measured text: faces cut from variable fonts, advance widths, line breaking, fitting."""
