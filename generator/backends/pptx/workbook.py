"""The workbook behind a chart: text stays text, no formulas, no links, the same bytes every time."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

from xlsxwriter import Workbook

from generator.page.items import ChartItem

_TEXT_ONLY = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def workbook(item: ChartItem, made: date) -> bytes:
    """Return an .xlsx with the categories in column A of `Sheet1` and a series in each column from B on; gaps are empty."""
    held = BytesIO()
    book = Workbook(held, _TEXT_ONLY)
    book.set_properties({"created": datetime(made.year, made.month, made.day)})  # noqa: DTZ001 - stamped as UTC by the writer
    sheet = book.add_worksheet("Sheet1")
    shown = book.add_format({"num_format": item.number_format})
    sheet.set_column(0, 0, max(map(len, item.categories), default=10) + 2)
    for row, category in enumerate(item.categories, 1):
        sheet.write_string(row, 0, category)
    for column, series in enumerate(item.series, 1):
        sheet.write_string(0, column, series.name)
        for row, datum in enumerate(series.data, 1):
            if datum.value is not None:
                sheet.write_number(row, column, datum.value, shown)
    book.close()
    return held.getvalue()
