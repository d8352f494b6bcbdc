"""The examples of the project, run as they stand."""

import importlib.util
import json
import pathlib
import runpy

import nbclient
import nbformat
from fastapi import testclient

EXAMPLES = pathlib.Path(__file__).parents[2] / "examples"


def test_ten_lines(capsys):
    runpy.run_path(str(EXAMPLES / "python/ten_lines.py"))
    said = capsys.readouterr().out
    assert "Check out without an account" in said and "simulated" in said and "'goal_reached'" in said


def test_the_readme_shows_the_ten_lines():
    lines = (EXAMPLES / "python/ten_lines.py").read_text("utf-8").split("\n\n", 1)[1].strip().splitlines()
    readme = (EXAMPLES.parent / "README.md").read_text("utf-8")
    assert [line for line in lines if line not in readme] == []


def test_the_package_page_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    page = (EXAMPLES.parent / "aura-py/README.md").read_text("utf-8")
    blocks = [part.split("```", 1)[0] for part in page.split("```python\n")[1:]]
    assert len(blocks) > 5
    names: dict = {"__name__": "page"}
    for number, block in enumerate(blocks, 1):
        exec(compile(block, f"README.md, block {number}", "exec"), names)


def test_a_fastapi_host_streams_progress_and_keeps_codes():
    specification = importlib.util.spec_from_file_location("fastapi_host", EXAMPLES / "python/fastapi_host.py")
    host = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(host)
    with testclient.TestClient(host.app) as client:
        made = client.post("/projects", json={"text": "Guests pay by card and get a receipt."})
        project = made.json()["project"]
        streamed = client.get(f"/projects/{project}/simulate?cases=300").text.strip().split("\n\n")
        events = [json.loads(line.removeprefix("data: ")) for line in streamed]
        assert events[0]["stage"] == "simulate" and "simulated" in events[-1]["summary"]
        assert "color-scheme" in client.get(f"/projects/{project}").text
        refused = client.get("/projects/project_nobody")
        assert (refused.status_code, refused.json()["code"]) == (404, "not_found")
        assert client.post("/projects", json={"text": ""}).json()["code"] == "invalid_goal"


def test_the_notebook_runs_and_shows_html_and_a_plot():
    notebook = nbformat.read(EXAMPLES / "notebooks/checkout.ipynb", as_version=4)
    nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    shown = ["".join(str(data) for data in output.get("data", {}).values()) for output in outputs]
    # A table of HTML, then a chart in whichever form altair gives this kernel, then a data frame.
    for expected in ("color-scheme:light dark", "How the cases ended", "lost_cases", "as guest"):
        assert any(expected in text for text in shown), expected
    assert not any(output.output_type == "error" for output in outputs)
