// OpenAPI documents by Redocly's linter and by Spectral's rules for OpenAPI.
import { execFile } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { KIT } from './passed.mjs';

const require = createRequire(import.meta.url);

export async function judge(files) {
  const problems = new Map(files.map((file) => [file, []]));
  await redocly(files, problems);
  for (const file of files) problems.get(file).push(...(await spectral(file)));
  return problems;
}

/** One process for all files; it prints one report for each. Its warnings are advice, which we do not always take. */
async function redocly(files, problems) {
  const program = join(KIT, 'node_modules/@redocly/cli/bin/cli.js');
  const lines = ['lint', ...files, '--format=json', '--max-problems=1000', `--config=${join(KIT, 'lib/redocly.yaml')}`];
  const environment = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' };
  const output = await new Promise((done) => {
    execFile('node', [program, ...lines], { cwd: KIT, env: environment, maxBuffer: 1 << 28 }, (_error, stdout, stderr) => done({ stdout, stderr }));
  });
  const start = output.stdout.indexOf('{');
  if (start < 0) throw new Error(`redocly gave no report: ${output.stderr.slice(0, 600)}`);
  const byPath = new Map(files.map((file) => [realpathSync(file), file]));
  const reports = output.stdout.slice(start).split(/(?<=^\})\s*(?=\{)/m).map((text) => JSON.parse(text));
  for (const problem of reports.flatMap((report) => report.problems).filter((problem) => problem.severity === 'error')) {
    const place = problem.location?.[0];
    const file = byPath.get(realpathSync(resolve(KIT, place?.source?.ref ?? files[0]))) ?? files[0];
    problems.get(file).push(`redocly ${problem.ruleId}: ${problem.message.trim()} at ${place?.pointer ?? '?'}`);
  }
}

async function spectral(file) {
  const { Spectral, Document } = require('@stoplight/spectral-core');
  const parsers = require('@stoplight/spectral-parsers');
  const { oas } = require('@stoplight/spectral-rulesets');
  const linter = new Spectral();
  linter.setRuleset({ extends: [oas] });
  const found = await linter.run(new Document(readFileSync(file, 'utf8'), parsers.Yaml, file));
  // 0 is an error; warnings of Spectral ask for contact data and tags, which a plan does not have.
  return found.filter((one) => one.severity === 0).map((one) => `spectral ${one.code}: ${one.message} at ${one.path.join('/')}`);
}
