"""Names of how much of a paper came back, and of what stands where ink is awaited."""

from mediator_desk.labels.names import Names
from mediator_desk.records.issued_paper import Ink
from mediator_desk.rules.issued_papers import Back

NAMES: Names = (
    (Ink.FOUND, "有签署痕迹", "ink found"),
    (Ink.NONE, "空白", "empty"),
    (Ink.UNSURE, "看不清", "not sure"),
    (Back.NOTHING_TO_SIGN, "无需签署", "nothing to sign"),
    (Back.OUT, "未交回", "still out"),
    (Back.IN_PART, "部分交回", "in part"),
    (Back.UNSIGNED, "缺签名", "signature missing"),
    (Back.UNSURE, "待核对", "to be looked at"),
    (Back.SIGNED, "签署齐全", "signed"),
)
