"""Many papers are printed by several processes, in order, and one bad one stops nothing."""

import pickle
import time
from functools import partial
from itertools import count, islice

import pytest

from mediator_desk.paper.papers import print_case_summary
from mediator_desk.paper.pool import Pool
from mediator_desk.refusals import Refusal
from mediator_desk.troubles import GlyphMissing, PaperFailed, WrongPassword
from tests.paper.pool_jobs import agreement_of, killed, mistaken, refused, slowly, summary_of
from tests.paper.samples import summary


@pytest.fixture(scope="module")
def pool(press):
    with Pool(press, workers=2) as opened:
        yield opened


def test_results_come_in_the_order_of_the_jobs_though_the_first_takes_longest(pool):
    jobs = [partial(slowly, number=0, seconds=0.3)]
    jobs += [partial(summary_of, number=number) for number in range(1, 6)]

    results = list(pool.print_all(jobs))

    assert [one.index for one in results] == list(range(6))
    assert [one.printed.title for one in results] == [f"案情摘要　某街-2026-{n}" for n in range(6)]


def test_a_worker_prints_the_same_bytes_as_this_process(pool, press):
    facts = summary()

    (result,) = pool.print_all([partial(print_case_summary, facts=facts)])

    assert result.printed.pdf == print_case_summary(press, facts).pdf
    assert result.printed.papers == print_case_summary(press, facts).papers


def test_bad_jobs_tell_their_reasons_and_the_rest_are_printed(pool):
    jobs = [
        partial(summary_of, number=0),
        refused,
        partial(agreement_of, said="王😀"),
        mistaken,
        lambda press: None,
        partial(summary_of, number=5),
    ]

    results = list(pool.print_all(jobs))

    assert [one.index for one in results if one.printed] == [0, 5]
    kinds = [type(one.error) for one in results[1:5]]
    assert kinds == [Refusal, GlyphMissing, PaperFailed, PaperFailed]
    assert results[1].error.places == {"number": "某街-2026-3"}
    assert results[2].error.places["character"] == "😀"
    assert "KeyError, pool_jobs.py" in results[3].error.words()


def test_a_worker_that_is_killed_is_replaced_and_only_its_job_is_lost(pool):
    jobs = [partial(summary_of, number=number) for number in range(6)]
    jobs[2] = killed

    results = list(pool.print_all(jobs))

    assert [one.index for one in results if one.printed] == [0, 1, 3, 4, 5]
    assert isinstance(results[2].error, PaperFailed)


def test_cancelling_ends_a_batch_in_the_middle_of_a_long_paper(press):
    stopped = []
    jobs = [partial(summary_of, number=0), *[partial(slowly, number=1, seconds=60)] * 9]
    with Pool(press, workers=1) as pool:
        results = []
        for one in pool.print_all(jobs, lambda: bool(stopped)):
            results.append(one.index)
            stopped.append(time.monotonic())

        assert results == [0]
        assert time.monotonic() - stopped[0] < 30
        assert [one.index for one in pool.print_all(jobs[:1])] == [0]


def test_jobs_are_drawn_only_as_they_are_needed(pool):
    drawn = []
    jobs = (partial(summary_of, number=drawn.append(one) or one) for one in count())

    taken = list(islice(pool.print_all(jobs), 10))

    assert [one.index for one in taken] == list(range(10))
    assert len(drawn) < 60


def test_a_pool_that_is_not_asked_for_whole_papers_answers_with_the_pdf_alone(press):
    with Pool(press, workers=1, whole=False) as pool:
        (result,) = pool.print_all([partial(summary_of, number=1)])

    assert result.printed.papers == ()
    assert result.printed.pdf.startswith(b"%PDF")


def test_no_process_is_left_when_the_pool_is_closed(press):
    with Pool(press, workers=1) as pool:
        list(pool.print_all([partial(summary_of, number=1)]))
        (worker,) = pool._workers

    assert not worker.process.is_alive()


def test_bad_news_of_every_kind_crosses_to_another_process():
    crossed = pickle.loads(pickle.dumps(WrongPassword()))

    assert crossed.words() == WrongPassword().words()
