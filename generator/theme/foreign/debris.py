"""Text that somebody left on a master by mistake: a placeholder's prompt in an ordinary box, which would show on every slide."""

from __future__ import annotations

from generator.theme.foreign.markup import Element, every
from generator.theme.foreign.shapes import Shape, shapes

_PROMPTS = (
    "click to edit master",
    "click to edit the",
    "click to add",
    "textmasterformat",
    "mastertextformat",
    "mastertitelformat",
    "titelmasterformat",
    "formatvorlagen des textmasters",
    "modifiez les styles du texte du masque",
    "modifiez le style du titre",
    "haga clic para modificar",
    "fare clic per modificare",
    "clique para editar",
    "klik om",
    "образец заголовка",
    "образец текста",
    "单击此处编辑母版",
    "マスター テキストの書式設定",
    "마스터 텍스트 스타일",
)
"""How prompts begin, in lower case, as office programs write them in several languages."""


def is_debris(shape: Shape) -> bool:
    """Whether a shape is no placeholder but reads like the prompt of one."""
    if shape.kind != "sp" or shape.placeholder is not None:
        return False
    first = next(every(shape.root, "p:txBody/a:p"), None)
    text = "".join(part.text or "" for part in first.iter("{*}t")) if first is not None else ""
    return text.strip().lower().startswith(_PROMPTS)


def debris(root: Element) -> list[Element]:
    """The shapes of a master or layout that are such leftovers."""
    return [shape.root for shape in shapes(root) if is_debris(shape)]
