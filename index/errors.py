"""The error tree.

JingmaiError
├── UserError              the user can mend it; exit code 1, one line and a hint
│   ├── InputError         a file, a page or a text that cannot be used
│   ├── SettingsError      a setting, a key or an option that cannot be used
│   └── StoreError         the store cannot be opened or written
│       ├── StoreBusy      another process is writing
│       └── StoreMismatch  the store was made by another embedding model
└── MachineError           the machine failed (time-out, bad reply, empty store); never a verdict
    └── EmptyStore         nothing to search in

`assistant.errors` adds what only the assistant knows. Anything outside this tree is a bug and
keeps its traceback.
"""

from __future__ import annotations


class JingmaiError(Exception):
    """An error that can be told to a person.

    `message` says what happened in one line; `hint` says what to do about it ("" when there
    is nothing to add).
    """

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


class UserError(JingmaiError):
    """Something the user can mend."""


class InputError(UserError):
    """A file, a page or a text that cannot be used."""


class SettingsError(UserError):
    """A setting, a key or an option that cannot be used."""


class StoreError(UserError):
    """The store cannot be opened or written."""


class StoreBusy(StoreError):
    """Another process is writing to the store."""


class StoreMismatch(StoreError):
    """The store was made by another embedding model than the one configured."""


class MachineError(JingmaiError):
    """The machine failed. It becomes `UNJUDGED` with a problem, never a verdict."""


class EmptyStore(MachineError):
    """There are no documents to search in."""
