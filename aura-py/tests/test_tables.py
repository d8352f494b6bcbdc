"""Tables for data frames, and documents for notebooks."""

import html.parser
import json
import sys

import pytest

import aura

HOSTILE = "Guests buy <script>alert(1)</script> | **bold** tickets & pay by card, then get a receipt by e-mail."


@pytest.fixture
def run(session, project):
    return session.simulate(project, cases=200).run


def test_rows_are_the_same_in_every_library(run):
    pandas, polars, pyarrow = (pytest.importorskip(name) for name in ("pandas", "polars", "pyarrow"))
    table = run.nodes
    dicts = table.to_dicts()
    assert dicts[0]["visits"] == table[0].visits and len(table[1:]) == len(dicts) - 1
    for frame in (table.to_pandas()["visits"].tolist(), table.to_polars()["visits"].to_list()):
        assert frame == [row["visits"] for row in dicts]
    arrow = table.to_arrow()
    assert arrow.num_rows == len(dicts) and str(arrow.schema.field("visits").type) == "int64"
    assert arrow["mean_waiting_ms"].to_pylist() == [row["mean_waiting_ms"] for row in dicts]
    assert pyarrow.table(run.flows).num_rows == len(run.flows) == pandas.DataFrame(run.flows.to_dicts()).shape[0]
    assert polars.DataFrame(table).height == len(dicts)


def test_an_arrow_stream_needs_no_library(run):
    assert "arrow_array_stream" in repr(run.outcomes.__arrow_c_stream__())
    assert run.outcomes.to_dicts()[0]["share.value"] == run.outcomes[0].share.value


class Tags(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags = []

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)


def test_documents_show_themselves_escaped(session):
    interpreted = session.interpret(HOSTILE)
    assert "\n" not in repr(interpreted) and "project=project_" in repr(interpreted)
    page = interpreted._repr_html_()
    parser = Tags()
    parser.feed(page)
    assert set(parser.tags) <= {"div", "style", "h3", "h4", "p", "table", "tr", "th", "td", "br", "code", "details", "summary"}
    assert "color-scheme:light dark" in page
    hostile = aura.Document({"title": HOSTILE})
    assert "&lt;script&gt;" in hostile.to_html() and "<script" not in hostile.to_html()
    assert "\\<script\\>" in hostile.to_markdown() and "\\*\\*bold" in hostile.to_markdown()


def test_charts_are_vega_lite(session, project):
    simulated = session.simulate(project, cases=200)
    specification = simulated.to_vega_lite()
    assert [view["title"] for view in specification["vconcat"]] == ["How the cases ended", "Which assumption moves the result"]
    altair = pytest.importorskip("altair")
    assert isinstance(simulated.plot(), altair.TopLevelMixin)
    assert json.loads(simulated.plot().to_json())["vconcat"]
    with pytest.raises(aura.InvalidError):
        session.outline(project).to_vega_lite()


def test_progress_draws_a_bar_with_tqdm(session, project, monkeypatch):
    tqdm = pytest.importorskip("tqdm")
    bars = []

    class Bar(tqdm.tqdm):
        def __init__(self, *arguments, **options):
            super().__init__(*arguments, **options)
            bars.append(self)

    # Another test may have loaded what only a notebook has.
    monkeypatch.delitem(sys.modules, "ipykernel", raising=False)
    monkeypatch.setattr(tqdm, "tqdm", Bar)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    session.simulate(project, cases=300, progress=True)
    assert bars and bars[0].n == bars[0].total
