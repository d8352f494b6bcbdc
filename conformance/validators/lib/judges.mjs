// Which judges see which file. A judge takes all its files at once and returns a list of problems for each.
import { basename } from 'node:path';
import * as bpmn from './bpmn.mjs';
import * as documents from './documents.mjs';
import * as gherkin from './gherkin.mjs';
import * as html from './html.mjs';
import * as markdown from './markdown.mjs';
import * as mermaid from './mermaid.mjs';
import * as openapi from './openapi.mjs';
import * as page from './page.mjs';
import * as python from './python.mjs';
import * as schema from './schema.mjs';
import * as svg from './svg.mjs';

/** What a handoff folder must hold, besides at least one file in `schemas/`. */
export const REQUIRED = [
  'README.md', 'plan.json', 'intent.json', 'workflow.bpmn', 'openapi.yaml', 'acceptance.feature', 'edge-cases.md',
  'metrics.yaml', 'decisions.md', 'diagram.mmd', 'diagram.svg', 'report.html', 'prototype.html',
];

/** By the end of the name, the first that fits. */
const TABLE = [
  ['openapi.yaml', [openapi, python]],
  ['.schema.json', [schema]],
  ['.bpmn', [bpmn, python]],
  ['.feature', [gherkin]],
  ['.mmd', [mermaid]],
  ['.svg', [svg]],
  ['.html', [html, page]],
  ['.md', [markdown]],
  ['.json', [documents]],
  ['.yaml', [documents]],
];

export function judgesOf(file) {
  return TABLE.find(([ending]) => basename(file).endsWith(ending))?.[1] ?? [];
}

/** Judges every job; the answer holds the problems of each file, none where it is fine. */
export async function judgeAll(jobs, options) {
  const problems = new Map(jobs.map((job) => [job.file, []]));
  const judges = new Set(jobs.flatMap((job) => judgesOf(job.file)));
  for (const judge of judges) {
    const files = jobs.map((job) => job.file).filter((file) => judgesOf(file).includes(judge));
    // A judge that breaks has not said yes: all its files fail.
    const found = await judge.judge(files, options).catch((error) => new Map(files.map((file) => [file, [`the judge broke: ${error.stack ?? error}`]])));
    for (const [file, list] of found) problems.get(file).push(...list);
  }
  return problems;
}
