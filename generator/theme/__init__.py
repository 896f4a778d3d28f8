"""Design tokens and masters, read from a theme folder."""
