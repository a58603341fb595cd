"""Work on several items at once, with the results in order, and nothing finished lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

from assistant.errors import JingmaiError

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Done(Generic[R]):
    """The result of one item, and the error that ends the whole work, None where it goes on."""

    result: R
    stop: JingmaiError | None = None


def in_order(work: Callable[[T], Done[R]], items: Sequence[T], workers: int) -> Iterator[Done[R]]:
    """What `work` makes of `items`, `workers` at a time.

    Once one has a `stop` no other is begun; those under way are finished and given. Whatever
    `work` raises is raised in the item's place.
    """
    if workers == 1:
        for item in items:
            done = work(item)
            yield done
            if done.stop is not None:
                return
        return
    slots: list[Future[Done[R]]] = [Future() for _ in items]
    lock, begun, stopped = Lock(), 0, False

    def next_one() -> None:
        nonlocal begun, stopped
        with lock:
            if stopped:
                return
            place, begun = begun, begun + 1
        try:
            done = work(items[place])
        except BaseException as error:
            slots[place].set_exception(error)
            return
        if done.stop is not None:
            with lock:
                stopped = True
        slots[place].set_result(done)

    with ThreadPoolExecutor(workers) as pool:
        for _ in items:
            pool.submit(next_one)
        try:
            for place, slot in enumerate(slots):
                done = slot.result()
                yield done
                if done.stop is not None:
                    yield from _finished(slots[place + 1 : begun])
                    return
        finally:
            with lock:
                stopped = True


def finished_first(results: Iterator[Done[R]], is_finished: Callable[[R], bool]) -> Iterator[R]:
    """The results, and then the first `stop` among them as an error.

    After a `stop` only what stands before a finished result is given, so that no result is left
    out on the way to it and none at the end says only that the work had ended.
    """
    after: list[R] = []
    stop: JingmaiError | None = None
    for done in results:
        stop = stop or done.stop
        if stop is None:
            yield done.result
        else:
            after.append(done.result)
    while after and not is_finished(after[-1]):
        after.pop()
    yield from after
    if stop is not None:
        raise stop


def _finished(slots: Sequence[Future[Done[R]]]) -> Iterator[Done[R]]:
    """The results of those that were under way, up to the first that failed of itself."""
    for slot in slots:
        if slot.exception() is not None:
            return
        yield slot.result()
