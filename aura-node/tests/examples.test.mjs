// The examples of the project, run as they stand beside the installed package.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { app } from './express-host.mjs';

test('ten lines', () => {
  const said = String(execFileSync(process.execPath, ['ten-lines.mjs']));
  assert.ok(said.includes('Check out without an account') && said.includes('simulated'), said);
});

test('the page of the package runs', () => {
  const page = readFileSync(new URL('README.md', import.meta.resolve('aura')), 'utf8');
  const blocks = page.split('```js\n').slice(1).map((part) => part.split('```', 1)[0]);
  assert.equal(blocks.length, 4);
  writeFileSync('page.mjs', blocks.join('\n'));
  const said = String(execFileSync(process.execPath, ['page.mjs']));
  for (const part of ['true cancelled', 'not_found', 'HELLO', 'claims clerk', '201 {']) assert.ok(said.includes(part), said);
});

test('an Express host streams progress and keeps codes', async () => {
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const base = `http://127.0.0.1:${server.address().port}/projects`;
  try {
    const post = (text) =>
      fetch(base, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text }) });
    const { project } = await (await post('Guests pay by card and get a receipt.')).json();
    const streamed = await (await fetch(`${base}/${project}/simulate?cases=300`)).text();
    const events = streamed.trim().split('\n\n').map((line) => JSON.parse(line.replace(/^data: /, '')));
    assert.equal(events[0].stage, 'simulate');
    assert.ok(events.at(-1).summary.includes('simulated'));
    assert.ok((await (await fetch(`${base}/${project}`)).text()).includes('color-scheme'));
    const refused = await fetch(`${base}/project_nobody`);
    assert.deepEqual([refused.status, (await refused.json()).code], [404, 'not_found']);
    assert.equal((await (await post('')).json()).code, 'invalid_goal');
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
