"""The page of the tour: one file that shows everything, in both languages, with no network."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from ui.tokens import DARK, LIGHT, Tokens
from ui.tour.album import Album, Chapter, Exhibit, Said

PAGE = "index.html"

TITLE = Said("调解工作台 · 导览", "Mediator Desk · the tour")
LEAD = Said(
    "一个街道调解站的六个星期，全部由程序自己的窗口演出：数据是编的，地名是真的，"
    "每一张图、每一份文书、每一个数据包都出自本机，没有一处是画出来的。",
    "Six weeks of a street station, played through the program's own windows. The people are "
    "invented, the places are real; every picture, paper and bundle was made by the program.",
)
_COUNTED = Said(
    "{screens} 张画面 · {papers} 份文书 · {bundles} 个数据包",
    "{screens} screens · {papers} papers · {bundles} bundles",
)


def write_page(album: Album) -> Path:
    """Write the page into the folder of the tour."""
    names = [
        name
        for chapter in album.chapters
        for exhibit in chapter.exhibits
        for name in exhibit.pictures
    ]
    with ThreadPoolExecutor() as packers:
        held = packers.map(_held, (album.folder / name for name in names))
        pictures = dict(zip(names, held, strict=True))
    file = album.folder / PAGE
    file.write_text("".join(_page(album, pictures)), encoding="utf-8")
    return file


def _page(album: Album, pictures: Mapping[str, str]) -> Iterator[str]:
    counts = {kind: len(names) for kind, names in album.left().items()}
    yield "<!doctype html>\n<html lang=zh-CN>\n<meta charset=utf-8>\n"
    yield '<meta name=viewport content="width=device-width,initial-scale=1">\n'
    yield f"<title>{escape(TITLE.zh)}</title>\n<style>{_style()}</style>\n"
    yield f"<header><h1>{escape(TITLE.zh)}<small lang=en>{escape(TITLE.en)}</small></h1>"
    yield _both("p", LEAD)
    yield _both("p", Said(_COUNTED.zh.format(**counts), _COUNTED.en.format(**counts)), "counts")
    yield "<nav>"
    for number, chapter in enumerate(album.chapters, start=1):
        yield f'<a href="#c{number}"><b>{number}</b> {escape(chapter.title.zh)}'
        yield f"<span lang=en>{escape(chapter.title.en)}</span></a>"
    yield "</nav></header>\n<main>\n"
    for number, chapter in enumerate(album.chapters, start=1):
        yield from _chapter(album, number, chapter, pictures)
    yield "</main>\n</html>\n"


def _chapter(
    album: Album, number: int, chapter: Chapter, pictures: Mapping[str, str]
) -> Iterator[str]:
    yield f"<section id=c{number}><h2><b>{number}</b> {escape(chapter.title.zh)}"
    yield f"<small lang=en>{escape(chapter.title.en)}</small></h2>"
    yield _both("p", chapter.tells, "tells")
    for exhibit in chapter.exhibits:
        yield from _exhibit(album.folder, exhibit, pictures)
    yield "</section>\n"


def _exhibit(folder: Path, exhibit: Exhibit, pictures: Mapping[str, str]) -> Iterator[str]:
    yield f"<figure class={exhibit.kind}>"
    if exhibit.pictures:
        words = escape(exhibit.caption.sees.zh)
        yield "<div class=pages>"
        for name in exhibit.pictures:
            yield f'<a href="{escape(exhibit.file)}">'
            yield f'<img loading=lazy alt="{words}" src="{pictures[name]}"></a>'
        yield "</div>"
    else:
        size = (folder / exhibit.file).stat().st_size
        yield f'<a class=file href="{escape(exhibit.file)}">{escape(exhibit.file)}'
        yield f"<span>{size:,} B</span></a>"
    yield "<figcaption>"
    yield _both("p", exhibit.caption.sees, "sees")
    yield _both("p", exhibit.caption.matters, "matters")
    yield f'<a class=name href="{escape(exhibit.file)}">{escape(exhibit.file)}</a>'
    yield "</figcaption></figure>\n"


def _held(file: Path) -> str:
    """Pack a picture into the page without loss; WebP holds it in a third of the room."""
    room = QBuffer()
    room.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(room, b"webp")
    writer.setQuality(100)
    packed = writer.write(QImage(str(file)))
    kind, data = ("webp", room.data().data()) if packed else ("png", file.read_bytes())
    return f"data:image/{kind};base64,{b64encode(data).decode('ascii')}"


def _both(tag: str, said: Said, kind: str = "") -> str:
    mark = f' class="{kind}"' if kind else ""
    return (
        f"<{tag}{mark}>{escape(said.zh)}</{tag}>"
        f'<{tag} lang=en class="{kind} en">{escape(said.en)}</{tag}>'
    )


def _style() -> str:
    """Dress the page in the colours of the windows, by day and by night."""
    dark = f"@media(prefers-color-scheme:dark){{:root{{{_colours(DARK)}}}}}"
    return f":root{{color-scheme:light dark;{_colours(LIGHT)}}}{dark}{_SHEET}"


def _colours(tokens: Tokens) -> str:
    named = ("page", "surface", "line", "text", "second", "accent_text", "soft")
    return "".join(f"--{name}:{getattr(tokens, name)};" for name in named)


_SHEET = """
*{box-sizing:border-box}
html{scroll-behavior:smooth}
body,header,main{margin:0}
html{background:var(--page);color:var(--text);
font:17px/1.7 "Noto Sans SC","Microsoft YaHei UI","PingFang SC",system-ui,sans-serif}
header,main{max-width:1160px;margin:0 auto;padding:0 24px}
header{padding-top:56px}
h1{font-size:38px;line-height:1.25;margin:0 0 18px}
h2{font-size:26px;line-height:1.3;margin:0 0 12px}
h1 small,h2 small{display:block;font-size:.52em;font-weight:400;color:var(--second)}
h2 b,nav b{color:var(--accent_text);font-weight:600}
p{margin:0 0 4px;max-width:52em}
.en{color:var(--second);font-size:.88em;margin-bottom:14px}
.counts{font-weight:600}.counts.en{font-weight:400}
nav{display:grid;grid-template-columns:repeat(auto-fill,minmax(320px,1fr));gap:8px;margin:26px 0 0}
nav a{display:block;padding:10px 14px;background:var(--surface);border:1px solid var(--line);
border-radius:8px;color:inherit;text-decoration:none}
nav a:hover{border-color:var(--accent_text)}
nav span{display:block;font-size:.8em;color:var(--second)}
section{padding-top:64px}
.tells{font-size:1.02em}
figure{margin:30px 0 0;background:var(--surface);border:1px solid var(--line);border-radius:8px;
overflow:hidden}
figure img{display:block;width:100%;height:auto;border-bottom:1px solid var(--line)}
figcaption{padding:16px 22px 14px}
.sees{font-weight:600}.sees.en{font-weight:400;margin-bottom:8px}
.matters.en{margin-bottom:8px}
.name{font-size:.76em;color:var(--second);text-decoration:none}
.papers .pages{display:flex;flex-wrap:wrap;justify-content:center;gap:18px;padding:24px;
background:var(--page);border-bottom:1px solid var(--line)}
.papers .pages a{flex:0 1 460px}
.papers .pages img{border:1px solid var(--line);background:#fff}
.file{display:flex;justify-content:space-between;gap:20px;padding:22px;color:var(--accent_text);
font-family:ui-monospace,monospace;font-size:.86em;text-decoration:none;overflow-wrap:anywhere;
border-bottom:1px solid var(--line)}
.file span{color:var(--second);white-space:nowrap}
main{padding-bottom:96px}
"""
