"""Sums of money: read as people type them, and written out in capital characters (大写).

Only exact decimals; a sum has at most two places. Where the rule leaves a 零 to the writer, one
style is kept: it is written when the yuan end in 0 and jiao follow.
"""

import re
import unicodedata
from decimal import Decimal

from mediator_desk.refusals import Refusal
from mediator_desk.words import N_

LARGEST = Decimal("999999999999.99")

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿")
_TYPED = re.compile(
    r"(?:人民币|rmb|cny|[¥￥])?"
    r"(?P<figures>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
    r"(?P<times>千|万|亿)?(?:元|圆|块|yuan)?(?:整|正|钱)?",
    re.IGNORECASE,
)
_TIMES = {"千": Decimal(1000), "万": Decimal(10000), "亿": Decimal(100000000)}


def parse_amount(typed: str) -> Decimal:
    """Read a typed sum: 1,409.5, ¥1409.50, １４０９元, 1.2万元. Refuses what is not a sum."""
    written = unicodedata.normalize("NFKC", typed).replace(" ", "")
    found = _TYPED.fullmatch(written)
    if found is None:
        raise Refusal(
            N_("“{typed}” is not an amount. Type figures, for example 1,409.50."),
            typed=typed.strip(),
        )
    figures = Decimal(found["figures"].replace(",", ""))
    return exact_amount(figures * _TIMES.get(found["times"] or "", Decimal(1)))


def exact_amount(amount: Decimal) -> Decimal:
    """Give a sum with exactly two places, or refuse it."""
    if not amount.is_finite() or amount < 0:
        raise Refusal(N_("An amount cannot be below zero."))
    if amount > LARGEST:
        raise Refusal(N_("{amount} is more than the desk can write."), amount=amount)
    exact = amount.quantize(Decimal("0.01"))
    if exact != amount:
        raise Refusal(N_("{amount} has parts of a cent; leave them out."), amount=f"{amount:f}")
    return exact


def in_capitals(amount: Decimal) -> str:
    """Write a sum in capital characters, as agreements and receipts need it."""
    cents = int(exact_amount(amount) * 100)
    yuan, jiao, fen = cents // 100, cents // 10 % 10, cents % 10
    said = f"{_whole(yuan)}元" if yuan else ""
    if not jiao and not fen:
        return f"{said or '零元'}整"
    if yuan and (not jiao or yuan % 10 == 0):
        said += "零"
    if jiao:
        said += f"{_DIGITS[jiao]}角"
    return f"{said}{_DIGITS[fen]}分" if fen else said


def in_figures(amount: Decimal) -> str:
    """Write a sum in figures with two places and a comma at every thousand."""
    return f"{exact_amount(amount):,.2f}"


def _whole(number: int) -> str:
    """Write a whole number group by group of four digits, one 零 for any gap."""
    said = ""
    for group in (2, 1, 0):
        above, part = divmod(number // 10000**group, 10000)
        if not part:
            continue
        gap = said and (part < 1000 or above % 10000 == 0)
        said += ("零" if gap else "") + _four(part) + _GROUPS[group]
    return said


def _four(part: int) -> str:
    said = ""
    for place in (3, 2, 1, 0):
        digit = part // 10**place % 10
        if digit:
            said += _DIGITS[digit] + _PLACES[place]
        elif said and not said.endswith("零") and part % 10**place:
            said += "零"
    return said
