"""One thread for numpy's matrix products.

The products here are small: split between threads they take as long on a machine that is idle,
and many times as long on one that is not, for the threads wait for each other by spinning.
"""

from __future__ import annotations

import os
from functools import cache


@cache
def one_thread() -> None:
    """Keep BLAS to one thread in this process, unless the environment says how many to use."""
    if "OPENBLAS_NUM_THREADS" in os.environ or "OMP_NUM_THREADS" in os.environ:
        return
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    threadpool_limits(1, user_api="blas")
