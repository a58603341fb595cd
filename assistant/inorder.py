"""Work on several items at once, with the results in order, and nothing finished lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
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
    with ThreadPoolExecutor(workers) as pool:
        waiting = [pool.submit(work, item) for item in items]
        try:
            for place, future in enumerate(waiting):
                done = future.result()
                yield done
                if done.stop is not None:
                    _cancel(waiting)
                    yield from _finished(waiting[place + 1 :])
                    return
        finally:
            _cancel(waiting)


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


def _cancel(waiting: Sequence[Future[Done[R]]]) -> None:
    for future in waiting:
        future.cancel()


def _finished(waiting: Sequence[Future[Done[R]]]) -> Iterator[Done[R]]:
    """The results of those that were under way, up to the first that failed of itself."""
    for future in waiting:
        if future.cancelled() or future.exception() is not None:
            return
        yield future.result()
