"""The workbook behind a chart: text stays text, no formulas, no links, the same bytes every time."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

from xlsxwriter import Workbook

from generator.page.items import ChartItem

_TEXT_ONLY = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def workbook(item: ChartItem, made: date) -> bytes:
    """Return an .xlsx with the categories in column A and the series in column B of `Sheet1`."""
    held = BytesIO()
    book = Workbook(held, _TEXT_ONLY)
    book.set_properties({"created": datetime(made.year, made.month, made.day)})  # noqa: DTZ001 - stamped as UTC by the writer
    sheet = book.add_worksheet("Sheet1")
    shown = book.add_format({"num_format": item.number_format})
    sheet.set_column(0, 0, max((len(datum.category) for datum in item.data), default=10) + 2)
    sheet.write_string(0, 1, item.series)
    for row, datum in enumerate(item.data, 1):
        sheet.write_string(row, 0, datum.category)
        sheet.write_number(row, 1, datum.value, shown)
    book.close()
    return held.getvalue()
