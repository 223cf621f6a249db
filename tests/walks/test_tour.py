"""The guided tour plays to its end and leaves what it promises."""

import json
import os
import subprocess
import sys
from html.parser import HTMLParser

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtGui import QImageReader

from mediator_desk.paper.preview import text_of
from tests.house.tree import ROOT
from ui.tour.album import read_captions
from ui.tour.watch import TourStopped, Watch

CHAPTERS = 12


@pytest.fixture(scope="module")
def tour(tmp_path_factory):
    """Play the tour once, in a program of its own: it brings its own screen along."""
    out = tmp_path_factory.mktemp("tour")
    ended = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "tour", "--out", str(out), "--json"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=170,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr[-2000:]
    return out, json.loads(ended.stdout), ended.stderr


def test_the_tour_tells_each_chapter_and_names_what_it_left(tour):
    out, left, told = tour

    assert told.count(" · ") >= CHAPTERS
    assert len(left["screens"]) >= 30
    assert len(left["papers"]) >= 6
    assert len(left["bundles"]) >= 1
    for names in left.values():
        assert all((out / name).is_file() for name in names)


def test_every_screen_has_the_usual_size(tour):
    out, left, _told = tour

    sizes = {QImageReader(str(out / name)).size().toTuple() for name in left["screens"]}

    assert sizes == {(1366, 768)}


def test_rare_names_copy_out_of_the_papers_as_they_are(tour):
    out, left, _told = tour
    texts = {name: text_of((out / name).read_bytes()) for name in left["papers"]}

    agreement = next(text for name, text in texts.items() if "agreement" in name)

    for name in ("吴㛃", "贾䶮", "佟𬱖"):
        assert name in agreement
    assert all(text.strip() for text in texts.values())


def test_the_page_shows_everything_and_needs_no_network(tour):
    out, left, _told = tour
    page = (out / "index.html").read_text(encoding="utf-8")
    seen = _Seen()

    seen.feed(page)

    assert seen.leads_to >= {name for kind in left for name in left[kind]} - {"index.html"}
    assert all(source.startswith("data:image/") for source in seen.sources)
    assert not any(target.startswith(("http", "//")) for target in seen.leads_to)


def test_no_caption_is_left_without_a_picture(tour):
    _out, left, _told = tour
    given = read_captions().given

    shown = {kind: {name.partition("-")[2].rpartition(".")[0] for name in left[kind]} for kind in
             ("screens", "papers")}  # fmt: skip

    assert shown == {kind: given[kind].keys() for kind in shown}


def test_a_warning_of_qt_stops_the_tour(qapp):
    watch = Watch()
    with watch.over_qt():
        qWarning("a widget was squeezed")

    with pytest.raises(TourStopped, match="a widget was squeezed"):
        watch.look("the first picture")


def test_what_was_heard_once_stops_the_tour_once():
    watch = Watch()
    watch.hear("refused")
    with pytest.raises(TourStopped):
        watch.look("a picture")

    watch.look("the next one")


class _Seen(HTMLParser):
    """Gathers where a page leads and what it shows."""

    def __init__(self):
        super().__init__()
        self.leads_to, self.sources = set(), []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "a":
            self.leads_to.add(given["href"])
        if tag == "img":
            self.sources.append(given["src"])
