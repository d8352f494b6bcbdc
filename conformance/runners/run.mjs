// Runs the vectors through the Node package. In: the folder of vectors. Out: one line for each vector.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

// The package is looked for where the runner is started, not where it stands; `aura/web` runs without a native part.
const path = createRequire(join(process.cwd(), 'x.js')).resolve(process.argv[3] ?? 'aura');
const { AuraError, Session, load } = await import(pathToFileURL(path));
await load?.();
const folder = process.argv[2];
let failed = 0;
for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')).sort()) {
  const suite = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  if (!Array.isArray(suite.vectors)) continue;
  const session = new Session(suite.options ?? {});
  const saved = {};
  for (const [index, vector] of suite.vectors.entries()) {
    let request = vector.request_text ?? JSON.stringify(vector.request ?? {});
    for (const [name, value] of Object.entries(saved)) {
      request = request.replaceAll(`"$${name}"`, () => JSON.stringify(value));
    }
    let response = null;
    let outcome;
    let problem = '';
    try {
      response = await session.callJson(vector.operation, request);
      outcome = createHash('sha256').update(response).digest('hex');
    } catch (error) {
      if (!(error instanceof AuraError)) throw error;
      outcome = error.code;
    }
    if ((response === null) !== ('error' in vector) || (vector.error ?? outcome) !== outcome) {
      problem = ` instead of ${vector.error ?? 'a response'}`;
    } else if (response !== null) {
      const answer = JSON.parse(response);
      for (const [name, member] of Object.entries(vector.save ?? {})) saved[name] = answer[member];
      const isEqual = !('response' in vector) || isDeepStrictEqual(answer, vector.response);
      if (!isEqual || (vector.sha256 ?? outcome) !== outcome) problem = ' instead of what was recorded';
    }
    failed += problem ? 1 : 0;
    console.log(`${problem ? 'FAIL' : 'ok'} ${file} ${index + 1} ${vector.operation} ${outcome}${problem}`);
  }
}
process.exitCode = failed > 0 ? 1 : 0;
