"""Tables that go in: whatever form the same data have, the verdict is the same to the byte."""

import asyncio
import csv
import datetime
import decimal
import io
import threading

import pytest

import aura

STATEMENT = {
    "schema_version": 1,
    "title": "Shorter checkout",
    "unit_column": "user",
    "arm_column": "arm",
    "time_column": "day",
    "arms": [{"name": "old", "weight": 1.0}, {"name": "new", "weight": 1.0}],
    "metrics": [
        {"id": "metric_revenue", "title": "revenue", "measure": {"type": "mean", "column": "revenue"}, "unit": {"type": "score"},
         "direction": "increase", "role": "primary", "covariates": ["before"]},
        {"id": "metric_paid", "title": "paid", "measure": {"type": "proportion", "column": "paid"}, "unit": {"type": "share"},
         "direction": "increase", "role": "secondary"},
    ],
    "rule": {"confidence": 0.95, "smallest_worthwhile": 0.0, "guardrail_margin": 0.02, "origin": {"type": "assumed", "reason": "a test"}},
}
ROWS = [
    {
        "user": number,
        "arm": ("old", "new")[number % 2],
        "day": datetime.date(2026, 3, 2 + number % 14),
        "revenue": None if number % 50 == 7 else 3.5 * (number * 7919 % 101) + 20.25 * (number % 2),
        "before": 1.1 * (number * 7919 % 101) + number % 13,
        "paid": number * 31 % 10 < 5 + number % 2,
    }
    for number in range(600)
]


def as_csv(rows=ROWS):
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


@pytest.fixture
def expect(session):
    return session.analyze(STATEMENT, as_csv()).to_json()


def polars_frame(_folder):
    return pytest.importorskip("polars").DataFrame(ROWS)


def polars_coded(folder):
    polars = pytest.importorskip("polars")
    return polars_frame(folder).with_columns(polars.col("arm").cast(polars.Categorical), polars.col("user").cast(polars.Int32))


def pandas_frame(_folder):
    return pytest.importorskip("pandas").DataFrame(ROWS)


def pandas_times(folder):
    pandas = pytest.importorskip("pandas")
    return pandas_frame(folder).assign(day=lambda frame: pandas.to_datetime(frame["day"]), arm=lambda frame: frame["arm"].astype("category"))


def pyarrow_table(_folder):
    return pytest.importorskip("pyarrow").Table.from_pylist(ROWS)


def pyarrow_stream(folder):
    return pyarrow_table(folder).to_reader(max_chunksize=37)


def dicts(_folder):
    return ROWS


def odd_dicts(_folder):
    # Members in another order, missing ones, and numbers of other kinds.
    return [
        {name: decimal.Decimal(str(value)) if name == "before" else value for name, value in reversed(row.items()) if value is not None}
        for row in ROWS
    ]


def csv_file(folder):
    (folder / "table.csv").write_text(as_csv(), "utf-8")
    return folder / "table.csv"


def csv_name(folder):
    return str(csv_file(folder))


def parquet_file(folder):
    pytest.importorskip("pyarrow.parquet").write_table(pyarrow_table(folder), folder / "table.parquet", row_group_size=100)
    return folder / "table.parquet"


def arrow_file(folder):
    pytest.importorskip("pyarrow.feather").write_feather(pyarrow_table(folder), str(folder / "table.arrow"))
    return folder / "table.arrow"


FORMS = [polars_frame, polars_coded, pandas_frame, pandas_times, pyarrow_table, pyarrow_stream, dicts, odd_dicts, csv_file, csv_name, parquet_file, arrow_file]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_bytes(session, expect, tmp_path, form):
    assert session.analyze(STATEMENT, form(tmp_path)).to_json() == expect
    assert asyncio.run(aura.AsyncSession().analyze(STATEMENT, form(tmp_path))).to_json() == expect


def test_a_verdict_about_people_can_be_drawn(session):
    analyzed = session.analyze(STATEMENT, ROWS)
    drawn = analyzed.to_vega_lite()
    assert drawn == analyzed.verdict.to_vega_lite() == session.report(analyzed.verdict).vega_lite
    assert "paid" in str(drawn)


def test_the_order_of_rows_is_no_matter_but_a_changed_value_is(session, expect):
    assert session.analyze(STATEMENT, ROWS[::-1]).to_json() == expect
    assert session.analyze(STATEMENT, [{**ROWS[0], "revenue": 0.5}, *ROWS[1:]]).verdict.data_hash not in expect


def test_rows_of_events_and_two_logs_come_in_too(session):
    polars = pytest.importorskip("polars")
    nested = {**STATEMENT, "rows": "nested", "time_column": None}
    events = [{"user": row["user"] // 3, "arm": ("old", "new")[row["user"] // 3 % 2], **{k: row[k] for k in ("revenue", "before", "paid")}} for row in ROWS]
    expect = session.analyze(nested, as_csv(events)).verdict
    assert session.analyze(nested, polars.DataFrame(events)).verdict.arms == expect.arms
    exposures = [{name: row[name] for name in ("user", "arm", "day")} for row in ROWS]
    outcomes = [{name: row[name] for name in ("user", "day", "revenue", "before", "paid")} for row in ROWS]
    logs = session.analyze(STATEMENT, as_csv(exposures), outcomes=as_csv(outcomes)).verdict
    assert session.analyze(STATEMENT, polars.DataFrame(exposures), outcomes=outcomes).verdict.arms == logs.arms


def test_an_event_log_may_be_a_data_frame_or_a_file(session, tmp_path):
    polars = pytest.importorskip("polars")
    start = datetime.datetime(2026, 3, 2, 9)
    events = [
        {"case": f"c{case}", "activity": activity, "time": start + datetime.timedelta(minutes=7 * case + 3 * place)}
        for case in range(40)
        for place, activity in enumerate(("Enter address", "Pay", "Get receipt"))
    ]
    text = as_csv(events)
    (tmp_path / "log.csv").write_text(text, "utf-8")
    expect = session.learn(log=text, source="shop")
    assert expect.cases == 40 and expect.events == 120
    for log in (polars.DataFrame(events), events, tmp_path / "log.csv"):
        learned = aura.Session(clock=False).learn(log=log, source="shop")
        assert [node.title for node in learned.planned.plan.nodes] == [node.title for node in expect.planned.plan.nodes]
        assert (learned.cases, learned.events, learned.measured) == (expect.cases, expect.events, expect.measured)


@pytest.mark.parametrize(
    ("change", "expect"),
    [
        (lambda rows: [{name: row[name] for name in row if name != "before"} for row in rows], "no column `before`"),
        (lambda rows: [*rows[:4], {**rows[4], "revenue": "much"}, *rows[5:]], "row 5 of the table: `revenue` must be a number, not `much`"),
        (lambda rows: [*rows[:4], {**rows[4], "arm": "blue"}, *rows[5:]], "row 5 of the table: arm `blue` was not planned"),
        (lambda rows: [*rows, rows[0]], "unit `0` stands there again"),
        (lambda rows: [{**rows[0], "revenue": [1, 2]}, *rows[1:]], "`revenue` must be a number"),
        (lambda rows: [{**rows[0], "revenue": object()}, *rows[1:]], "`object` holds no single value"),
        (lambda rows: [{**rows[0], "revenue": float("nan")}, *rows[1:]], "cannot be read as rows"),
        (lambda rows: [], "no rows"),
        (lambda rows: 7, "a `int`"),
        (lambda rows: [1, 2], "a `list`"),
        (lambda rows: as_csv(rows).encode(), "a `bytes`"),
    ],
)
def test_what_is_no_table_is_refused_with_the_place(session, change, expect):
    with pytest.raises(aura.InvalidError) as caught:
        session.analyze(STATEMENT, change(ROWS))
    assert caught.value.code == "invalid_data" and expect in caught.value.message, caught.value


def test_files_that_are_missing_or_damaged_are_errors(session, tmp_path):
    with pytest.raises(aura.NotFoundError, match="no-such-file"):
        session.analyze(STATEMENT, tmp_path / "no-such-file")
    for start in (b"PAR1", b"ARROW1", b"\xff\xff\xff\xff", b"\xfe\x00"):
        (tmp_path / "damaged").write_bytes(start + b"\x93nonsense" * 20)
        with pytest.raises(aura.InvalidError):
            session.analyze(STATEMENT, tmp_path / "damaged")


def test_a_producer_that_fails_is_an_error_and_one_that_was_used_too(session):
    pyarrow = pytest.importorskip("pyarrow")

    class Broken:
        def __arrow_c_stream__(self, requested_schema=None):
            raise OSError("the warehouse is closed")

    with pytest.raises(aura.InvalidError, match="the warehouse is closed"):
        session.analyze(STATEMENT, Broken())

    def batches():
        yield from table.to_batches(max_chunksize=100)[:2]
        raise OSError("the line is cut")

    table = pyarrow.Table.from_pylist(ROWS)
    with pytest.raises(aura.InvalidError, match="the line is cut"):
        session.analyze(STATEMENT, pyarrow.RecordBatchReader.from_batches(table.schema, batches()))

    class Used:
        capsule = table.__arrow_c_stream__()

        def __arrow_c_stream__(self, requested_schema=None):
            return self.capsule

    session.analyze(STATEMENT, Used())
    with pytest.raises(aura.InvalidError, match="released"):
        session.analyze(STATEMENT, Used())


def test_other_threads_run_while_a_table_is_read(session):
    pyarrow = pytest.importorskip("pyarrow")
    table, is_read = pyarrow.Table.from_pylist(ROWS), threading.Event()

    def batches():
        # Were the interpreter held during the call, the other thread could not answer.
        other = threading.Thread(target=is_read.set)
        other.start()
        assert is_read.wait(60)
        yield from table.to_batches()

    session.analyze(STATEMENT, pyarrow.RecordBatchReader.from_batches(table.schema, batches()))
    assert is_read.is_set()
