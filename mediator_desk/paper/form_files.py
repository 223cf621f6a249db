"""Blanks and layouts of a district: read, held against the facts there are, and compared."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from types import UnionType
from typing import Any, get_args

import msgspec
import yaml

from mediator_desk.paper.facts import ObligationFacts, PartyFacts
from mediator_desk.paper.facts_revenue import GridFacts
from mediator_desk.paper.facts_votes import CountedFacts
from mediator_desk.paper.form import Field, Form, carried_paper_texts, read_form
from mediator_desk.paper.form_facts import FACTS, kinds_of
from mediator_desk.paper.layout import Layout, Letters, read_layout
from mediator_desk.rules.remarks import Listed, Remark, remark
from mediator_desk.rules.rule_text import RuleFileUnfit
from mediator_desk.words import N_

_LARGEST = 64 * 1024
_PLACE = re.compile(r"\{(\w+)\}")
_QUOTED = 60

# What of the blank is printed as it stands there takes no fact of its own.
_OWN_WORDS = ("fixed", "head", "note", "sign", "tear")
_ONLY_ON = {
    "running": ("choice", "head", "talk"),
    "ruled": ("counted", "paste", "tear"),
}
_NEEDS: Mapping[str, Any] = {
    "parties": tuple[PartyFacts, ...],
    "marks": tuple[PartyFacts, ...],
    "promises": tuple[ObligationFacts, ...],
    "counted": tuple[CountedFacts, ...],
    "grid": GridFacts,
    "clauses": tuple[str, ...],
    "day": date,
}
_COVERS = ("cover", "back")
_LINES = tuple[tuple[str, ...], ...]
_IN_A_LINE = (str, date, tuple[str, ...], tuple[PartyFacts, ...])

# The mark of a page stands in the right margin (docs/paper.md).
_LEAST_MARGINS = {"top": 10.0, "right": 19.0, "bottom": 15.0, "left": 10.0}
_SHEETS = ((90.0, 300.0), (120.0, 430.0))
_SIZES = (6.0, 72.0)
_FULL = 0.005


def paper_name_of(text: str, stem: str) -> str:
    """Say which blank or layout a text stands for. Raises ``RuleFileUnfit``."""
    read = _read(text)
    named = read.get("id")
    name = f"forms/{named}" if named is not None else f"layouts/{stem}"
    if name in carried_paper_texts():
        return name
    raise RuleFileUnfit(
        N_(
            "This is no form and no layout of this program. A form says its number as “id”; a "
            "layout is called as the one it replaces: {names}."
        ),
        names=Listed(tuple(f"{one}.yaml" for one in _layouts())),
    )


def check_paper_text(name: str, text: str, *, official: bool) -> None:
    """Refuse a text that could not be printed, or that is not the station's to change.

    Of a form that was seen whole nothing may change, of one seen in part the words alone; what
    the district signed as official may replace anything. Raises ``RuleFileUnfit``.
    """
    if name not in carried_paper_texts():
        raise RuleFileUnfit(N_("This program knows no form or layout “{name}”."), name=name)
    if name.startswith("layouts/"):
        _check_layout(_layout(text))
        return
    form, carried = _form(name, text), read_form(carried_paper_texts()[name])
    if form.id != carried.id:
        raise RuleFileUnfit(
            N_("The file says it is {said}, not {name}."), said=form.id, name=carried.id
        )
    if not official:
        _check_whose(form, carried)
    _check_sheet(form, carried)
    _check_form(form)
    _check_columns(form, carried)


def paper_title(name: str, text: str) -> str:
    """Give the title of a blank, or the name of a layout; a text that cannot be read has none."""
    try:
        form = _form(name, text) if _is_form(name) else None
    except RuleFileUnfit:
        form = None
    if form is None:
        return name.partition("/")[2]
    return form.called or form.title.replace("\u3000", "")


def evidence_of(name: str, text: str) -> str:
    """Say how sure we are of a blank; nothing for what is none."""
    try:
        return _form(name, text).evidence if _is_form(name) else ""
    except RuleFileUnfit:
        return ""


def paper_changes(name: str, old: str, new: str) -> tuple[Remark, ...]:
    """Say what is printed otherwise. Raises ``RuleFileUnfit``."""
    if name.startswith("layouts/"):
        return tuple(_measures_changed(_layout(old), _layout(new)))
    return tuple(_words_changed(_form(name, old), _form(name, new)))


def _is_form(name: str) -> bool:
    return name.removeprefix("forms/") in FACTS


def _layouts() -> list[str]:
    return [one.partition("/")[2] for one in carried_paper_texts() if one.startswith("layouts/")]


def _read(text: str) -> dict[str, Any]:
    """Read YAML that is a table at its top. Raises ``RuleFileUnfit`` with the line."""
    if len(text) > _LARGEST:
        raise RuleFileUnfit(N_("This file is too large for a form. Choose another one."))
    try:
        read = yaml.safe_load(text)
    except yaml.MarkedYAMLError as broken:
        mark = broken.problem_mark
        raise _broken(1 if mark is None else mark.line + 1) from broken
    except (yaml.YAMLError, ValueError, RecursionError) as broken:
        raise _broken(1) from broken
    if not isinstance(read, dict):
        raise _broken(1)
    return read


def _broken(line: int) -> RuleFileUnfit:
    return RuleFileUnfit(
        N_("Line {line} of the file cannot be read. Correct it or ask for the file again."),
        line=line,
    )


@lru_cache(maxsize=128)
def _form(name: str, text: str) -> Form:
    if not _is_form(name):
        raise RuleFileUnfit(
            N_("“{name}” belongs to every form and cannot be replaced by a file."), name=name
        )
    _read(text)
    try:
        return read_form(text)
    except (msgspec.ValidationError, RecursionError) as wrong:
        raise _value(wrong) from wrong


def _layout(text: str) -> Layout:
    _read(text)
    try:
        return read_layout(text)
    except (msgspec.ValidationError, RecursionError) as wrong:
        raise _value(wrong) from wrong


def _value(wrong: Exception) -> RuleFileUnfit:
    return RuleFileUnfit(
        N_("The file holds a value that cannot be used ({why}). Correct it."), why=str(wrong)
    )


def _check_whose(form: Form, carried: Form) -> None:
    """Refuse to change what is official."""
    if carried.evidence == "verified":
        raise RuleFileUnfit(
            N_(
                "{id} {title} is an official form; its blank is not ours to change. When the "
                "district has a new one, take in the file it signed, as official."
            ),
            id=carried.id,
            title=carried.title,
        )
    if form.evidence != carried.evidence:
        raise RuleFileUnfit(
            N_(
                "Leave “evidence” as it is ({evidence}): only a file the district signed as "
                "official can say otherwise."
            ),
            evidence=carried.evidence,
        )
    if carried.evidence == "partial" and _bones(form) != _bones(carried):
        raise RuleFileUnfit(
            N_(
                "Of {id} {title} only titles, labels and sentences may change: its fields and "
                "their order were seen on the official form. Put them back."
            ),
            id=carried.id,
            title=carried.title,
        )


def _bones(form: Form) -> tuple[object, ...]:
    """Give what of a blank is no words: its fields, what each is, and their order."""
    return tuple(
        (one.key, one.type, one.must, one.beside, one.when, one.date) for one in form.fields
    )


def _check_sheet(form: Form, carried: Form) -> None:
    """Refuse to make a cover of something else, or to move what stands on one."""
    if not {form.shape, carried.shape} & set(_COVERS):
        return
    if form.shape != carried.shape or _bones(form) != _bones(carried):
        raise RuleFileUnfit(
            N_("Of a cover only titles, labels and sentences may change. Put its fields back.")
        )


def _check_form(form: Form) -> None:
    """Refuse a blank that asks for facts there are not, or that cannot be laid out."""
    kinds = kinds_of(FACTS[form.id])
    if form.layout not in _layouts():
        raise RuleFileUnfit(
            N_("There is no layout “{name}”. Choose one of: {names}."),
            name=form.layout,
            names=Listed(tuple(_layouts())),
        )
    if not form.title.strip() or not form.fields:
        raise RuleFileUnfit(N_("A form needs a title and at least one field. Add them."))
    for words in (form.title, form.foot, form.author):
        _check_places(words, kinds)
    other = {"running": _ONLY_ON["ruled"], "ruled": _ONLY_ON["running"]}.get(form.shape, ())
    keys = [one.key for one in form.fields]
    for one in form.fields:
        if one.type in other:
            raise RuleFileUnfit(
                N_("“{key}”: a field of type “{type}” cannot stand on a “{shape}” sheet."),
                key=one.key,
                type=one.type,
                shape=form.shape,
            )
        if one.beside and one.beside not in keys:
            raise _no_such_fact(one.beside, keys)
        _check_field(one, kinds)


def _check_field(field: Field, kinds: Mapping[str, Any]) -> None:
    _check_places(field.says, kinds)
    asked = [field.when, *([] if field.type in _OWN_WORDS else [field.key, field.date])]
    for key in asked:
        if key and key not in kinds:
            raise _no_such_fact(key, kinds)
    if field.type == "seal":
        _check_kind(field.date or "date", date, kinds)
    if field.type not in _OWN_WORDS:
        needed = _LINES if field.columns else _NEEDS.get(field.type, str)
        _check_kind(field.key, needed, kinds)


def _check_columns(form: Form, carried: Form) -> None:
    """Refuse a grid with other than its columns, or wider than the sheet."""
    known = {one.key: one.columns for one in carried.fields if one.columns}
    for one in form.fields:
        if one.key not in known and not one.columns:
            continue
        count = len(known.get(one.key, ()))
        full = abs(sum(width for _label, width in one.columns) - 1) < _FULL
        if len(one.columns) != count or not full or min(w for _l, w in one.columns) <= 0:
            raise RuleFileUnfit(
                N_("“{key}” needs {count} columns whose widths add up to 1. Correct them."),
                key=one.key,
                count=count,
            )


def _check_kind(key: str, needed: Any, kinds: Mapping[str, Any]) -> None:
    """Refuse a fact in a place that cannot show it."""
    if key not in kinds:
        raise _no_such_fact(key, kinds)
    had = set(_kinds(kinds[key]))
    fits = had <= set(_IN_A_LINE) if needed is str else had <= {needed}
    if not fits:
        raise RuleFileUnfit(
            N_("“{key}” cannot be printed in a field of this type. Leave its type as it was."),
            key=key,
        )


def _kinds(hint: Any) -> Iterable[Any]:
    """Name what a fact may be, besides nothing."""
    if isinstance(hint, UnionType):
        return [one for one in get_args(hint) if one is not type(None)]
    return [hint]


def _check_places(words: str, kinds: Mapping[str, Any]) -> None:
    for key in _PLACE.findall(words):
        _check_kind(key, str, kinds)
    if {"{", "}"} & set(_PLACE.sub("", words)):
        raise RuleFileUnfit(
            N_("“{words}”: braces stand around the name of a fact and nowhere else. Correct them."),
            words=words[:_QUOTED],
        )


def _no_such_fact(key: str, known: Iterable[str]) -> RuleFileUnfit:
    return RuleFileUnfit(
        N_("“{key}” is no fact of this form. Those it has are: {known}."),
        key=key,
        known=Listed(tuple(sorted(known))),
    )


def _check_layout(layout: Layout) -> None:
    """Refuse measures by which nothing could be laid out."""
    edges = msgspec.structs.asdict(layout.margins)
    for name, least in _LEAST_MARGINS.items():
        _between(f"margins.{name}", edges[name], least, 60.0)
    _between("page.width", layout.page.width, *_SHEETS[0])
    _between("page.height", layout.page.height, *_SHEETS[1])
    _between("page.width", layout.page.width - edges["left"] - edges["right"], 60.0, 300.0)
    for name, letters in _letters(layout).items():
        _between(f"{name}.size", letters.size, *_SIZES)
        _between(f"{name}.pitch", letters.pitch, letters.size, 3 * letters.size)


def _between(name: str, value: float, least: float, most: float) -> None:
    if not least <= value <= most:
        raise RuleFileUnfit(
            N_("“{name}” is {value}; it must lie between {least} and {most}."),
            name=name,
            value=f"{value:g}",
            least=f"{least:g}",
            most=f"{most:g}",
        )


def _letters(layout: Layout) -> dict[str, Letters]:
    parts = msgspec.structs.asdict(layout)
    return {name: part for name, part in parts.items() if isinstance(part, Letters)}


def _measures_changed(old: Layout, new: Layout) -> Iterable[Remark]:
    then, now = _flat(old), _flat(new)
    for name, value in now.items():
        if then[name] != value:
            yield remark(
                N_("{name}: {before} → {after}"), name=name, before=then[name], after=value
            )


def _flat(layout: Layout) -> dict[str, str]:
    return {
        f"{part}.{name}": f"{value:g}"
        for part, measures in msgspec.structs.asdict(layout).items()
        for name, value in msgspec.structs.asdict(measures).items()
    }


def _words_changed(old: Form, new: Form) -> Iterable[Remark]:
    said = N_("{before} → {after}")
    for name in ("title", "layout", "foot", "author"):
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield remark(said, before=before or "—", after=after or "—")
    was = {(one.key, one.type): one for one in old.fields}
    will = {(one.key, one.type): one for one in new.fields}
    for key, field in will.items():
        stood = was.get(key)
        if stood is None:
            yield remark(N_("New on the form: {label}."), label=_called(field))
        elif _called(stood) != _called(field):
            yield remark(said, before=_called(stood), after=_called(field))
    for key, field in was.items():
        if key not in will:
            yield remark(N_("No more on the form: {label}."), label=_called(field))
    if [key for key in was if key in will] != [key for key in will if key in was]:
        yield remark(N_("The fields stand in another order."))


def _called(field: Field) -> str:
    return (field.label or field.says or field.key).replace("\n", "")
