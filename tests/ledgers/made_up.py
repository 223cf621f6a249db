"""Made-up workbooks, plain and odd, for the tests of ledgers."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import xlsxwriter

HEADINGS = ("编号", "登记时间", "小区", "当事人", "联系电话", "纠纷类型", "简要情况", "处理结果")
ROWS = (
    ("1", "2026/3/2 9:05:00", "阳光花园", "王某", "13800000001", "停车", "地锁占用车位", "已调解"),
    ("2", "2026年3月3日", "柳园小区", "李某", "0635-8200000", "物业", "楼道堆放杂物", ""),
    ("3", "2026-03-04", "柳园小区", "赵某", "", "噪音", "夜间装修噪音扰民", "已约请双方"),
)
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
BOOK = "xl/workbook.xml"
DEFLATED = zipfile.ZIP_DEFLATED


def workbook(
    rows: Sequence[Sequence[object]] = ROWS,
    *,
    headings: Sequence[str] = HEADINGS,
    draw: Callable[[xlsxwriter.Workbook, object], None] | None = None,
    options: dict[str, object] | None = None,
) -> bytes:
    """Make a workbook of one sheet; ``draw`` may add to it."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, **(options or {})}) as book:
        sheet = book.add_worksheet("台账")
        for line, row in enumerate(([headings] if headings else []) + list(rows)):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(line, column, value)
                else:
                    sheet.write(line, column, value)
        if draw:
            draw(book, sheet)
    return content.getvalue()


def changed(
    content: bytes,
    parts: dict[str, bytes] | None = None,
    *,
    without: tuple[str, ...] = (),
    packing: int = DEFLATED,
) -> bytes:
    """Pack a workbook again with parts put in, replaced or left out."""
    parts = dict(parts or {})
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", packing) as new:
        for name in old.namelist():
            if name not in without:
                new.writestr(name, parts.pop(name, old.read(name)))
        for name, part in parts.items():
            new.writestr(name, part)
    return out.getvalue()


def part(content: bytes, name: str) -> bytes:
    """Take one part out of a workbook."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def declared(name: str, declaration: str, encoding: str = "utf-8") -> bytes:
    """Put a declaration in front of the first element of a part."""
    text = part(workbook(), name).decode()
    body = re.sub(r"^<\?xml[^>]*\?>\s*", "", text)
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    return changed(workbook(), {name: (head + declaration + body).encode(encoding)})


def with_rows(rows: str, dimension: str = "A1:B2") -> bytes:
    """Make a workbook whose sheet holds exactly these rows of XML."""
    xml = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<dimension ref="{dimension}"/><sheetData>{rows}</sheetData></worksheet>'
    )
    return changed(workbook(), {SHEET: xml.encode()})


def cell(reference: str, text: str) -> str:
    """Write one cell of text as XML."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


TOP = (
    f'<row r="1">{cell("A1", "日期")}{cell("B1", "内容")}</row>'
    f'<row r="2">{cell("A2", "2026-3-2")}{cell("B2", "地锁")}</row>'
)


def put(folder: Path, content: bytes, name: str = "台账.xlsx") -> Path:
    """Lay a file into a folder."""
    path = folder / name
    path.write_bytes(content)
    return path
