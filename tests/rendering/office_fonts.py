"""Lets LibreOffice set Georgia in its open twin, which no package of the system brings.

`python -m tests.rendering.office_fonts FILE` writes the configuration for programs that are called otherwise.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

GELASIO = Path(__file__).resolve().parents[2] / "templates" / "fonts" / "gelasio"
CONFIGURATION = f"""<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{GELASIO}</dir>
  <match target="pattern">
    <test name="family"><string>Georgia</string></test>
    <edit name="family" mode="assign" binding="same"><string>Gelasio</string></edit>
  </match>
</fontconfig>
"""


def environment(folder: Path) -> dict[str, str]:
    """The environment of a program that is to find the font; the configuration is written into `folder`."""
    config = folder / "fonts.conf"
    config.write_text(CONFIGURATION, encoding="utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(config)}


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(CONFIGURATION, encoding="utf-8")
