// What calling Aura from Node costs, beside the same calls in Rust (`cargo run --release -p benches --bin calls`).
// Prints one JSON object, as calls.py does. In: how many cases, and the module of the package.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [cases, place] = [Number(process.argv[2]), process.argv[3] ?? 'aura'];
const { Session } = createRequire(import.meta.url)(place);
const GOAL =
  'Guests check out without an account. They enter an address and pay by card. Raise checkout completion from 61 % to 68 % within 8 weeks.';

async function planned(session) {
  const { project } = await session.interpret({ text: GOAL });
  await session.plan({ project });
  return project;
}

async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** MiB that the process holds now, once nothing waits to be collected. */
function resident() {
  globalThis.gc?.();
  return (Number(readFileSync('/proc/self/statm', 'ascii').split(' ')[1]) * 4_096) / 2 ** 20;
}

async function grown() {
  const folder = mkdtempSync(join(tmpdir(), 'aura-calls-'));
  const session = new Session({ path: join(folder, 'store'), threads: 1 });
  const project = await planned(session);
  let before = 0;
  for (let number = 0; number < 2_000; number += 1) {
    await session.simulate({ project, cases: 50, seed: number % 10 });
    if (number === 999) before = resident(); // Until then what is kept for good is filled: caches, heaps.
  }
  const after = resident();
  rmSync(folder, { recursive: true });
  return after - before;
}

const session = new Session({ threads: 1, clock: false });
const project = await planned(session);
await session.simulate({ project, cases: 1_000 });
const began = cpu();
await session.simulate({ project, cases, seed: 1 });
const figures = { run_cpu_ms: cpu() - began };
const calls = [];
for (let number = 0; number < 2_000; number += 1) calls.push(await timed(() => session.projects()));
figures.call_ms = calls.sort((one, two) => one - two)[1_000];
figures.hundred_ms = await timed(() => Promise.all(Array.from({ length: 100 }, () => session.outline({ project }))));
const delays = [];
for (let number = 0; number < 5; number += 1) {
  const controller = new AbortController();
  let sent = 0;
  setTimeout(() => { sent = performance.now(); controller.abort(); }, 300);
  await session.simulate({ project, cases: 5_000_000 }, { signal: controller.signal }).catch(() => {});
  delays.push(performance.now() - sent);
}
figures.stop_ms = Math.max(...delays);
figures.grown_mib = await grown();
console.log(JSON.stringify(figures));
