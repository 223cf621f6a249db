"""Names of what belongs to a case volume, and of how it stands."""

from mediator_desk.labels.names import Names
from mediator_desk.records.volume import Retention
from mediator_desk.rules.volume_check import Need
from mediator_desk.rules.volume_held import Presence

NAMES: Names = (
    (Retention.SHORT, "短期", "short"),
    (Retention.LONG, "长期", "long"),
    (Retention.PERMANENT, "永久", "permanent"),
    (Need.REQUIRED, "必须", "required"),
    (Need.REQUIRED_HERE, "本案必须", "required here"),
    (Need.AS_NEEDED, "按需", "as needed"),
    (Need.NOT_HERE, "本案没有", "not in this case"),
    (Presence.THERE, "齐备", "in order"),
    (Presence.MISSING, "缺少", "missing"),
    (Presence.UNSIGNED, "未签全", "not signed"),
    (Presence.DOUBTFUL, "待核对", "to be looked at"),
    (Presence.ABSENT, "无", "none"),
)
