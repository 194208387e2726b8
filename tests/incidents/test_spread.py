"""Work shared out among processes is the same work."""

import os
import subprocess
import sys
import threading
from collections.abc import Sequence

import pytest

from sayso.incidents.spread import spread

THINGS = list(range(57))


def doubled(things: Sequence[int]) -> list[tuple[int, int]]:
    return [(2 * each, os.getpid()) for each in things]


def values(made: Sequence[tuple[int, int]]) -> list[int]:
    return [value for value, _ in made]


@pytest.mark.parametrize("processes", [1, 2, 3, 7])
def test_things_are_made_in_their_order_by_so_many_processes(processes):
    made = spread(doubled, THINGS, processes=processes, at_least=2)
    assert values(made) == [2 * each for each in THINGS]
    assert len({process for _, process in made}) == processes


def test_shares_cost_about_the_same():
    costs = [10, *([1] * 10)]
    made = spread(doubled, THINGS[:11], processes=2, at_least=2, costs=costs)
    assert values(made) == [2 * each for each in THINGS[:11]]
    assert [process == os.getpid() for _, process in made] == [True, *([False] * 10)]
    assert values(spread(doubled, THINGS[:3], processes=3, at_least=2, costs=[9, 0, 0])) == [0, 2, 4]


def test_few_things_are_made_by_one_process():
    made = spread(doubled, THINGS, processes=2, at_least=58)
    assert {process for _, process in made} == {os.getpid()}


@pytest.mark.parametrize("processes", [1, 2, 4])
def test_things_are_made_by_the_others_while_one_process_does_something_else(processes):
    done = []
    made = spread(
        doubled, THINGS, processes=processes, at_least=2, meanwhile=lambda: done.append(os.getpid())
    )
    assert values(made) == [2 * each for each in THINGS]
    assert done == [os.getpid()]
    assert len({process for _, process in made} | {os.getpid()}) == processes


def test_beside_other_threads_one_process_works_alone():
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    made = spread(doubled, THINGS, processes=2, at_least=2)
    done.set()
    other.join()
    assert {process for _, process in made} == {os.getpid()}


def test_the_share_of_a_process_that_died_is_made_here():
    here = os.getpid()

    def fatal(things: Sequence[int]) -> list[tuple[int, int]]:
        if os.getpid() != here:
            os._exit(9)
        return doubled(things)

    assert values(spread(fatal, THINGS, processes=3, at_least=2)) == [2 * each for each in THINGS]


def test_what_is_wrong_with_a_share_is_raised_here():
    def halved(things: Sequence[int]) -> list[float]:
        return [1 / (each - 56) for each in things]

    with pytest.raises(ZeroDivisionError):
        spread(halved, THINGS, processes=2, at_least=2)


def test_nothing_goes_on_when_the_process_is_killed():
    script = """
import os, time
from sayso.incidents.spread import spread
def work(share):
    os.write(1, b"%d\\n" % os.getpid())
    time.sleep(60)
    return share
spread(work, range(9), processes=3, at_least=1)
"""
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    at_work = {int(process.stdout.readline()) for _ in range(3)}
    assert process.pid in at_work
    process.kill()
    # The pipe ends only when the last process that holds it has ended.
    assert process.communicate(timeout=30) == ("", None)
