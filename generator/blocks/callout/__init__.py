"""A remark beside or below the main block: a rule of thumb, a request, a word explained, a note, a warning."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from generator.block import Block, Flow, Overflow, Part, Placed
from generator.blocks.callout.bar import place_bar
from generator.blocks.callout.panel import place_panel
from generator.blocks.callout.sheet import flow_panel
from generator.blocks.callout.tone import Pair, Remark, Tone
from generator.geometry import Box, Length
from generator.kit import Kit
from generator.notation.inline import Text
