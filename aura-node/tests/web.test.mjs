// The WebAssembly build as the package has it: the same surface as the native one, within what a browser lends.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { AuraError, Session, load } from 'aura/web';

await load();
const GOAL = 'Guests check out without an account. They enter an address and pay by card.';

async function planned(session = new Session()) {
  const { project } = await session.interpret({ text: GOAL });
  await session.plan({ project });
  return { session, project };
}

test('a run shows itself, and its progress is an async iterator and a function', async () => {
  const { session, project } = await planned();
  const heard = [];
  const call = session.simulate({ project, cases: 200, seed: 7 }, { onProgress: (event) => heard.push(event) });
  const seen = [];
  for await (const event of call) seen.push(event);
  assert.deepEqual(seen, heard);
  assert.equal(seen.at(-1).done, seen.at(-1).total);
  const first = await call;
  assert.deepEqual(await session.simulate({ project, cases: 200, seed: 7 }), first);
  assert.match(first.toHTML(), /color-scheme:light dark/);
  assert.equal(first.toVegaLite().vconcat.length, 2);
  await assert.rejects(session.simulate({ project }, { onProgress: () => { throw new RangeError('x'); } }), RangeError);
});

test('errors have a code, and whatever goes wrong leaves a session that works', async () => {
  const session = new Session();
  for (const [make, code] of [
    [() => session.interpret({ text: '' }), 'invalid_goal'],
    [() => session.interpret({ text: 'x'.repeat(2_000_000) }), 'limit_input'],
    [() => session.callJson('interpret', '['.repeat(200_000)), 'invalid_request'],
    [() => session.simulate({ project: 'project_nobody', budget: NaN }), 'invalid_request'],
    [() => session.callJson('panic_for_tests', '{}'), 'internal'],
    [() => session.plan({ project: 'project_nobody' }), 'not_found'],
    [async () => new Session({ path: 'store' }), 'invalid_request'],
    [async () => new Session({ model: () => 'x' }), 'invalid_request'],
    [async () => new Session({ threads: 4, limits: { colour: 1 } }), 'invalid_request'],
  ]) {
    await assert.rejects(make, (error) => error instanceof AuraError && error.code === code, code);
  }
  const { project } = await planned(new Session({ threads: 4 }));
  assert.match(project, /^project_/);
});

test('a call can be stopped before it begins', async () => {
  const { session, project } = await planned();
  const call = session.simulate({ project });
  call.cancel();
  await assert.rejects(call, { code: 'cancelled' });
  await assert.rejects(session.projects({}, { signal: AbortSignal.abort() }), { name: 'AbortError', code: 'cancelled' });
});

test('the module can reach no file, socket or clock: all that it imports is where progress goes', async () => {
  const place = new URL('./aura.wasm', import.meta.resolve('aura/web'));
  const module = await WebAssembly.compile(await readFile(fileURLToPath(place)));
  assert.deepEqual(WebAssembly.Module.imports(module), [{ module: 'aura', name: 'event', kind: 'function' }]);
});
