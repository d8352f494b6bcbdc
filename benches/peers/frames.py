"""A live test of ten million rows through the Python package, and what it adds to the memory of the frame itself.

In: how many rows, ten million where absent. Each form runs in a process of its own and prints the MiB before the call, the
most during it, seconds on the wall and the hash of the data, which is the same for all forms.
"""

import pathlib
import subprocess
import sys
import tempfile
import time

STATEMENT = {
    "schema_version": 1,
    "title": "Ten million",
    "unit_column": "user",
    "arm_column": "arm",
    "arms": [{"name": "0", "weight": 1}, {"name": "1", "weight": 1}],
    "metrics": [
        {"id": "metric_revenue", "title": "revenue", "measure": {"type": "mean", "column": "revenue"}, "unit": {"type": "score"},
         "direction": "increase", "role": "primary", "covariates": ["before"]},
    ],
    "rule": {"confidence": 0.95, "smallest_worthwhile": 0, "guardrail_margin": 0.02, "origin": {"type": "assumed", "reason": "a measurement"}},
}


def frame(rows: int):
    """Four columns of 8 bytes: 32 bytes a row."""
    import numpy
    import polars

    draws = numpy.random.default_rng(1)
    user, before = numpy.arange(rows), draws.exponential(10, rows)
    return polars.DataFrame({"user": user, "arm": user % 2, "before": before, "revenue": before + draws.normal(1 + 0.1 * (user % 2), 1, rows)})


def one(form: str, path: str) -> None:
    """Measures one form."""
    import polars

    import aura

    # Polars lends a frame as one piece, and copies what it read in many pieces to make it one; that is its own copy.
    table = path if form == "parquet" else polars.read_parquet(path).rechunk()
    if form == "pandas":
        table = table.to_pandas()
    elif form == "pyarrow":
        table = table.to_arrow()
    session = aura.Session()
    # The peak is counted from here on, not from the reading of the file.
    pathlib.Path("/proc/self/clear_refs").write_text("5", "ascii")
    before, began = memory("VmRSS"), time.perf_counter()
    verdict = session.analyze(STATEMENT, table, progress=False).verdict
    seconds = time.perf_counter() - began
    print(f"{form}: {before} MiB before, {memory('VmHWM')} MiB at most, {seconds:.2f} s, {verdict.data_hash}")


def memory(name: str) -> int:
    """MiB that the system counts under this name."""
    line = next(line for line in pathlib.Path("/proc/self/status").read_text("ascii").splitlines() if line.startswith(name))
    return int(line.split()[1]) // 1_024


def main() -> None:
    """Measures every form."""
    if len(sys.argv) == 3:
        return one(sys.argv[1], sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/table.parquet"
        table = frame(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000)
        table.write_parquet(path)
        print(f"{table.height} rows, {table.estimated_size() >> 20} MiB")
        for form in ("polars", "pandas", "pyarrow", "parquet"):
            subprocess.run([sys.executable, __file__, form, path], check=True)


if __name__ == "__main__":
    main()
