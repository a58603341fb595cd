"""Errors that only the assistant knows; the tree they hang on is drawn in `index.errors`.

MachineError
├── ModelError             a language model did not answer usefully
│   ├── ModelTimeout       it did not answer in time, or refused for load
│   └── ModelReplyError    it answered, but not in the agreed form
└── BudgetSpent            the cost limit of a run is reached
"""

from __future__ import annotations

from index.errors import (
    EmptyStore,
    InputError,
    JingmaiError,
    MachineError,
    SettingsError,
    StoreBusy,
    StoreError,
    StoreMismatch,
    UserError,
)

__all__ = [
    "BudgetSpent",
    "EmptyStore",
    "InputError",
    "JingmaiError",
    "MachineError",
    "ModelError",
    "ModelReplyError",
    "ModelTimeout",
    "SettingsError",
    "StoreBusy",
    "StoreError",
    "StoreMismatch",
    "UserError",
]


class ModelError(MachineError):
    """A language model did not answer usefully."""


class ModelTimeout(ModelError):
    """A language model did not answer in time, or refused for load (429, 5xx)."""


class ModelReplyError(ModelError):
    """A language model answered, but not in the agreed form."""


class BudgetSpent(MachineError):
    """The cost limit of a run is reached."""
