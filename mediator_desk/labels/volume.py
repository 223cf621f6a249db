"""Names of what belongs to a case volume."""

from mediator_desk.labels.names import Names
from mediator_desk.records.volume import Retention

NAMES: Names = (
    (Retention.SHORT, "短期", "short"),
    (Retention.LONG, "长期", "long"),
    (Retention.PERMANENT, "永久", "permanent"),
)
