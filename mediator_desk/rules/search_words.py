"""Cut texts, names and typed queries into the words of the search index.

Chinese is cut into overlapping pairs, other letters and digits into overlapping fours, and the
last shorter ends are kept too, so that any piece of a text can be found again: a query is cut
the same way, and what the pieces cannot prove is checked against the folded text.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

FILTER_MARK = "\ue000"
_ESCAPE = "\ue001"
# All Chinese planes up to the last (a character too new for this Python's own tables still
# counts), and the private ones an old system may have left in a name; never the filter mark.
_HAN = "々〆〇㐀-䶿一-鿿豈-\ufaff\ue002-\uf8ff\U00020000-\U0003ffff"
# Signs that became letters after the tokenizer's tables were made; it would split there.
_UNKNOWN_TO_TOKENIZER = "\u19b0-\u19c0\u19c8\u19c9\u1cf2\u1cf3"
_RUN = re.compile(f"(?P<han>[{_HAN}]+)|(?P<word>[^\\W_{_HAN}{_UNKNOWN_TO_TOKENIZER}]+)")
_PLAIN = re.compile("[a-z0-9]")
_HAN_SIZE, _WORD_SIZE = 2, 4
_ENOUGH_PIECES = 24
_SHORT_PHONE = 4
# A group with no token in it lets nothing through; this word is never written to an index.
_NOTHING = f'"{FILTER_MARK}{_ESCAPE}"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What to ask the index, and what to check afterwards.

    ``match`` is the expression for the index, or None when nothing in it can be asked there.
    ``verify`` must occur in the folded text; it is empty where the match alone is proof.
    ``single`` tells that one character was typed, which is quicker looked for in the newest rows.
    """

    match: str | None
    verify: str
    single: bool


def fold(text: str) -> str:
    """Make spellings alike: full-width as half-width, capitals as small, spaces as one space."""
    folded = unicodedata.normalize("NFKC", text.replace("\0", " ")).lower()
    return " ".join(folded.split())


def text_tokens(text: str) -> list[str]:
    """Cut a text into the words it can be found by."""
    pieces = (gram for run, size in _runs(fold(text)) for gram in _grams(run, size))
    return list(dict.fromkeys(pieces))


def name_tokens(names: Iterable[str], readings: Callable[[str], Sequence[str]]) -> list[str]:
    """Cut names into the words they can be found by: characters, sounds and initials.

    ``readings`` gives the sounds of one name (``rules.pinyin.name_keys``).
    """
    tokens: dict[str, None] = {}
    for name in names:
        tokens.update(dict.fromkeys(readings(name)))
        for run, size in _runs(_joined(fold(name))):
            tokens.update(dict.fromkeys(_grams(run, size) if size == _HAN_SIZE else (run,)))
    return list(tokens)


def phone_tokens(phones: Iterable[str]) -> list[str]:
    """Give the words a phone is found by: all of its digits, and the last four."""
    tokens: dict[str, None] = {}
    for phone in phones:
        digits = "".join(re.findall("[0-9]", fold(phone)))
        if digits:
            tokens.update({digits: None, digits[-_SHORT_PHONE:]: None})
    return list(tokens)


def filter_token(dim: str, key: str) -> str:
    """Name one value of one filter (a state, a topic, a place) as a word nobody can type."""
    return f"{FILTER_MARK}{_spelled(dim)}{_ESCAPE}{_spelled(key)}"


def match_expression(text: str, filters: Iterable[Collection[str]] = ()) -> Query:
    """Ask for the texts that hold this piece of text, narrowed by filters.

    Each filter is a group of filter tokens of which one must hold; all groups must.
    """
    needle = fold(text)
    runs = list(_runs(needle))
    pieces: dict[str, None] = {}
    for place, (run, size) in enumerate(runs, start=1):
        ended = place < len(runs) or not needle.endswith(run)
        pieces.update(dict.fromkeys(_asked(run, size, ended=ended)))
    # The tokenizer takes é for e, so that only these two kinds of letters are proof by themselves.
    plain = needle.isascii() or any(size == _HAN_SIZE for _run, size in runs)
    proven = len(runs) == 1 and runs[0][0] == needle and len(needle) <= runs[0][1] and plain
    return Query(
        match=_all_of([*list(pieces)[:_ENOUGH_PIECES], *_narrowed(filters)]),
        verify="" if proven else needle,
        single=len(needle) == 1 and bool(runs),
    )


def name_expression(text: str, filters: Iterable[Collection[str]] = ()) -> Query:
    """Ask for the people with this name, sound, initials or phone number."""
    needle = _joined(fold(text))
    pieces: dict[str, None] = {}
    for run, size in _runs(needle):
        asked = _asked(run, size, ended=False) if size == _HAN_SIZE else (_begins(run),)
        pieces.update(dict.fromkeys(asked))
    all_han = bool(needle) and re.fullmatch(f"[{_HAN}]+", needle) is not None
    return Query(
        match=_all_of([*list(pieces)[:_ENOUGH_PIECES], *_narrowed(filters)]) if pieces else None,
        verify=needle if all_han and len(needle) > _HAN_SIZE else "",
        single=all_han and len(needle) == 1,
    )


def joined_name(name: str) -> str:
    """Fold a name as ``name_expression`` verifies it: without spaces and separating dots."""
    return _joined(fold(name))


def _runs(folded: str) -> Iterator[tuple[str, int]]:
    for found in _RUN.finditer(folded):
        yield found.group(), _HAN_SIZE if found.lastgroup == "han" else _WORD_SIZE


def _grams(run: str, size: int) -> Iterator[str]:
    return (run[at : at + size] for at in range(len(run)))


def _asked(run: str, size: int, *, ended: bool) -> Iterator[str]:
    """Give the quoted pieces every text with this run must have; an open end may go on."""
    if ended:
        yield from (_quoted(gram) for gram in _grams(run, size))
    elif len(run) < size:
        yield _begins(run)
    else:
        yield from (_quoted(run[at : at + size]) for at in range(len(run) - size + 1))


def _narrowed(filters: Iterable[Collection[str]]) -> Iterator[str]:
    for group in filters:
        asked = [_quoted(token) for token in sorted(group)]
        yield asked[0] if len(asked) == 1 else f"({' OR '.join(asked)})" if asked else _NOTHING


def _all_of(pieces: Sequence[str]) -> str | None:
    return " AND ".join(pieces) if pieces else None


def _quoted(token: str) -> str:
    return '"' + token.replace('"', '""') + '"'


def _begins(token: str) -> str:
    return _quoted(token) + "*"


def _joined(folded: str) -> str:
    return "".join(run for run, _size in _runs(folded))


def _spelled(key: str) -> str:
    """Spell a key in small letters and digits, the only signs the tokenizer leaves alone."""
    return "".join(c if _PLAIN.match(c) else f"{_ESCAPE}{ord(c):x}{_ESCAPE}" for c in key)
