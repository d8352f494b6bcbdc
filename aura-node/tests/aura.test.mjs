// The installed package: what operations give, and that nothing that goes wrong ends the process or hangs.
import assert from 'node:assert/strict';
import { execFileSync, fork, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { AuraError, Session } from 'aura';

const require = createRequire(import.meta.url);
const GOAL =
  'Guests check out without an account. They enter an address and pay by card. Raise checkout completion from 61 % to 68 % within 8 weeks.';
const ASKED = { purpose: 'a', instructions: 'b', messages: [{ speaker: 'user', text: 'c' }], max_output_tokens: 9 };

async function planned(session = new Session({ clock: false })) {
  const { project } = await session.interpret({ text: GOAL });
  await session.plan({ project });
  return { session, project };
}

test('both module systems give the same classes', () => {
  assert.equal(require('aura').Session, Session);
});

test('a run is the same for the same seed, and shows itself', async () => {
  const { session, project } = await planned();
  const first = await session.simulate({ project, cases: 200, seed: 7 });
  const again = await session.simulate({ project, cases: 200, seed: 7 });
  assert.deepEqual(again, first);
  assert.ok(first.explanation.summary.includes('simulated'));
  assert.match(first.toHTML(), /color-scheme:light dark/);
  assert.match(first.toMarkdown(), /\*\*Simulated\*\*/);
  assert.equal(first.toVegaLite().vconcat.length, 2);
  assert.ok(!Object.keys(first).includes('toHTML'));
});

test('texts of a document are escaped', async () => {
  const session = new Session();
  const response = await session.interpret({ text: 'Guests buy <script>alert(1)</script> tickets and pay by card.' });
  assert.ok(!/<script/i.test(response.toHTML()));
});

test('progress is an async iterator and a function', async () => {
  const { session, project } = await planned();
  const heard = [];
  const call = session.simulate({ project, cases: 300 }, { onProgress: (event) => heard.push(event) });
  const seen = [];
  for await (const event of call) seen.push(event);
  assert.deepEqual(seen, heard);
  assert.equal(seen.at(-1).done, seen.at(-1).total);
  assert.ok((await call).run.cases > 0);
  await assert.rejects(session.simulate({ project, cases: 300 }, { onProgress: () => { throw new RangeError('x'); } }), RangeError);
});

test('errors have a code, hints and a class', async () => {
  const session = new Session();
  const circle = {};
  circle.self = circle;
  for (const [make, code] of [
    [() => session.interpret({ text: '' }), 'invalid_goal'],
    [() => session.interpret({ text: 7 }), 'invalid_request'],
    [() => session.interpret(circle), 'invalid_request'],
    [() => session.interpret({ text: 'x'.repeat(2_000_000) }), 'limit_input'],
    [() => session.plan({ project: 'project_nobody' }), 'not_found'],
    [() => session.simulate({ project: 'project_nobody', budget: NaN }), 'invalid_request'],
    [() => session.complete(ASKED), 'unavailable_model'],
    [() => session.callJson('interpret', '['.repeat(200_000)), 'invalid_request'],
    [() => session.callJson('fly', '{}'), 'invalid_request'],
    [async () => new Session({ path: '/no/such/folder/store' }), 'unavailable_store'],
    [async () => new Session({ limits: { colour: 1 } }), 'invalid_request'],
  ]) {
    await assert.rejects(make, (error) => error instanceof AuraError && error.code === code && Array.isArray(error.hints), code);
  }
});

test('a panic is an error, and the session goes on', async () => {
  const session = new Session();
  await assert.rejects(session.callJson('panic_for_tests', '{}'), { code: 'internal' });
  assert.deepEqual((await session.projects()).projects, []);
});

test('a signal stops a long call at once, and nothing is kept', async () => {
  const { session, project } = await planned();
  const controller = new AbortController();
  const call = session.simulate({ project, cases: 5_000_000 }, { signal: controller.signal });
  setTimeout(() => controller.abort(), 50);
  await assert.rejects(call, { code: 'cancelled', name: 'AbortError' });
  await assert.rejects(session.plan({ project }, { signal: AbortSignal.abort() }), { code: 'cancelled' });
  const stopped = session.simulate({ project, cases: 5_000_000 });
  stopped.cancel();
  await assert.rejects(stopped, { code: 'cancelled' });
  assert.deepEqual((await session.history({ project })).revisions.map((revision) => revision.number), [2, 1]);
});

test('a hundred calls at once are answered', async () => {
  const { session, project } = await planned();
  const all = await Promise.all(Array.from({ length: 100 }, () => session.outline({ project })));
  assert.equal(new Set(all.map((outline) => outline.text)).size, 1);
});

test('a model that misbehaves costs a call', async () => {
  for (const [model, code, text] of [
    [() => { throw new Error('no\nkey'); }, 'unavailable_model', 'failed: Error: no key'],
    [async () => { throw new AuraError('not here', { code: 'denied' }); }, 'denied', 'not here'],
    [() => 7, 'unavailable_model', 'something else'],
    [() => 7n, 'unavailable_model', 'BigInt'],
    [() => new Promise(() => {}), 'unavailable_model', 'gave no answer within 200 ms'],
  ]) {
    const session = new Session({ model, host_timeout_ms: 200 });
    await assert.rejects(session.complete(ASKED), (error) => error.code === code && error.message.includes(text));
  }
  const session = new Session({ model: { complete: async (request) => request.messages[0].text } });
  assert.equal((await session.complete(ASKED)).text, 'c');
});

class Maps {
  artifacts = new Map();
  all = new Map();
  commit({ project, name, expected_revision, message, at, artifacts, heads }) {
    const found = this.all.get(project) ?? { name, revisions: [] };
    if (found.revisions.length !== expected_revision) throw new AuraError('somebody was faster', { code: 'conflict' });
    for (const artifact of artifacts) this.artifacts.set(artifact.id, artifact);
    const revision = { number: expected_revision + 1, message, at, heads };
    found.revisions.push(revision);
    this.all.set(project, found);
    return revision;
  }
  artifact({ id }) {
    return this.artifacts.get(id);
  }
  project({ id }) {
    const found = this.all.get(id);
    return found && { id, name: found.name, revision: found.revisions.at(-1) };
  }
  projects() {
    return [...this.all.keys()].sort().map((id) => this.project({ id }));
  }
  history({ id, most }) {
    return this.all.get(id).revisions.toReversed().slice(0, most);
  }
}

test('a store of the host keeps the same bytes, and may hang', async () => {
  const store = new Maps();
  const hosted = await planned(new Session({ store, clock: false, host_timeout_ms: 300 }));
  const memory = await planned();
  const request = { project: memory.project, cases: 100 };
  assert.deepEqual(await hosted.session.simulate(request), await memory.session.simulate(request));
  store.project = () => new Promise(() => {});
  await assert.rejects(hosted.session.plan({ project: hosted.project }), { code: 'unavailable_store' });
});

test('a killed process leaves a store that opens', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'aura-')), 'store');
  const code = `const { Session } = require('aura'); const session = new Session({ path: ${JSON.stringify(path)} });
    (async () => { const { project } = await session.interpret({ text: ${JSON.stringify(GOAL)} }); await session.plan({ project });
    console.log(project); await session.simulate({ project, cases: 5_000_000 }); })();`;
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const project = await new Promise((resolve) => child.stdout.once('data', (data) => resolve(String(data).trim())));
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  const session = new Session({ path });
  assert.deepEqual((await session.history({ project })).revisions.map((revision) => revision.number), [2, 1]);
});

test('a forked process uses the store of its parent, and both go on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aura-'));
  const [path, file] = [join(folder, 'store'), join(import.meta.dirname, 'forked.cjs')];
  writeFileSync(file, `const { Session } = require('aura'); const session = new Session({ path: process.argv[2] });
    process.once('message', (project) => session.simulate({ project, cases: 100 }).then((done) => process.send(done.run.digest, () => process.disconnect())));`);
  const { session, project } = await planned(new Session({ path, clock: false }));
  const controller = new AbortController();
  const long = session.simulate({ project, cases: 5_000_000 }, { signal: controller.signal });
  const child = fork(file, [path]);
  const answer = new Promise((resolve) => child.once('message', resolve));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.send(project);
  const digest = await answer;
  controller.abort();
  await assert.rejects(long, { code: 'cancelled' });
  assert.equal(await ended, 0);
  assert.equal((await session.simulate({ project, cases: 100 })).run.digest, digest);
});

test('worker threads have sessions of their own', async () => {
  const code = `const { parentPort } = require('node:worker_threads'); const { Session } = require('aura');
    const session = new Session(); session.interpret({ text: ${JSON.stringify(GOAL)} })
      .then(({ project }) => session.plan({ project })).then((planned) => parentPort.postMessage(planned.version));`;
  const start = () => new Promise((resolve, reject) => new Worker(code, { eval: true }).once('message', resolve).once('error', reject));
  assert.equal(new Set(await Promise.all([start(), start(), start()])).size, 1);
});

test('an open session and an unanswered question do not keep a process alive', () => {
  const code = `const { Session } = require('aura'); const session = new Session({ model: () => new Promise(() => {}) });
    session.projects().then(() => session.complete(${JSON.stringify(ASKED)})).catch((error) => console.log(error.code));`;
  const options = `const { Session } = require('aura'); new Session({ model: () => 'x' });`;
  for (const each of [options, code.replace('model:', 'host_timeout_ms: 200, model:')]) {
    assert.equal(spawnSync(process.execPath, ['-e', each], { timeout: 60_000 }).status, 0);
  }
  assert.equal(String(execFileSync(process.execPath, ['-p', 'typeof require("aura").Session'])).trim(), 'function');
});
