"""Writes the values of scipy that the tests of `aura-core/src/stats/hypothesis` compare with.

Run it with scipy 1.17 or later; it needs nothing else: `python conformance/scipy/rank_and_exact.py`.
"""

from scipy import stats

for a, m, b, n in [(0, 12, 4, 13), (7, 15, 1, 14), (3, 9, 3, 9)]:
    table = [[b, a], [n - b, m - a]]
    print((a, m, b, n), "barnard", repr(stats.barnard_exact(table, n=4096).pvalue), "boschloo", repr(stats.boschloo_exact(table, n=4096).pvalue))
print("dunnett", [repr(value) for value in stats.dunnett([1, 2, 3, 4.5], [2, 3, 5, 5.5], control=[0, 1, 2, 1.5], random_state=1).pvalue])
