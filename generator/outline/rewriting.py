"""Rewrite a template's tree before it is compiled: each piece of output knows its line, each step is paid for.

What the bounds cannot hold is refused here, at its line.
"""

from __future__ import annotations

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.visitor import NodeTransformer

from generator.outline.marks import mark, marked

DEEPEST = 60
"""How deep a template's tree may be: longer sums, chains of attributes and brackets are refused."""
DEEPEST_BLOCKS = 12
"""How deep loops, conditions, macros and blocks may stand in each other."""
STATEMENTS = (nodes.For, nodes.If, nodes.Macro, nodes.CallBlock, nodes.Block, nodes.AssignBlock, nodes.With)
REFUSED: tuple[tuple[type[nodes.Node], str], ...] = (
    (nodes.Dict, "a mapping cannot be written in a template; give macros plain arguments"),
    (nodes.FilterBlock, "a filter works on values here, not on blocks; write {{ value|filter }}"),
    (nodes.ScopedEvalContextModifier, "autoescape has no meaning here; values are always written as they are"),
)
SPECIAL = ("varargs", "kwargs")
Body = nodes.Template | nodes.For | nodes.Macro | nodes.CallBlock | nodes.Block
"""What holds statements that may run more than once."""


class RefusedError(TemplateSyntaxError):
    """Right Jinja2 that templates may not use here."""


class Rewriter(NodeTransformer):
    """Rewrites the tree of one template."""

    def __init__(self, number: int, name: str | None, filename: str | None) -> None:
        self.number = number
        """The template's number in marks."""
        self.place = (name, filename)
        self.depth = 0
        self.blocks = 0

    def visit(self, node: nodes.Node, *args: object, **kwargs: object) -> nodes.Node | list[nodes.Node]:
        """A node rewritten, from the inside out. Raises RefusedError."""
        self._check(node)
        cost = sum(1 for statement in node.body for _ in statement.find_all(nodes.Node)) if isinstance(node, Body) else 0
        is_block = isinstance(node, STATEMENTS)
        self.depth, self.blocks = self.depth + 1, self.blocks + is_block
        if self.depth > DEEPEST or self.blocks > DEEPEST_BLOCKS:
            self._refuse("the template is nested too deep here; write it flatter, or use macros", node)
        self.generic_visit(node)
        self.depth, self.blocks = self.depth - 1, self.blocks - is_block
        if isinstance(node, Body):
            node.body = [_statement("_spend", cost + 1, node.lineno or 1), *node.body]
        return self._rewritten(node)

    def _check(self, node: nodes.Node) -> None:
        refused = next((why for kind, why in REFUSED if isinstance(node, kind)), None)
        if refused:
            self._refuse(refused, node)
        if isinstance(node, nodes.Filter) and node.name.startswith("_"):  # those put in here are nobody else's
            self._refuse(f"there is no filter {node.name!r}", node)
        if isinstance(node, nodes.Name) and node.ctx == "load" and node.name in SPECIAL:
            self._refuse(f"{node.name!r} cannot be used here; name the macro's arguments", node)

    def _rewritten(self, node: nodes.Node) -> nodes.Node | list[nodes.Node]:
        match node:
            case nodes.Output():
                node.nodes = [new for piece in node.nodes for new in self._marked(piece)]
            case nodes.AssignBlock():  # what is kept in a name is a text, not output
                node.filter = _filter(node.filter, "_plain", node.lineno)
            case nodes.For():
                node.iter = _filter(node.iter, "_steps", node.lineno)
            case nodes.Compare():
                node.expr = _plain(node.expr)
                for operand in node.ops:
                    operand.expr = _plain(operand.expr)
            case nodes.Include() | nodes.Import() | nodes.FromImport():
                return [_statement("_enter", 0, node.lineno), node, _statement("_leave", 0, node.lineno)]
            case nodes.Extends():
                return [_statement("_extend", 0, node.lineno), node]
            case nodes.Concat():
                return _filter(nodes.List(node.nodes, lineno=node.lineno), "_joined", node.lineno)
            case nodes.List():
                return _filter(node, "_flat", node.lineno)
            case nodes.Tuple() if node.ctx == "load":
                return _filter(node, "_flat", node.lineno)
        return node

    def _marked(self, piece: nodes.Expr) -> list[nodes.Expr]:
        """A piece of output, with marks of the lines that write it."""
        if isinstance(piece, nodes.TemplateData):
            return [nodes.TemplateData(marked(piece.data, self.number, piece.lineno), lineno=piece.lineno)]
        return [nodes.TemplateData(mark(self.number, piece.lineno), lineno=piece.lineno), piece]

    def _refuse(self, message: str, node: nodes.Node) -> None:
        name, filename = self.place
        raise RefusedError(message, node.lineno or 1, name, filename)


def _plain(value: nodes.Expr) -> nodes.Expr:
    """What a macro wrote, compared as a text without marks."""
    return _filter(value, "_plain", value.lineno) if isinstance(value, nodes.Call) else value


def _filter(value: nodes.Node | None, name: str, lineno: int) -> nodes.Filter:
    return nodes.Filter(value, name, [], [], None, None, lineno=lineno)


def _statement(name: str, value: int, lineno: int) -> nodes.Node:
    """A statement that only calls one of the filters put in here."""
    return nodes.ExprStmt(_filter(nodes.Const(value, lineno=lineno), name, lineno), lineno=lineno)
