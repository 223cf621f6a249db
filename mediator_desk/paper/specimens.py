"""Made-up facts, so that a blank can be looked at before it holds: each says what stands there."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any, get_args, get_origin

from mediator_desk.paper.facts import ObligationFacts, PartyFacts
from mediator_desk.paper.facts_revenue import GridFacts
from mediator_desk.paper.facts_votes import CountedFacts
from mediator_desk.paper.form import Form
from mediator_desk.paper.form_facts import FACTS, kinds_of
from mediator_desk.paper.papers import print_form
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.setting import Press

_DAY = date(2026, 1, 15)
_PARTIES = (
    PartyFacts(
        name="某甲",
        role="申请人",
        sex="女",
        ethnicity="汉族",
        age="38",
        occupation="教师",
        contact="0000-8400001",
        address="某小区1号楼1单元101室",
    ),
    PartyFacts(
        name="某某物业服务有限公司",
        role="被申请人",
        organisation=True,
        address="某路1号",
        legal_representative="某乙",
        contact="0000-8400002",
    ),
)
_GRID = GridFacts(columns=(("第一栏", 0.4), ("第二栏", 0.6)), rows=(("样例一", "样例二"),) * 3)
_SPECIMENS: Mapping[Any, object] = {
    PartyFacts: _PARTIES[0],
    tuple[PartyFacts, ...]: _PARTIES,
    tuple[ObligationFacts, ...]: (
        ObligationFacts(
            who="某乙", what="样例", due="2026年1月31日前", amount="1.00", amount_in_words="壹元整"
        ),
    ),
    tuple[CountedFacts, ...]: (CountedFacts(what="样例", heads="1", area="1.00"),),
    tuple[str, ...]: ("样例一", "样例二"),
    GridFacts: _GRID,
    date: _DAY,
    date | None: _DAY,
    bool: True,
}

_COLUMNS = {"F09": 7}
"""How many columns a table has where its rows do not say so."""


def print_specimen(press: Press, id: str) -> Printed:
    """Print a blank whose every place says its own label. Raises ``GlyphMissing``."""
    return print_form(press, id, specimen(press.forms.form(id)))


def specimen(form: Form) -> object:
    """Make facts for a blank: a text says which label it stands behind."""
    labels = {one.key: one.label.replace("\n", "") or one.key for one in form.fields}
    facts = FACTS[form.id]
    kinds = kinds_of(facts)
    grids = {one.key: _lines(len(one.columns)) for one in form.fields if one.columns}
    said = {one.name: _made_up(form.id, one.name, kinds[one.name], labels) for one in fields(facts)}
    return facts(**{**said, **grids})


def _made_up(id: str, name: str, kind: Any, labels: Mapping[str, str]) -> object:
    if kind in _SPECIMENS:
        return _SPECIMENS[kind]
    if get_origin(kind) is tuple:
        inside = get_args(get_args(kind)[0])
        return _lines(_COLUMNS.get(id, len(inside)))
    return f"〔{labels.get(name, name)}〕"


def _lines(columns: int) -> tuple[tuple[str, ...], ...]:
    return (("样例",) * columns,) * 3
