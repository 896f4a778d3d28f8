"""Records: strict, frozen models of what an author wrote, each knowing its place in the text.

`Located` is what the YAML reader hands over: a mapping with its span. A `Record` picks the span up while it is validated.
"""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, SkipValidation, ValidationError, model_validator

from generator.errors import Findings
from generator.notation.faults import diagnostics
from generator.notation.tree import Located, Tree
from generator.source import NOWHERE, Span

__all__ = ["Located", "Record", "read_record"]


class Record(BaseModel):
    """What stands under one YAML mapping. Unknown keys and wrong types are errors; values never change."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, arbitrary_types_allowed=True, populate_by_name=True, allow_inf_nan=False
    )

    span: Annotated[Span, SkipValidation] = Field(default=NOWHERE, repr=False, validation_alias="\0span")

    @model_validator(mode="before")
    @classmethod
    def _take_span(cls, data: object) -> object:
        if isinstance(data, Located):
            return {**data, "\0span": data.span}
        return data


R = TypeVar("R", bound=Record)


def read_record(tree: Tree, model: type[R], findings: Findings) -> R | None:
    """The record written in `tree`; None and findings (C004 to C007), each at its line and column, where it is not one."""
    try:
        return model.model_validate(tree.value, by_alias=True, by_name=False)
    except ValidationError as error:
        findings.items.extend(diagnostics(error.errors(include_url=False), tree, model))
        return None
