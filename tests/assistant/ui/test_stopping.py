"""Work that is stopped half-way."""

import threading
from collections.abc import Iterator

import pytest

from assistant.ui.stopping import Run, Stops


def test_items_come_as_they_are_made_and_errors_with_them() -> None:
    def items() -> Iterator[int]:
        yield from (1, 2)
        raise ValueError("three")

    taken = []
    with pytest.raises(ValueError, match="three"):
        taken.extend(Run().until_stopped(items()))
    assert taken == [1, 2]


@pytest.mark.parametrize("count", [0, 1, 5])
def test_all_items_come_when_nobody_stops(count: int) -> None:
    run = Run()
    assert [*run.until_stopped(iter(range(count)))] == [*range(count)]
    assert not run.stopped


def test_a_stop_ends_what_waits_for_its_next_item_at_once() -> None:
    gate, closed = threading.Event(), threading.Event()

    def items() -> Iterator[int]:
        try:
            yield 1
            gate.wait(20)  # a language model that takes its time
            yield 2
            raise AssertionError("nobody asked for the third")
        finally:
            closed.set()

    run, taken = Run(), []
    for item in run.until_stopped(items()):
        taken.append(item)
        threading.Timer(0.05, run.stop).start()
    assert taken == [1] and run.stopped and not gate.is_set()
    gate.set()
    assert closed.wait(5)


def test_nothing_is_made_ahead() -> None:
    made = []

    def items() -> Iterator[int]:
        for number in range(100):
            made.append(number)
            yield number

    found = Run().until_stopped(items())
    assert next(found) == 0
    assert threading.Event().wait(0.05) is False
    assert made == [0]
    found.close()  # type: ignore[attr-defined]


def test_only_the_visitors_own_runs_are_ended_and_their_last_words_awaited() -> None:
    stops, said = Stops(), []
    begun = threading.Barrier(3)

    def visit(name: str, items: Iterator[int]) -> None:
        with stops.going(name) as run:
            for item in run.until_stopped(items):
                if item == 0:
                    begun.wait(5)
            said.append((name, run.stopped))

    gate = threading.Event()

    def slow() -> Iterator[int]:
        yield 0
        gate.wait(20)

    threads = [threading.Thread(target=visit, args=(n, slow())) for n in ("nok", "ploy")]
    for thread in threads:
        thread.start()
    begun.wait(5)
    stops.end("nok")
    assert said == [("nok", True)]
    gate.set()
    for thread in threads:
        thread.join(5)
    assert said == [("nok", True), ("ploy", False)]
    stops.end("nok")  # nothing is going on: nothing happens


def test_a_new_run_of_a_visitor_ends_the_earlier_one() -> None:
    stops, order, begun = Stops(), [], threading.Event()

    def first() -> None:
        with stops.going("nok") as run:
            for _ in run.until_stopped(iter(int, 1)):
                begun.set()
            order.append("first")

    thread = threading.Thread(target=first)
    thread.start()
    assert begun.wait(5)
    with stops.going("nok") as run:
        order.append("second")
        assert not run.stopped
    thread.join(5)
    assert order == ["first", "second"]
