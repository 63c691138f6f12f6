"""Files as people send them, made in a test."""

from io import BytesIO

import openpyxl

HEAD = ["收支", "日期", "事由", "金额（元）", "票据号", "对方", "批准依据", "决议编号"]


def book(*rows, title="收支账", change=None):
    """Return a workbook of one page; `change` gets the page before it is saved."""
    made = openpyxl.Workbook()
    page = made.worksheets[0]
    page.title = title
    for row in rows:
        page.append(row)
    if change:
        change(page)
    into = BytesIO()
    made.save(into)
    return into.getvalue()


def accounts(count):
    """Return the rows of accounts of so many lines that add up."""
    lines = [
        ["支出", f"2026-10-{1 + n % 30:02}", f"第{n}项 楼道灯更换", 1.25, f"B{n}", "灯具店"]
        for n in range(count)
    ]
    return [HEAD, ["期初", "", "", 100_000], *lines, ["期末", "", "", 100_000 - 1.25 * count]]
