// Judges what Aura writes with validators that others wrote: one line for each file, exit code 1 on any failure.
//
//   node validate.mjs [--chromium=PROGRAM] [--schemas=FOLDER] [--fresh] FOLDER-OR-FILE...
//   node validate.mjs [--chromium=PROGRAM] [--fresh] --self-test
//
// A file is judged alone. A folder is a handoff folder: it must hold every file of REQUIRED, and every file in it must have a judge.
// A file whose content (and whose neighbours, where they matter) passed before with the same kit is not judged
// again; its line says `same` instead of `ok`. --fresh forgets what passed.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { Passed, filesBelow, kitDigest } from './lib/passed.mjs';
import { judgesOf, judgeAll, REQUIRED } from './lib/judges.mjs';
import { selfTest } from './lib/self-test.mjs';

const options = { chromium: 'chromium', schemas: 'conformance/schemas', fresh: false, selfTest: false };
const targets = [];
for (const argument of process.argv.slice(2)) {
  const [name, value] = argument.split(/=(.*)/s);
  if (name === '--chromium') options.chromium = value;
  else if (name === '--schemas') options.schemas = value;
  else if (name === '--fresh') options.fresh = true;
  else if (name === '--self-test') options.selfTest = true;
  else if (name.startsWith('--')) usage(`there is no option ${name}`);
  else targets.push(resolve(argument));
}
if (!options.selfTest && targets.length === 0) usage('name a folder or a file');

if (options.selfTest) process.exit((await selfTest(options)) ? 0 : 1);

const passed = new Passed(options.fresh, kitDigest(options.schemas));
const jobs = [];
let failures = 0;
const fail = (label, problems) => {
  failures++;
  console.log(`FAIL ${label}: ${problems[0]}`);
  for (const problem of problems.slice(1, 12)) console.log(`     ${problem}`);
  if (problems.length > 12) console.log(`     and ${problems.length - 12} more`);
};

for (const target of targets) {
  if (!existsSync(target)) fail(target, ['there is no such file or folder']);
  else if (statSync(target).isDirectory()) addFolder(target);
  else addFile(target, relative(process.cwd(), target));
}
const results = await judgeAll(jobs.filter((job) => !job.same), options);
for (const job of jobs) {
  const problems = job.same ? [] : results.get(job.file);
  if (problems.length > 0) fail(job.label, problems);
  else console.log(`${job.same ? 'same' : 'ok  '} ${job.label}`);
  if (problems.length === 0 && job.key) passed.add(job.key);
}
passed.write();
process.exit(failures > 0 ? 1 : 0);

function addFolder(folder) {
  const files = filesBelow(folder);
  const names = files.map((file) => relative(folder, file));
  for (const name of REQUIRED.filter((name) => !names.includes(name))) {
    fail(`${basename(folder)}/${name}`, ['is missing from the handoff folder']);
  }
  if (!names.some((name) => name.startsWith('schemas/'))) fail(`${basename(folder)}/schemas`, ['holds no JSON Schema']);
  // What a file may point at: the names beside it, and the schemas.
  const schemas = files.filter((file) => relative(folder, file).startsWith('schemas/'));
  const surroundings = names.join('\n') + schemas.map((file) => readFileSync(file, 'utf8')).join('\n');
  files.forEach((file, index) => addFile(file, `${basename(folder)}/${names[index]}`, surroundings));
}

/** A file that was named alone is judged each time: what it may point at is not known. */
function addFile(file, label, surroundings) {
  if (judgesOf(file).length === 0) return fail(label, ['no judge knows this kind of file']);
  const key = surroundings === undefined ? undefined : passed.key(label, readFileSync(file), surroundings);
  jobs.push({ file, label, key, same: key !== undefined && passed.has(key) });
}

function usage(message) {
  console.error(`${message}\nusage: node validate.mjs [--chromium=PROGRAM] [--schemas=FOLDER] [--fresh] FOLDER-OR-FILE... | --self-test`);
  process.exit(2);
}
