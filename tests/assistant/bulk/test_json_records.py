import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.bulk import json_records as module
from assistant.bulk.json_records import json_records, jsonl_records
from assistant.bulk.rows import Problem

TEXT = st.text('ab{}[],:"\\\n\x00กำ🙂', max_size=6)
VALUES = st.one_of(
    *(st.none(), st.integers(-9, 9), TEXT, st.lists(TEXT, max_size=2)),
    st.dictionaries(TEXT, st.lists(TEXT, max_size=1), max_size=2),
)
OBJECTS = st.dictionaries(TEXT.filter(bool), VALUES, max_size=3)
ROWS = st.lists(OBJECTS, max_size=4)
few = settings(max_examples=60, deadline=None)


def values(text: str) -> list[object]:
    return [record.values for record in json_records(io.StringIO(text))]


@few
@given(ROWS, st.sampled_from([None, 2]), st.booleans())
def test_a_list_gives_its_elements(rows: list[dict], indent: int | None, ascii_: bool) -> None:
    assert values(json.dumps(rows, indent=indent, ensure_ascii=ascii_)) == rows


@few
@given(ROWS, OBJECTS)
def test_so_does_a_list_under_a_known_name(rows: list[dict], rest: dict) -> None:
    before = {k: v for k, v in rest.items() if k not in module.WRAPPERS}
    document = {**before, "claims": rows, "nextPageToken": "x"}
    assert values(json.dumps(document)) == rows


@few
@given(ROWS.filter(bool))
def test_objects_one_after_the_other_are_rows(rows: list[dict]) -> None:
    known = [{k: v for k, v in row.items() if k not in module.WRAPPERS} for row in rows]
    assert values("\n".join(json.dumps(row) for row in known)) == known


@few
@given(ROWS.filter(bool), st.data())
def test_a_cut_list_loses_only_its_end(rows: list[dict], data: st.DataObject) -> None:
    text = json.dumps(rows)
    cut = data.draw(st.integers(1, len(text) - 1))
    records = list(json_records(io.StringIO(text[:cut])))
    whole = [record.values for record in records if record.values is not None]
    assert whole == rows[: len(whole)]
    assert records[-1].fault is not None


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{"id": 1, "claim": "x",}', Problem.NOT_JSON),
        ('{"id": 1, "claim": "x', Problem.CUT_OFF),
        ('{"id": 1, "claim": ' + "[" * 100_000, Problem.TOO_DEEP),
        ("[1, 2]", Problem.NOT_OBJECT),
        ("5", Problem.NOT_OBJECT),
        ("\x00\x00", Problem.NOT_JSON),
    ],
)
def test_a_broken_line_says_why_and_keeps_its_id(line: str, problem: Problem) -> None:
    (record,) = jsonl_records(io.StringIO(line + "\n"))
    assert record.fault is not None
    assert record.fault.problem is problem
    assert record.id == (1 if line.startswith("{") else None)


def test_line_numbers_count_blank_lines() -> None:
    records = jsonl_records(io.StringIO('\n\n{"claim": "x"}\n\n{"claim": "y"}'))
    assert [record.line for record in records] == [3, 5]


@pytest.mark.parametrize("reader", [jsonl_records, json_records])
def test_an_endless_row_is_skipped_without_being_kept(
    reader: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LONGEST_ROW", 1000)
    rows = ['{"claim": "' + "x" * 5000 + '"}', '{"claim": "y"}']
    text = "[" + ",".join(rows) + "]" if reader is json_records else "\n".join(rows)
    first, second = reader(io.StringIO(text))  # type: ignore[operator]
    assert first.fault.problem is Problem.ROW_LONG
    assert second.values == {"claim": "y"}


def test_numbers_that_python_refuses_do_no_harm() -> None:
    (record,) = jsonl_records(io.StringIO('{"id": ' + "9" * 6000 + ', "x": NaN, "claim": "y"}'))
    assert record.values == {"id": "9" * 6000, "x": None, "claim": "y"}
