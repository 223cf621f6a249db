"""A store full of made-up disputes, written in bulk; the rows are those the desk would write."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, insert

from bench.stations import AtDesk, sit_down
from db import journal
from db.engine import readings
from db.lines import rebuild
from db.store import STORE
from db.tables import RECORD_TABLES
from mediator_desk.ports import Desk
from mediator_desk.records import Record
from mediator_desk.records.dispute import Category, Channel, Dispute, Stage, Topic
from mediator_desk.records.entry import Entry, Kind, stamp
from mediator_desk.records.follow_up import Deadline
from mediator_desk.records.ids import DisputeId, GroupId, PartyId, uuid7
from mediator_desk.records.people import Party, Side
from mediator_desk.records.values import to_values

_RUNNING = (Stage.ACCEPTED, Stage.MEDIATING)
_START = datetime(2021, 1, 4, 8, tzinfo=UTC)

_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志红梅文婷雪慧晨宇浩然子涵"
_WHERE = [
    "地下车库",
    "单元门口",
    "楼道",
    "消防通道",
    "小区北门",
    "电梯厅",
    "楼顶",
    "中心花园",
    "物业办公室",
    "配电间",
]
_WHAT = [
    "私装地锁占用公共车位",
    "楼上卫生间漏水泡坏吊顶",
    "加装电梯一楼住户不同意",
    "半夜装修噪声影响休息",
    "遛狗不牵绳还不清理粪便",
    "物业费上涨没有公示",
    "公共收益账目不公开",
    "楼道堆放杂物堵住通道",
    "电动车飞线充电有火灾隐患",
    "高空抛物砸坏车辆",
    "垃圾清运不及时",
    "暖气不热多次报修",
    "树木遮挡采光",
    "广场舞音量过大",
    "违规搭建阳光房",
    "宠物叫声扰民",
    "停车收费标准不明",
    "单元门禁损坏",
    "二次供水水质差",
]
_ASKS = [
    "要求尽快处理",
    "希望社区出面协调",
    "双方多次协商未果",
    "要求赔偿损失",
    "请求调解",
    "已拍照留存",
]


def filled(folder: Path, disputes: int) -> AtDesk:
    """Open a store with so many disputes, making it when it is not there yet."""
    fresh = not (folder / STORE).exists()
    here = sit_down(folder)
    if fresh:
        keep_in_bulk(here, _made_up(here.desk, dice(20261123), disputes))
    return here


def dice(seed: int) -> random.Random:
    """Give dice that fall the same way in every run."""
    return random.Random(seed)


def said(chance: random.Random) -> str:
    """Make up what happened, in some forty to ninety characters."""
    parts = [
        f"{chance.choice(_WHERE)}{chance.choice(_WHAT)}，{chance.choice(_ASKS)}。"
        for _ in range(chance.randint(2, 4))
    ]
    return "".join(parts) + f"联系电话{chance.randint(13000000000, 19999999999)}"


def name(chance: random.Random) -> str:
    """Make up a name."""
    return chance.choice(_SURNAMES) + "".join(chance.choices(_GIVEN, k=chance.randint(1, 2)))


def keep_in_bulk(here: AtDesk, cases: Iterator[list[Record]]) -> None:
    """Write cases, each a dispute and what belongs to it: journal, records, lines and index."""
    with here.store.writing() as connection:
        batch: list[tuple[Record, Entry]] = []
        for records in cases:
            for number, record in enumerate(records, start=1):
                batch.append((record, _entry(here.desk, records[0].id, number, record)))
            if len(batch) > 20000:
                _write(connection, batch)
                batch = []
        _write(connection, batch)
        rebuild(connection, readings)


def _made_up(desk: Desk, chance: random.Random, disputes: int) -> Iterator[list[Record]]:
    """Make up disputes with two parties each, spread over five years."""
    for count in range(disputes):
        at = _START + timedelta(minutes=count * (5 * 365 * 24 * 60) / disputes)
        ms = int(at.timestamp() * 1000)
        id = DisputeId(uuid7(ms, chance.getrandbits(74)))
        stage = chance.choices(list(Stage), weights=(2, 3, 4, 1, 1, 4, 60, 25))[0]
        yield [
            Dispute(
                id=id,
                team=desk.team.id,
                number=f"{desk.team.short}-{at.year}-{count}",
                logged_at=at,
                logged_by=desk.person.id,
                channel=chance.choice(list(Channel)),
                topic=chance.choice(list(Topic)),
                category=Category.NEIGHBOUR,
                division="371502001001",
                building=f"{chance.randint(1, 30)}号楼",
                unit=f"{chance.randint(1, 6)}单元",
                text=said(chance),
                stage=stage,
                mediator=desk.person.id,
            ),
            *(
                Party(
                    id=PartyId(uuid7(ms, chance.getrandbits(74))),
                    dispute=id,
                    side=side,
                    name=name(chance),
                    phone=str(chance.randint(13000000000, 19999999999)),
                )
                for side in (Side.APPLICANT, Side.RESPONDENT)
            ),
            *([_clock(id, at, ms + count)] if stage in _RUNNING else ()),
        ]


def _clock(dispute: DisputeId, at: datetime, mark: int) -> Deadline:
    """Make up the month for settling a dispute."""
    due_at = at + timedelta(days=30)
    return Deadline(
        id=uuid7(mark, mark),
        subject=dispute,
        rule="D01",
        starts_at=at,
        due_at=due_at,
        first_due_at=due_at,
    )


def _entry(desk: Desk, group: UUID, number: int, record: Record) -> Entry:
    """Make the birth line of a record (unsealed: the bench sends it to nobody)."""
    ms = record.id.int >> 80
    mark = stamp(ms, number, desk.station.id)
    return Entry(
        group=GroupId(group),
        station=desk.station.id,
        number=number,
        stamp=mark,
        record=record.id,
        table=record.TABLE,
        kind=Kind.BIRTH,
        values=journal.lean(to_values(record), type(record)),
        seen={},
        schema=1,
        who=desk.person.id,
        at="",
        piece=mark,
    )


def _write(connection: Connection, batch: list[tuple[Record, Entry]]) -> None:
    """Write lines and rows in bulk."""
    journal.append(connection, [one for _, one in batch])
    for table in dict.fromkeys(one.TABLE for one, _ in batch):
        rows = [
            {"id": str(one.id), **to_values(one), "version": 1, "gone": False}
            for one, _ in batch
            if table == one.TABLE
        ]
        connection.execute(insert(RECORD_TABLES[table]), rows)
