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


class Rewriter(NodeTransformer):
    """Rewrites the tree of one template."""

    def __init__(self, number: int, name: str | None, filename: str | None) -> None:
        self.number = number
        """The template's number in marks."""
        self.place = (name, filename)
        self.depth = 0
        self.blocks = 0

    def visit(self, node: nodes.Node, *args: object, **kwargs: object) -> object:
        """Rewrite a node. Raises TemplateSyntaxError for what is refused."""
        refused = next((why for kind, why in REFUSED if isinstance(node, kind)), None)
        if refused:
            self._refuse(refused, node)
        is_block = isinstance(node, STATEMENTS)
        self.depth, self.blocks = self.depth + 1, self.blocks + is_block
        if self.depth > DEEPEST or self.blocks > DEEPEST_BLOCKS:
            self._refuse("the template is nested too deep here; write it flatter, or use macros", node)
        made = super().visit(node, *args, **kwargs)
        self.depth, self.blocks = self.depth - 1, self.blocks - is_block
        return made

    def visit_Template(self, node: nodes.Template) -> nodes.Node:
        """Pay for its statements."""
        return self._paid(node)

    visit_For = visit_Macro = visit_CallBlock = visit_Block = visit_Template

    def visit_Output(self, node: nodes.Output) -> nodes.Node:
        """Mark each piece with the line that wrote it."""
        self.generic_visit(node)
        pieces: list[nodes.Expr] = []
        for piece in node.nodes:
            if isinstance(piece, nodes.TemplateData):
                text = marked(piece.data, self.number, piece.lineno)
                pieces.append(nodes.TemplateData(text, lineno=piece.lineno))
            else:
                pieces.append(nodes.TemplateData(mark(self.number, piece.lineno), lineno=piece.lineno))
                pieces.append(piece)
        node.nodes = pieces
        return node

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.Node:
        """What is kept in a name is a text, not output: no marks."""
        self.generic_visit(node)
        node.filter = _filter(node.filter, "_plain", node.lineno)
        return node

    def visit_Include(self, node: nodes.Stmt) -> list[nodes.Node]:
        """Count how deep templates stand in each other."""
        self.generic_visit(node)
        return [_statement("_enter", 0, node.lineno), node, _statement("_leave", 0, node.lineno)]

    visit_Import = visit_FromImport = visit_Include

    def visit_Extends(self, node: nodes.Extends) -> list[nodes.Node]:
        """Count how many templates extend each other."""
        self.generic_visit(node)
        return [_statement("_extend", 0, node.lineno), node]

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        """Join within bounds."""
        self.generic_visit(node)
        return _filter(nodes.List(node.nodes, lineno=node.lineno), "_joined", node.lineno)

    def visit_List(self, node: nodes.List) -> nodes.Node:
        """A list holds plain values only."""
        self.generic_visit(node)
        return _filter(node, "_flat", node.lineno)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:
        """A tuple holds plain values only, where it is one and not a list of names to assign to."""
        self.generic_visit(node)
        return node if node.ctx == "store" else _filter(node, "_flat", node.lineno)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:
        """What a macro wrote is compared as a text, without marks."""
        self.generic_visit(node)
        if isinstance(node.expr, nodes.Call):
            node.expr = _filter(node.expr, "_plain", node.lineno)
        for operand in node.ops:
            if isinstance(operand.expr, nodes.Call):
                operand.expr = _filter(operand.expr, "_plain", node.lineno)
        return node

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:
        """The filters put in here are nobody else's."""
        if node.name.startswith("_"):
            self._refuse(f"No filter named {node.name!r}.", node)
        return self.generic_visit(node)

    def visit_Name(self, node: nodes.Name) -> nodes.Node:
        """Only the arguments a macro names."""
        if node.ctx == "load" and node.name in SPECIAL:
            self._refuse(f"{node.name!r} cannot be used here; name the macro's arguments", node)
        return node

    def _paid(self, node: nodes.Template | nodes.For | nodes.Macro | nodes.CallBlock | nodes.Block) -> nodes.Node:
        cost = sum(1 for statement in node.body for _ in statement.find_all(nodes.Node))
        self.generic_visit(node)
        if isinstance(node, nodes.For):
            node.iter = _filter(node.iter, "_steps", node.lineno)
        lineno = node.lineno or 1
        node.body = [_statement("_spend", cost + 1, lineno), *node.body]
        return node

    def _refuse(self, message: str, node: nodes.Node) -> None:
        name, filename = self.place
        raise TemplateSyntaxError(message, node.lineno or 1, name, filename)


def _filter(value: nodes.Expr | None, name: str, lineno: int) -> nodes.Filter:
    return nodes.Filter(value, name, [], [], None, None, lineno=lineno)


def _statement(name: str, value: int, lineno: int) -> nodes.ExprStmt:
    """A statement that only calls one of the filters put in here."""
    return nodes.ExprStmt(_filter(nodes.Const(value, lineno=lineno), name, lineno), lineno=lineno)
