"""Keeps the catalogue of words: gathers sentences, takes in translations, checks and compiles.

Sentences carry neither line numbers nor dates, so that the same sources always give the
same two files and nobody's work collides with a line that only moved.
"""

import argparse
import fcntl
import io
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tokenize import TokenError

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("mediator_desk", "db", "ui", "resources")
PROGRAM = "main.py"
LANGUAGE = "zh_CN"
TRANSLATIONS = ROOT / "resources" / "translations"
TEMPLATE = TRANSLATIONS / "mediator_desk.pot"
CATALOGUE = TRANSLATIONS / LANGUAGE / "LC_MESSAGES" / "mediator_desk.po"
COMPILED = CATALOGUE.with_suffix(".mo")

KEYWORDS = {"_": None, "N_": None, "n_": (1, 2), "p_": ((1, "c"), 2)}
PLACE = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)[^{}]*\}")

HEADER = """\
# {title}
# This file is distributed under the licence of Mediator Desk.
msgid ""
msgstr ""
"Project-Id-Version: Mediator Desk\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"

"""
TEMPLATE_HEADER = HEADER.format(
    title="Every sentence of Mediator Desk, made by packaging/words.py.",
    language="",
    plural="nplurals=INTEGER; plural=EXPRESSION;",
)
CATALOGUE_HEADER = HEADER.format(
    title="Mediator Desk in Simplified Chinese.", language=LANGUAGE, plural="nplurals=1; plural=0;"
)

Key = tuple[str, str]  # context, singular sentence


def main(words: list[str] | None = None) -> int:
    """Do what the command line asks and answer with the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("extract", help="gather the sentences of the sources into the template")
    verbs.add_parser("update", help="bring the Chinese catalogue up to the template")
    verbs.add_parser("compile", help="make the binary catalogue the program reads")
    verbs.add_parser("check", help="fail if a sentence is stale, missing or loses a place")
    merge = verbs.add_parser("merge", help="take in translations: sentence, tab, translation")
    merge.add_argument("file", type=Path)
    asked = parser.parse_args(words)
    verb: dict[str, Callable[[], int]] = {
        "extract": _extract,
        "update": _update,
        "compile": _compile,
        "check": _check,
        "merge": lambda: _merge(asked.file),
    }
    with _alone():
        return verb[asked.verb]()


def _extract() -> int:
    """Write the template."""
    _write(TEMPLATE, _as_text(gathered(), TEMPLATE_HEADER))
    return 0


def _update() -> int:
    """Write the template and a catalogue that holds its sentences and no others."""
    template = gathered()
    _write(TEMPLATE, _as_text(template, TEMPLATE_HEADER))
    _write(CATALOGUE, _as_text(_renewed(template, _known()), CATALOGUE_HEADER))
    return 0


def _compile() -> int:
    """Write the binary catalogue."""
    with io.BytesIO() as held:
        write_mo(held, _read(CATALOGUE))
        _write(COMPILED, held.getvalue())
    return 0


def _check() -> int:
    """Print what is wrong with the catalogue; 1 if anything is."""
    wrong = list(problems())
    for line in wrong:
        print(line)
    if wrong:
        print(f"{len(wrong)} to mend: run packaging/words.py update, then translate.")
    return 1 if wrong else 0


def _merge(file: Path) -> int:
    """Take in translations, keep what the sources no longer say at the end, and compile."""
    new = dict(_lines(file))
    template = gathered()
    here = {_key(message) for message in template if message.id}
    _write(TEMPLATE, _as_text(template, TEMPLATE_HEADER))
    renewed = _renewed(template, _known() | new, keep_obsolete=True)
    _write(CATALOGUE, _as_text(renewed, CATALOGUE_HEADER))
    _compile()
    for message in renewed:
        if message.id and _key(message) in new:
            for flaw in _flaws(message, _shown(*_key(message))):
                print(flaw)
    strangers = [key for key in new if key not in here]
    for context, sentence in strangers:
        print(f"not in the sources: {_shown(context, sentence)}")
    print(f"{len(new) - len(strangers)} taken in, {len(strangers)} not found")
    return 0


def gathered() -> Catalog:
    """Gather every marked sentence of the sources."""
    catalogue = Catalog(charset="utf-8")
    files = [file for source in SOURCES for file in sorted((ROOT / source).rglob("*.py"))]
    for file in (*files, ROOT / PROGRAM):
        if not file.exists():
            continue
        try:
            found = list(extract_from_file("python", file, keywords=KEYWORDS, comment_tags=()))
        except (SyntaxError, TokenError) as reason:
            sys.exit(f"{file.relative_to(ROOT)} cannot be read as Python yet: {reason}")
        for _line, message, _comments, context in found:
            catalogue.add(message, context=context)
    return catalogue


def problems() -> Iterator[str]:
    """Say, line by line, what keeps the catalogue from being whole."""
    template = gathered()
    if _bytes(TEMPLATE) != _as_text(template, TEMPLATE_HEADER):
        yield f"stale: {TEMPLATE.relative_to(ROOT)}"
    catalogue = _read(CATALOGUE)
    wanted = {_key(message) for message in template if message.id}
    held = {_key(message): message for message in catalogue if message.id}
    for context, sentence in sorted(wanted - held.keys()):
        yield f"not in the catalogue: {_shown(context, sentence)}"
    for context, sentence in sorted(held.keys() - wanted):
        yield f"no longer said: {_shown(context, sentence)}"
    for context, sentence in sorted(held.keys() & wanted):
        yield from _flaws(held[context, sentence], _shown(context, sentence))
    for message in catalogue.obsolete.values():
        yield f"no longer said: {_shown(*_key(message))}"


def _flaws(message: Message, shown: str) -> Iterator[str]:
    """Say what is wrong with one translation."""
    translations = _said(message)
    if not all(translations):
        yield f"untranslated: {shown}"
        return
    if message.fuzzy:
        yield f"fuzzy: {shown}"
    for translation in translations:
        if set(PLACE.findall(_forms(message)[-1])) != set(PLACE.findall(translation)):
            yield f"places differ: {shown} -> {translation!r}"


def _renewed(template: Catalog, known: dict[Key, str], *, keep_obsolete: bool = False) -> Catalog:
    """Lay the known translations over the template."""
    renewed = Catalog(locale=LANGUAGE, charset="utf-8")
    for message in template:
        if message.id:
            key = _key(message)
            said = known.pop(key, "")
            plural = len(_forms(message)) > 1
            renewed.add(message.id, (said,) if plural else said, context=message.context)
    if keep_obsolete:
        for (context, sentence), said in known.items():
            left = Message(sentence, said, context=context or None)
            renewed.obsolete[(sentence, context) if context else sentence] = left
    return renewed


def _known() -> dict[Key, str]:
    """Read the translations there are, those of sentences no longer said too."""
    catalogue = _read(CATALOGUE)
    messages = [*catalogue.obsolete.values(), *(message for message in catalogue if message.id)]
    said = {_key(message): _said(message)[0] for message in messages}
    return {key: translation for key, translation in said.items() if translation}


def _lines(file: Path) -> Iterator[tuple[Key, str]]:
    """Read translations from lines of sentence, tab, translation."""
    for line in file.read_text(encoding="utf-8").split("\n"):
        if not line.strip():
            continue
        source, tab, translation = line.rstrip("\r").partition("\t")
        if not tab or not translation:
            print(f"no tab or no translation: {line!r}")
            continue
        context, separator, sentence = source.replace("\\n", "\n").rpartition("\x04")
        yield (context if separator else "", sentence), translation.replace("\\n", "\n")


def _key(message: Message) -> Key:
    """Name a message by its context and its singular."""
    return message.context or "", _forms(message)[0]


def _forms(message: Message) -> tuple[str, ...]:
    """Give the sentence, or its singular and plural."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _said(message: Message) -> tuple[str, ...]:
    """Give the translation in each of its forms; Chinese has one."""
    said = message.string or ""
    return (said,) if isinstance(said, str) else tuple(said)


def _shown(context: str, sentence: str) -> str:
    """Show a sentence on one line."""
    return f"{sentence!r} ({context})" if context else repr(sentence)


def _read(file: Path) -> Catalog:
    """Read a catalogue; one that is not there yet is empty."""
    return read_po(io.BytesIO(_bytes(file)), locale=LANGUAGE, charset="utf-8")


def _bytes(file: Path) -> bytes:
    """Read a file, or nothing if it is not there."""
    return file.read_bytes() if file.exists() else b""


def _as_text(catalogue: Catalog, header: str) -> bytes:
    """Write a catalogue under our own header, which names no day and no machine."""
    with io.BytesIO() as held:
        write_po(held, catalogue, width=96, no_location=True, omit_header=True, sort_output=True)
        return header.encode() + held.getvalue().strip() + b"\n"


def _write(file: Path, content: bytes) -> None:
    """Put a whole file in place at once, and leave an equal one untouched."""
    if _bytes(file) == content and file.exists():
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.part")
    part.write_bytes(content)
    part.replace(file)


@contextmanager
def _alone() -> Iterator[None]:
    """Let one person at a time change the catalogue."""
    door = os.open(TRANSLATIONS.parent, os.O_RDONLY)
    try:
        fcntl.flock(door, fcntl.LOCK_EX)
        yield
    finally:
        os.close(door)


if __name__ == "__main__":
    sys.exit(main())
