"""`jingmai doctor`."""

from __future__ import annotations

import argparse

HELP = "doctor"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""


def run(args: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    raise NotImplementedError
