"""Runs the vectors through UniFFI's Python. In: the folder of vectors. Out: one line for each vector."""

import asyncio
import hashlib
import json
import pathlib
import sys

from aura import AuraError, AuraSession


async def main(folder: str) -> int:
    failed = 0
    for file in sorted(pathlib.Path(folder).glob("*.json")):
        suite = json.loads(file.read_text("utf-8"))
        if not isinstance(suite, dict) or "vectors" not in suite:
            continue
        session, saved = AuraSession(json.dumps(suite.get("options", {}))), {}
        for number, vector in enumerate(suite["vectors"], 1):
            request = vector.get("request_text")
            if request is None:
                request = json.dumps(vector.get("request", {}), ensure_ascii=False)
            for name, value in saved.items():
                request = request.replace(f'"${name}"', json.dumps(value))
            response, problem = None, ""
            try:
                response = await session.start(vector["operation"], request).finish()
                outcome = hashlib.sha256(response.encode()).hexdigest()
            except AuraError.Failed as error:
                outcome = error.code
            if (response is None) != ("error" in vector) or vector.get("error", outcome) != outcome:
                problem = f" instead of {vector.get('error', 'a response')}"
            elif response is not None:
                answer = json.loads(response)
                saved.update({name: answer[member] for name, member in vector.get("save", {}).items()})
                if vector.get("response", answer) != answer or vector.get("sha256", outcome) != outcome:
                    problem = " instead of what was recorded"
            failed += bool(problem)
            print(f"{'FAIL' if problem else 'ok'} {file.name} {number} {vector['operation']} {outcome}{problem}")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1])))
