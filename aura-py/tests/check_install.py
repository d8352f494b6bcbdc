"""Run by a fresh interpreter that has the wheel and nothing else: what is promised of an installation.

In: the path of the wheel. Out: the figures, and an exit code that is not 0 where one is too large.
"""

import os
import subprocess
import sys

MOST_IMPORT_MS = 60.0
MOST_WHEEL_MB = 15.0
TIMED = "import time; start = time.perf_counter(); import aura; print((time.perf_counter() - start) * 1000)"


def main(wheel: str) -> int:
    # The best of several: a busy machine makes single figures larger, never smaller.
    times = [float(subprocess.run([sys.executable, "-c", TIMED], check=True, capture_output=True).stdout) for _ in range(7)]
    size = os.path.getsize(wheel) / 1e6
    print(f"import {min(times):.1f} ms (limit {MOST_IMPORT_MS}), wheel {size:.1f} MB (limit {MOST_WHEEL_MB})")
    import aura

    assert os.path.exists(os.path.join(os.path.dirname(aura.__file__), "py.typed"))
    session = aura.Session()
    project = session.interpret("Guests pay by card and get a receipt.").project
    assert session.plan(project).plan.nodes
    return int(min(times) > MOST_IMPORT_MS or size > MOST_WHEEL_MB)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
