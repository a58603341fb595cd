"""Results come in order; what was finished when the work ended is not lost."""

import threading
from time import sleep

import pytest

from assistant.errors import SettingsError
from assistant.inorder import Done, finished_first, in_order

STOP = SettingsError("the key was refused", hint="another")


def results(
    outcomes: dict[int, float | None], count: int, workers: int
) -> tuple[list[str], list[int]]:
    """`outcomes` says of an item how long it takes, None that it stops the work.

    The first items are under way together, however slowly the machine starts its threads.
    """
    begun: list[int] = []
    lock = threading.Lock()
    together = threading.Barrier(workers, timeout=60)

    def work(item: int) -> Done[str]:
        with lock:
            begun.append(item)
        if item < workers:
            together.wait()
        seconds = outcomes.get(item, 0.0)
        if seconds is None:
            sleep(0.1)
            return Done("failed", STOP)
        sleep(seconds)
        return Done(f"r{item}")

    found: list[str] = []
    with pytest.raises(SettingsError, match="refused"):
        done = in_order(work, range(count), workers)
        found.extend(finished_first(done, lambda result: result != "failed"))
    return found, sorted(begun)


@pytest.mark.parametrize(
    ("outcomes", "workers", "found", "begun"),
    [
        ({0: None}, 1, [], [0]),
        ({2: None}, 1, ["r0", "r1"], [0, 1, 2]),
        ({0: None, 1: 0.3, 2: 0.2}, 3, ["failed", "r1", "r2"], [0, 1, 2]),
        ({0: 0.2, 1: None, 2: 0.3}, 3, ["r0", "failed", "r2"], [0, 1, 2]),
        ({0: None, 1: None, 2: None}, 3, [], [0, 1, 2]),
        ({0: 0.0, 1: None, 2: None, 3: 0.3}, 4, ["r0", "failed", "failed", "r3"], [0, 1, 2, 3]),
    ],
)
def test_finished_results_come_before_the_error(
    outcomes: dict[int, float | None], workers: int, found: list[str], begun: list[int]
) -> None:
    told, started = results(outcomes, len(begun) if workers > 1 else 9, workers)
    assert (told, started) == (found, begun)


def test_nothing_is_begun_after_the_error() -> None:
    _, begun = results({0: None, 1: 0.2, 2: 0.2}, 50, 3)
    assert begun == [0, 1, 2]


@pytest.mark.parametrize("workers", [1, 4])
def test_without_an_error_everything_comes_in_order(workers: int) -> None:
    done = in_order(lambda n: Done(n), range(20), workers)
    assert list(finished_first(done, lambda _: True)) == list(range(20))


@pytest.mark.parametrize("workers", [1, 2])
def test_a_bug_is_raised_in_its_place(workers: int) -> None:
    def work(item: int) -> Done[int]:
        if item == 2:
            raise TypeError("a bug")
        return Done(item)

    found: list[Done[int]] = []
    with pytest.raises(TypeError):
        found.extend(in_order(work, range(4), workers))
    assert [done.result for done in found] == [0, 1]
