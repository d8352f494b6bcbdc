"""A FastAPI host that embeds Aura: a goal comes in, progress streams out, and errors keep their codes.

Run it with `uvicorn fastapi_host:app`.
"""

import json
from collections.abc import AsyncIterator

import aura
from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, StreamingResponse

app = FastAPI(title="Aura")
session = aura.AsyncSession()


@app.exception_handler(aura.AuraError)
async def refuse(_request: Request, error: aura.AuraError) -> JSONResponse:
    status = 404 if isinstance(error, KeyError) else 400 if isinstance(error, ValueError) else 503
    return JSONResponse({"code": error.code, "message": error.message, "hints": error.hints}, status)


@app.post("/projects")
async def interpret(goal: dict[str, str]) -> dict[str, object]:
    interpreted = await session.interpret(goal["text"])
    await session.plan(interpreted.project)
    return {"project": interpreted.project, "questions": interpreted.intent.questions.to_dicts()}


@app.get("/projects/{project}/simulate")
async def simulate(project: str, cases: int = 2_000, seed: int = 1) -> StreamingResponse:
    """Server-sent events: one for each sign of progress, the last one with the summary."""
    import asyncio

    events: asyncio.Queue[dict[str, object]] = asyncio.Queue()

    async def run() -> None:
        try:
            done = await session.simulate(project, cases=cases, seed=seed, progress=lambda e: events.put_nowait(e.to_dict()))
            events.put_nowait({"summary": done.explanation.summary})
        except aura.AuraError as error:
            events.put_nowait({"code": error.code, "message": error.message})

    async def stream() -> AsyncIterator[str]:
        task = asyncio.create_task(run())
        try:
            while True:
                event = await events.get()
                yield f"data: {json.dumps(event)}\n\n"
                if "stage" not in event:
                    return
        finally:
            task.cancel()  # A reader who leaves stops the work.

    return StreamingResponse(stream(), media_type="text/event-stream")


@app.get("/projects/{project}", response_class=HTMLResponse)
async def show(project: str) -> str:
    return (await session.present_plan(project)).to_html()
