"""Writes random inputs with what scipy and statsmodels say of them, for `cargo xtask eval --only oracle`.

    python conformance/scipy/oracle.py FOLDER [CASES]
    cargo xtask eval --data FOLDER --only oracle

Each procedure gets CASES inputs (10,000 unless told), among them ugly ones: two units, no variation, large offsets,
chances near 1e-300. Where the oracle says NaN, a refusal is the right answer. Needs scipy 1.17 and statsmodels 0.14.
"""

import json
import math
import os
import sys
import warnings

import numpy as np
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

warnings.simplefilter("ignore")
folder = sys.argv[1]
cases = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
rng = np.random.default_rng(20_261_122)


def plain(value):
    """A number as JSON can hold it."""
    value = float(value)
    return value if math.isfinite(value) else str(value).replace("inf", "Infinity").replace("nan", "NaN")


def values(size):
    """A sample that is ordinary most of the time."""
    kind = rng.integers(6)
    if kind == 0:
        return np.full(size, 3.0)
    if kind == 1:
        return 1e12 + rng.integers(0, 1000, size).astype(float)
    if kind == 2:
        return rng.integers(0, 2, size).astype(float)
    if kind == 3:
        return np.exp(2 * rng.standard_normal(size))
    return rng.standard_normal(size) * 10 ** rng.uniform(-6, 6)


def size():
    return int(rng.choice([2, 3, 5, 10, 40, 120]))


def two_means(equal):
    first, second = values(size()), values(size())
    with np.errstate(all="ignore"):
        test = stats.ttest_ind(second, first, equal_var=equal)
        interval = test.confidence_interval(0.95)
    flat = np.var(first) == 0 and np.var(second) == 0
    number = math.nan if flat else test.pvalue
    return [list(first), list(second)], [plain(number), plain(interval.low), plain(interval.high)]


def ranks():
    first, second = values(size()), values(size())
    if len(set(first) | set(second)) == 1:
        return [list(first), list(second)], [plain(math.nan)]
    exact = len(first) <= 50 and len(second) <= 50 and len(set(first) | set(second)) == len(first) + len(second)
    test = stats.mannwhitneyu(second, first, method="exact" if exact else "asymptotic")
    return [list(first), list(second)], [plain(test.statistic), plain(test.pvalue)]


def table():
    m, n = int(rng.integers(1, 60)), int(rng.integers(1, 60))
    return int(rng.integers(0, m + 1)), m, int(rng.integers(0, n + 1)), n


def fisher():
    a, m, b, n = table()
    return [a, m, b, n], [plain(stats.fisher_exact([[b, a], [n - b, m - a]]).pvalue)]


def wilson():
    a, m, _, _ = table()
    return [a, m], [plain(value) for value in proportion_confint(a, m, 0.05, "wilson")]


def exact_interval():
    a, m, _, _ = table()
    return [a, m], [plain(value) for value in proportion_confint(a, m, 0.05, "beta")]


def newcombe():
    a, m, b, n = table()
    ends = confint_proportions_2indep(b, n, a, m, method="newcomb", compare="diff")
    return [a, m, b, n], [plain(value) for value in ends]


def fit():
    weights = rng.integers(1, 5, int(rng.integers(2, 6))).astype(float)
    counts = rng.multinomial(int(rng.integers(1, 100_000)), weights / weights.sum())
    expected = counts.sum() * weights / weights.sum()
    test = stats.chisquare(counts, expected)
    return [[int(count) for count in counts], list(weights)], [plain(test.statistic), plain(test.pvalue)]


def tail(name):
    size = 10 ** rng.uniform(0, 5)
    other = 10 ** rng.uniform(0, 4)
    if name == "normal_sf":
        x = float(rng.uniform(-8, 37))
        return [x], [plain(stats.norm.sf(x))]
    if name == "student_sf":
        x, df = float(rng.uniform(-10, 12)), float(size)
        return [x, df], [plain(stats.t.sf(x, df))]
    if name == "chi_square_sf":
        x = float(size + rng.uniform(-2, 20) * math.sqrt(2 * size))
        x = max(x, 0.0)
        return [x, float(size)], [plain(stats.chi2.sf(x, size))]
    if name == "f_sf":
        x = float(rng.uniform(0.01, 6))
        return [x, float(size), float(other)], [plain(stats.f.sf(x, size, other))]
    if name == "beta_cdf":
        a, b = float(size), float(other)
        x = float(np.clip(a / (a + b) + rng.uniform(-6, 6) * math.sqrt(a * b / (a + b) ** 3), 1e-9, 1 - 1e-9))
        return [x, a, b], [plain(stats.beta.cdf(x, a, b))]
    if name == "gamma_sf":
        shape, scale = float(size), float(other)
        x = max(scale * (shape + rng.uniform(-6, 20) * math.sqrt(shape)), 0.0)
        return [float(x), shape, scale], [plain(stats.gamma.sf(x, shape, scale=scale))]
    if name == "noncentral_student_sf":
        df, shift = float(10 ** rng.uniform(0.5, 3.5)), float(rng.uniform(-4, 6))
        x = float(shift + rng.uniform(-3, 4))
        return [x, df, shift], [plain(stats.nct.sf(x, df, shift))]
    count = int(rng.integers(1, 100_000))
    share = float(rng.uniform(0.001, 0.999))
    k = int(np.clip(count * share + rng.uniform(-8, 8) * math.sqrt(count * share * (1 - share)), 0, count))
    if name == "binomial_cdf":
        return [k, count, share], [plain(stats.binom.cdf(k, count, share))]
    mean = count * share
    return [k, mean], [plain(stats.poisson.cdf(k, mean))]


def quantile(name):
    chance = float(10 ** rng.uniform(-290, -0.01))
    df, other = float(10 ** rng.uniform(0, 5)), float(10 ** rng.uniform(0, 4))
    if name == "normal_isf":
        return [chance], [plain(stats.norm.isf(chance))]
    chance = float(10 ** rng.uniform(-12, -0.01))
    if name == "student_isf":
        return [chance, df], [plain(stats.t.isf(chance, df))]
    if name == "chi_square_isf":
        return [chance, df], [plain(stats.chi2.isf(chance, df))]
    # Below, scipy 1.17 works with what is left to 1, so its own `sf` does not lead back to the chance.
    chance = max(chance, 1e-4)
    return [chance, df, other], [plain(stats.f.isf(chance, df, other))]


def adjusted(method):
    chances = 10 ** rng.uniform(-12, 0, int(rng.integers(1, 30)))
    if rng.integers(3) == 0:
        chances = np.repeat(chances, 2)
    return list(chances), [plain(value) for value in multipletests(chances, 0.05, method)[1]]


procedures = {
    "welch": lambda: two_means(False),
    "pooled": lambda: two_means(True),
    "mann_whitney": ranks,
    "fisher": fisher,
    "wilson": wilson,
    "clopper_pearson": exact_interval,
    "newcombe": newcombe,
    "goodness_of_fit": fit,
}
for name in ["normal_sf", "student_sf", "chi_square_sf", "f_sf", "beta_cdf", "binomial_cdf", "poisson_cdf"]:
    procedures[name] = lambda name=name: tail(name)

for name in ["gamma_sf", "noncentral_student_sf"]:
    procedures[name] = lambda name=name: tail(name)
for name in ["normal_isf", "student_isf", "chi_square_isf", "f_isf"]:
    procedures[name] = lambda name=name: quantile(name)
for name, method in {
    "bonferroni": "bonferroni",
    "sidak": "sidak",
    "holm": "holm",
    "holm_sidak": "holm-sidak",
    "hochberg": "simes-hochberg",
    "hommel": "hommel",
    "benjamini_hochberg": "fdr_bh",
    "benjamini_yekutieli": "fdr_by",
}.items():
    procedures[name] = lambda method=method: adjusted(method)

os.makedirs(os.path.join(folder, "oracle"), exist_ok=True)
for name, procedure in procedures.items():
    document = []
    for _ in range(cases):
        given, expected = procedure()
        document.append({"input": given, "expected": expected})
    with open(os.path.join(folder, "oracle", f"{name}.json"), "w", encoding="utf-8") as file:
        json.dump({"procedure": name, "cases": document}, file)
    print(name, len(document))
