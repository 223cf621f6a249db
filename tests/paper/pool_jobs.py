"""Jobs that the tests of the pool send to workers."""

import os
import signal
import time

from mediator_desk.paper.papers import print_case_summary, print_form
from mediator_desk.refusals import Refusal
from tests.paper.samples import agreement, summary


def summary_of(press, number):
    return print_case_summary(press, summary(number=f"某街-2026-{number}"))


def agreement_of(press, said):
    return print_form(press, "F11", agreement(facts_and_issues=said))


def slowly(press, number, seconds):
    time.sleep(seconds)
    return summary_of(press, number)


def refused(press):
    raise Refusal("The case {number} is not closed.", number="某街-2026-3")


def mistaken(press):
    return {}["nothing"]


def killed(press):
    os.kill(os.getpid(), signal.SIGKILL)
