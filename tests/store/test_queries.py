"""Lists, search and chips say exactly what a plain look through the records would say."""

import random
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from mediator_desk.records.dispute import Dispute, Stage, Topic
from mediator_desk.refusals import NotFound
from mediator_desk.rows import DisputeFilter, LikenessProbe
from mediator_desk.rules.search_words import fold
from mediator_desk.usecases.log_dispute import LogDispute, NewParty, write_dispute
from tests.store.stations import GUCHENG, sit_down

HAPPENED = (
    "楼下停车位被占，僵尸车一停半年。",
    "地锁挡住消防通道！",
    "电梯老停，老人下不了楼",
    "狗叫 every night，孩子睡不着",
    "水管漏水 3-2-501 天花板发霉",
    "ＡＢＣ全角与abc半角",
    "物业费 1.5 元/㎡ 太贵",
    "公共收益去哪了？？",
    "㛃䶮𬱖三位业主反映",
    "é è 法语招牌太亮",
    "电动车飞线充电",
    'O\'Hara said "no" AND *',
)
PEOPLE = ("王芳", "赵小明", "欧阳娜娜", "单雄信", "㛃䶮", "Smith 先生", "曾国强", "聊城物业公司")
ESTATES = ("", "阳光小区", "东昌花园", "阳光花园二期")
SIZE = 160


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """Log a town's worth of disputes once; nothing is written afterwards."""
    here = sit_down(tmp_path_factory.mktemp("town") / "station")
    chance = random.Random(7)
    with here.desk.open_work(here.desk.person.id) as work:
        for _ in range(SIZE):
            write_dispute(here.desk, work, _made_up(chance))
        work.commit()
    with here.desk.open_work(here.desk.person.id) as work:
        for dispute in work.every(Dispute)[::3]:
            stage = chance.choice(list(Stage))
            mediator = chance.choice([None, here.desk.person.id])
            work.rewrite(dispute, {"stage": stage.value, "mediator": mediator and str(mediator)})
        for dispute in work.every(Dispute)[::10]:
            work.remove(dispute)
        work.commit()
    yield here
    here.leave()


def _made_up(chance):
    """Make up a dispute; what two stand next to each other may make a new word."""
    text = "".join(chance.choices(HAPPENED, k=chance.randint(1, 3)))
    names = chance.sample(PEOPLE, k=chance.randint(0, 2))
    return LogDispute(
        text=text,
        topic=chance.choice(list(Topic)),
        division=chance.choice([GUCHENG, "371502001002"]),
        estate=chance.choice(ESTATES),
        building=chance.choice(["", "3号楼", "12"]),
        logged_at=datetime(2026, 11, 1, tzinfo=UTC) + timedelta(hours=chance.randrange(500)),
        parties=tuple(
            NewParty(name=name, phone=f"138{chance.randrange(10**8):08}") for name in names
        ),
    )


def _scan(town, wanted, **asked):
    """Look through the records one by one."""
    found = []
    for row in _everything(town, **asked):
        file = town.desk.queries.case_file(row.id)
        said = [file.dispute.title, file.dispute.text, file.dispute.number, file.place]
        said += [text for one in file.parties for text in (one.name, one.phone)]
        if wanted in fold(" | ".join(one for one in said if one)):
            found.append(row.key)
    return sorted(found, reverse=True)


def _everything(town, **asked):
    """Turn all pages of a list."""
    rows = []
    before = None
    while page := town.desk.queries.disputes(DisputeFilter(before=before, limit=7, **asked)):
        rows += page
        before = page[-1].key
    return rows


def test_pages_are_complete_newest_day_first_and_never_twice(town):
    rows = _everything(town)

    keys = [row.key for row in rows]
    days = [row.logged_at.date() for row in rows]
    assert len(rows) == SIZE - SIZE // 10
    assert keys == sorted(set(keys), reverse=True) == list(town.desk.queries.keys(DisputeFilter()))
    assert days == sorted(days, reverse=True)


def test_any_piece_of_any_text_is_found_exactly_where_it_stands(town):
    chance = random.Random(11)
    texts = [*HAPPENED, *ESTATES[1:], *PEOPLE, "古城-2026-1"]
    lines = {row.key: _words(town, row) for row in _everything(town)}

    for _ in range(250):
        source = fold(chance.choice(texts) + chance.choice(texts))
        start = chance.randrange(len(source))
        piece = source[start : start + chance.randint(1, 7)]
        needle = fold(piece)
        found = town.desk.queries.keys(DisputeFilter(text=piece))

        plain = [key for key, words in lines.items() if needle in words] if needle else list(lines)
        by_sound = set(found) - set(plain)
        assert set(plain) <= set(found), piece
        assert not by_sound or needle.isascii(), piece
        assert list(found) == sorted(found, reverse=True)


@pytest.mark.parametrize("asked", [
    {"topic": Topic.PARKING}, {"stages": (Stage.CLOSED, Stage.LOGGED)}, {"division": GUCHENG},
    {"stages": (Stage.LOGGED,), "topic": Topic.NOISE, "division": "3715"},
])  # fmt: skip
def test_a_filter_narrows_a_search_as_it_narrows_the_list(town, asked):
    listed = {row.key for row in _everything(town, **asked)}

    for text in ("停车", "阳光", "3", "电梯老停，老人"):
        found = town.desk.queries.keys(DisputeFilter(text=text, **asked))

        everywhere = town.desk.queries.keys(DisputeFilter(text=text))
        assert list(found) == [key for key in everywhere if key in listed]
        assert town.desk.queries.found(DisputeFilter(text=text, **asked)) == len(found)


def test_search_agrees_with_a_look_at_the_records_themselves(town):
    for text in ("停车", "电梯", "阳光花园", "abc", "138", "娜娜"):
        assert list(town.desk.queries.keys(DisputeFilter(text=text))) == _scan(town, text)


@pytest.mark.parametrize(
    ("typed", "name"),
    [("wf", "王芳"), ("wangfang", "王芳"), ("zxm", "赵小明"), ("oynn", "欧阳娜娜"),
     ("shan", "单雄信"), ("sxx", "单雄信"), ("zgq", "曾国强"), ("Smith", "Smith 先生")],
)  # fmt: skip
def test_a_name_is_found_by_its_sounds_and_initials(town, typed, name):
    found = town.desk.queries.disputes(DisputeFilter(text=typed, limit=500))

    with_name = {row.key for row in _everything(town) if name in row.parties}
    assert with_name
    assert with_name <= {row.key for row in found}


def test_a_phone_is_found_whole_by_its_beginning_and_by_its_end(town):
    row = next(row for row in _everything(town) if row.parties)
    phone = town.desk.queries.case_file(row.id).parties[0].phone

    for typed in (phone, phone[:7], phone[-4:]):
        assert row.key in town.desk.queries.keys(DisputeFilter(text=typed))


def test_chips_equal_a_count(town):
    rows = _everything(town)

    for dimension in ("stage", "topic", "division", "mediator"):
        counted = Counter(str(getattr(row, dimension) or "") for row in rows)
        counted.pop("", None)
        chips = {one.key: one.count for one in town.desk.queries.chips(dimension)}
        assert chips == dict(counted)


def test_hits_are_counted_up_to_a_limit(town):
    assert town.desk.queries.found(DisputeFilter(), stop_at=10) == 10
    assert town.desk.queries.found(DisputeFilter(text="没有这句话")) == 0


def test_signs_of_the_query_language_are_only_text(town):
    for typed in ('"', "*", "AND", "a OR b", "NEAR(a b)", "t:停车", "' --", "\ue000\ue001", "("):
        found = town.desk.queries.keys(DisputeFilter(text=typed))

        assert set(_scan(town, fold(typed))) <= set(found)


def test_lists_search_and_chips_equal_a_rebuild(town):
    assert town.sane()


def test_likely_duplicates_are_offered_by_place_phone_and_name(town):
    row = next(row for row in _everything(town) if row.parties and row.place)
    file = town.desk.queries.case_file(row.id)
    empty = LikenessProbe(
        topic=None, division="", estate=None, building="", phones=(), names=(), text=""
    )
    probes = [
        {"phones": (file.parties[0].phone,)},
        {"names": (file.parties[0].name,)},
        {"division": row.division, "topic": row.topic, "estate": file.dispute.estate},
    ]

    for said in probes:
        fields = {name: getattr(empty, name) for name in LikenessProbe.__dataclass_fields__}
        found = town.desk.queries.known_like(LikenessProbe(**(fields | said)))
        assert row.id in {one.row.id for one in found}


def test_a_dispute_is_found_by_number_or_id_and_another_is_refused(town):
    row = _everything(town)[0]

    assert town.desk.queries.dispute_by_number(f" {row.number} ") == row.id
    assert town.desk.queries.dispute_by_number(str(row.id)) == row.id
    with pytest.raises(NotFound, match="古城-1999-1"):
        town.desk.queries.dispute_by_number("古城-1999-1")


def _words(town, row):
    """Say everything a search may find a dispute by."""
    file = town.desk.queries.case_file(row.id)
    said = [file.dispute.title, file.dispute.text, file.dispute.number, file.place]
    said += [one.name for one in file.parties] + [one.phone for one in file.parties]
    return fold(" | ".join(one for one in said if one))
