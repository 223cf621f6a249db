"""The words that head a column in ledgers here, and the field each of them means."""

import re
from enum import StrEnum

from mediator_desk.ledgers.cells import squeezed


class Field(StrEnum):
    """What a ledger can tell about a dispute."""

    LOGGED_ON = "logged_on"
    TEXT = "text"
    TITLE = "title"
    TOPIC = "topic"
    CHANNEL = "channel"
    PLACE = "place"
    NAME = "name"
    PHONE = "phone"
    ID_NUMBER = "id_number"
    REPLY = "reply"
    REPLIED_ON = "replied_on"
    REPLIED_BY = "replied_by"
    REF = "ref"


# The most telling word of a field stands first.
SYNONYMS: dict[Field, tuple[str, ...]] = {
    Field.LOGGED_ON: (
        *("登记时间", "登记日期", "留言时间", "留言日期", "来电时间", "来电日期", "受理时间"),
        *("受理日期", "发生时间", "发生日期", "反映时间", "反映日期", "诉求时间", "接访时间"),
        *("排查时间", "排查日期", "纠纷时间", "提交时间", "上报时间", "录入时间", "创建时间"),
        *("工单时间", "派单时间", "日期", "时间", "loggedon", "date"),
    ),
    Field.TEXT: (
        *("留言详情", "留言内容", "诉求内容", "来电内容", "反映内容", "纠纷简要情况", "简要情况"),
        *("纠纷内容", "纠纷情况", "案情简介", "案情", "基本案情", "纠纷事由", "纠纷简介"),
        *("事项内容", "问题描述", "问题内容", "工单内容", "诉求描述", "具体内容", "详细内容"),
        *("具体情况", "反映问题", "主要内容", "主要问题", "事情经过", "内容", "事由", "详情"),
        *("描述", "情况", "text", "content"),
    ),
    Field.TITLE: (
        *("留言主题", "留言标题", "诉求标题", "诉求主题", "工单标题", "纠纷名称", "案件名称"),
        *("标题", "主题", "名称", "案由", "title"),
    ),
    Field.TOPIC: (
        *("纠纷类型", "纠纷类别", "诉求类型", "诉求类别", "问题类型", "问题类别", "案件类型"),
        *("矛盾类型", "事项类别", "一级标签", "一级分类", "类型", "类别", "分类", "topic"),
    ),
    Field.CHANNEL: (
        *("案件来源", "纠纷来源", "诉求来源", "工单来源", "信息来源", "受理渠道", "反映渠道"),
        *("来源", "渠道", "受理方式", "来访方式", "channel"),
    ),
    Field.PLACE: (
        *("纠纷发生地", "发生地点", "发生地址", "事发地点", "事发地址", "诉求地址", "问题地点"),
        *("所属小区", "小区名称", "小区", "所属社区", "地点", "社区名称", "社区", "村居", "地址"),
        *("住址", "所在位置", "位置", "place"),
    ),
    Field.NAME: (
        *("当事人姓名", "诉求人姓名", "来电人姓名", "反映人姓名", "申请人姓名", "姓名", "当事人"),
        *("诉求人", "来电人", "反映人", "申请人", "来访人", "投诉人", "联系人", "留言用户"),
        *("留言人", "网友", "用户", "居民", "甲方", "name"),
    ),
    Field.PHONE: (
        *("联系电话", "手机号码", "手机号", "电话号码", "来电号码", "联系方式", "联系号码"),
        *("电话", "手机", "phone"),
    ),
    Field.ID_NUMBER: ("身份证号码", "身份证号", "公民身份号码", "证件号码", "证件号", "身份证"),
    Field.REPLY: (
        *("答复意见", "答复内容", "回复内容", "回复意见", "办理结果", "办理情况", "处理结果"),
        *("处理情况", "处理意见", "调解结果", "调处结果", "调处情况", "化解情况", "反馈内容"),
        *("答复", "回复", "结果", "reply"),
    ),
    Field.REPLIED_ON: (
        *("答复时间", "答复日期", "回复时间", "回复日期", "办结时间", "办结日期", "办理时间"),
        *("处理时间", "处理日期", "反馈时间", "反馈日期", "结案时间", "结案日期", "调结时间"),
        *("化解时间", "repliedon"),
    ),
    Field.REPLIED_BY: (
        *("答复单位", "答复部门", "回复单位", "回复部门", "承办单位", "承办部门", "办理单位"),
        *("办理部门", "处理单位", "处理部门", "责任单位", "责任部门", "主办单位", "部门"),
        "repliedby",
    ),
    Field.REF: (
        *("留言编号", "工单编号", "工单号", "诉求编号", "案件编号", "纠纷编号", "登记编号"),
        *("编号", "案号", "单号", "序号", "ref"),
    ),
}

# A running number says where a row stands, not which one it is.
RUNNING_NUMBERS = frozenset({"序号", "行号", "no", "no."})

LONGEST_HEADING = 20
_DIGIT = re.compile(r"\d")
_EXACT, _ENDING, _INSIDE = 3_000, 2_000, 1_000
_BRACKETED = re.compile(r"[(\[【〔<《].*?[)\]】〕>》]")
_MARKS = re.compile(r"[*＊:：、，,。.;；/\\|\"'“”‘’_-]")


def plain(heading: str) -> str:
    """Write a heading without spaces, marks and remarks in brackets, to be recognised."""
    bare = squeezed(heading).lower()
    return _MARKS.sub("", _BRACKETED.sub("", bare) or bare)


def likeness(heading: str, field: Field) -> int:
    """Say how well a heading names the field; 0 when it does not."""
    word = plain(heading)
    if len(word) > LONGEST_HEADING:
        return 0
    best = 0
    for rank, synonym in enumerate(SYNONYMS[field]):
        if word == synonym:
            best = max(best, _EXACT - rank)
        elif len(synonym) > 1 and not synonym.isascii() and word.endswith(synonym):
            best = max(best, _ENDING + 40 * len(synonym) - rank)
        elif len(synonym) > 1 and not synonym.isascii() and synonym in word:
            best = max(best, _INSIDE + 40 * len(synonym) - rank)
    return best


def known(heading: str) -> Field | None:
    """Name the field that a heading means best, if any; words with digits are no headings."""
    if _DIGIT.search(heading):
        return None
    score, field = max(((likeness(heading, field), field) for field in Field), key=lambda it: it[0])
    return field if score else None


def field_named(word: str) -> Field | None:
    """Find a field by its own name or by one of its words, as a person types it."""
    wanted = word.strip().lower()
    if wanted in {field.value for field in Field}:
        return Field(wanted)
    return next((field for field in Field if plain(word) in SYNONYMS[field]), None)
