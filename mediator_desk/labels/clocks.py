"""Names of what clocks are counted in."""

from mediator_desk.labels.names import Names
from mediator_desk.rules.durations import Unit

NAMES: Names = (
    (Unit.HOURS, "小时", "hours"),
    (Unit.DAYS, "日", "days"),
    (Unit.MONTHS, "个月", "months"),
    (Unit.YEARS, "年", "years"),
    (Unit.WORKING_DAYS, "个工作日", "working days"),
)
