"""Reading data sets: one module a format, all giving the shapes of `assistant.evaluation.types`."""

from assistant.evaluation.datasets.extraction import load_extraction
from assistant.evaluation.datasets.retrieval import load_retrieval
from assistant.evaluation.datasets.verdicts import load_verdicts

__all__ = ["load_extraction", "load_retrieval", "load_verdicts"]
