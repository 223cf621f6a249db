"""Names of the levels of masking, the columns of lists and the kinds of private details."""

from mediator_desk.labels.names import Names
from mediator_desk.rules.case_order import CaseOrder
from mediator_desk.rules.masking_levels import ListColumn, Masking
from mediator_desk.rules.private_text import PrivateKind

NAMES: Names = (
    (CaseOrder.NUMBER, "按编号", "by number"),
    (CaseOrder.NEWEST, "新的在前", "newest first"),
    (CaseOrder.PLACE, "按地点", "by place"),
    (CaseOrder.TOPIC, "按纠纷类型", "by topic"),
    (CaseOrder.MEDIATOR, "按承办人", "by mediator"),
    (Masking.INTERNAL, "内部使用", "internal"),
    (Masking.DEPARTMENT, "送其他单位", "for a department"),
    (Masking.PUBLIC, "张贴公示", "for the board"),
    (ListColumn.NUMBER, "编号", "number"),
    (ListColumn.LOGGED_ON, "登记日期", "logged on"),
    (ListColumn.TOPIC, "纠纷类型", "topic"),
    (ListColumn.PLACE, "地点", "place"),
    (ListColumn.PARTIES, "当事人", "parties"),
    (ListColumn.PHONES, "联系电话", "phones"),
    (ListColumn.ID_NUMBERS, "身份证号码", "ID numbers"),
    (ListColumn.WHAT, "简要情况", "what happened"),
    (ListColumn.ROUTE, "处理途径", "way"),
    (ListColumn.MEDIATOR, "承办人", "mediator"),
    (ListColumn.STATE, "办理情况", "state"),
    (ListColumn.CLOSED_ON, "办结日期", "closed on"),
    (PrivateKind.ID_NUMBER, "身份证号码", "ID number"),
    (PrivateKind.PHONE, "电话号码", "phone number"),
    (PrivateKind.ACCOUNT, "银行账号", "bank account"),
    (PrivateKind.EMAIL, "电子邮箱", "e-mail address"),
    (PrivateKind.PLATE, "车牌号", "number plate"),
    (PrivateKind.CHAT_NAME, "微信或QQ号", "WeChat or QQ name"),
)
