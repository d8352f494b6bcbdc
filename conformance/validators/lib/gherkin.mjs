// Feature files by Cucumber's own parser and compiler: each scenario must be one that a runner could run.
import { readFileSync } from 'node:fs';
import { AstBuilder, GherkinClassicTokenMatcher, Parser, compile } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';

export async function judge(files) {
  return new Map(files.map((file) => {
    try {
      return [file, judgeText(readFileSync(file, 'utf8'), file)];
    } catch (error) {
      return [file, error.message.split('\n').slice(0, 5).map((line) => `gherkin: ${line}`)];
    }
  }));
}

function judgeText(text, file) {
  const ids = IdGenerator.incrementing();
  const document = new Parser(new AstBuilder(ids), new GherkinClassicTokenMatcher()).parse(text);
  const scenarios = compile(document, file, ids);
  if (scenarios.length === 0) return ['gherkin: there is no scenario to run'];
  const found = [];
  const seen = new Set();
  for (const scenario of scenarios) {
    const has = (type) => scenario.steps.some((step) => step.type === type);
    if (!has('Outcome')) found.push(`gherkin: \`${scenario.name}\` expects nothing: it has no Then`);
    if (!has('Action')) found.push(`gherkin: \`${scenario.name}\` does nothing: it has no When`);
    const key = [scenario.name, ...scenario.steps.map((step) => step.text)].join('\n');
    if (seen.has(key)) found.push(`gherkin: \`${scenario.name}\` stands twice`);
    seen.add(key);
  }
  return found;
}
