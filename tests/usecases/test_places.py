"""A written place is cut into division, estate, building and unit."""

import pytest

from mediator_desk.rules.places import split_place
from tests.store.stations import the_books

GULOU = "371502001"


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("", (GULOU, "", "", "")),
        ("湖畔花园", (GULOU, "湖畔花园", "", "")),
        ("湖畔花园3号楼2单元501室", (GULOU, "湖畔花园", "3号楼", "2单元501室")),
        ("聊城市东昌府区古楼街道湖畔花园 12栋", (GULOU, "湖畔花园", "12栋", "")),
        ("东昌府区柳园街道柳园小区", ("371502002", "柳园小区", "", "")),
        ("阳谷县", ("371521", "", "", "")),
    ],
)
def test_a_place_is_cut_into_its_parts(said, parts):
    place = split_place(said, the_books().divisions, GULOU)

    assert (place.division, place.estate, place.building, place.unit) == parts
