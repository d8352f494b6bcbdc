// The text of HTML pages by html-validate and by the W3C's Nu checker, and our own rules for a page that works
// alone: a strict policy, nothing fetched, a size that can be sent by mail.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HtmlValidate } from 'html-validate';
import { JSDOM } from 'jsdom';
import { KIT } from './passed.mjs';

const LARGEST_KILOBYTES = 300;
const RULES = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  // Matters of taste that change nothing for a reader or a browser.
  rules: {
    'attribute-boolean-style': 'off', 'doctype-style': 'off', 'long-title': 'off', 'no-inline-style': 'off',
    'no-trailing-whitespace': 'off', 'require-sri': 'off', 'void-style': 'off',
  },
};

export async function judge(files) {
  const validator = new HtmlValidate(RULES);
  const problems = await nu(files);
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const report = await validator.validateString(text, file);
    const found = report.results.flatMap((result) => result.messages).filter((message) => message.severity === 2);
    problems.get(file).push(...found.map((message) => `html-validate ${message.ruleId} line ${message.line}: ${message.message}`), ...alone(text));
  }
  return problems;
}

/** One Java process for all files. */
async function nu(files) {
  const jar = join(KIT, 'node_modules/vnu-jar/build/dist/vnu.jar');
  const report = await new Promise((done, failed) => {
    execFile('java', ['-jar', jar, '--errors-only', '--exit-zero-always', '--format', 'json', ...files], { maxBuffer: 1 << 28 }, (error, _stdout, stderr) => {
      if (error) failed(new Error(`the Nu checker failed: ${error.message.slice(0, 300)}`));
      else done(JSON.parse(stderr));
    });
  });
  const problems = new Map(files.map((file) => [file, []]));
  const byUrl = new Map(files.map((file) => [new URL(pathToFileURL(resolve(file))).pathname, file]));
  for (const message of report.messages) {
    const file = byUrl.get(new URL(message.url).pathname);
    problems.get(file ?? files[0]).push(`nu ${message.type} line ${message.lastLine ?? '?'}: ${message.message}`);
  }
  return problems;
}

function alone(text) {
  const found = [];
  const kilobytes = Buffer.byteLength(text) / 1024;
  if (kilobytes > LARGEST_KILOBYTES) found.push(`size: ${kilobytes.toFixed(0)} KB, the limit is ${LARGEST_KILOBYTES} KB`);
  const { document } = new JSDOM(text).window;
  found.push(...policy(document));
  for (const element of document.querySelectorAll('[src], link[href], [srcset], object[data], form[action], [background], [ping]')) {
    const target = ['src', 'href', 'srcset', 'data', 'action', 'background', 'ping'].map((name) => element.getAttribute(name)).find(Boolean);
    if (target && !target.startsWith('data:')) found.push(`alone: ${element.localName} wants ${target.slice(0, 80)}`);
  }
  for (const element of document.querySelectorAll('a[href]')) {
    if (/^\s*(javascript|data|vbscript):/i.test(element.getAttribute('href'))) found.push(`alone: a link runs ${element.getAttribute('href').slice(0, 60)}`);
  }
  for (const element of document.querySelectorAll('*')) {
    for (const { name } of element.attributes) if (/^on/i.test(name)) found.push(`alone: ${element.localName} has the inline handler ${name}`);
  }
  return found;
}

/** The page's own Content-Security-Policy lets nothing in and nothing out. */
function policy(document) {
  const content = document.querySelector('meta[http-equiv="Content-Security-Policy" i]')?.getAttribute('content');
  if (!content) return ['policy: the page has no Content-Security-Policy'];
  const rules = new Map(content.split(';').map((rule) => rule.trim().split(/\s+/)).map(([name, ...values]) => [name.toLowerCase(), values]));
  const found = [];
  for (const name of ['default-src', 'form-action', 'base-uri']) {
    if (rules.get(name)?.join(' ') !== "'none'") found.push(`policy: ${name} is not 'none'`);
  }
  for (const [name, values] of rules) {
    for (const value of values) {
      const loose = /^(https?:|wss?:|\*|file:|filesystem:)/.test(value) || value === "'unsafe-eval'" || (value === "'unsafe-inline'" && name !== 'style-src');
      if (loose) found.push(`policy: ${name} allows ${value}`);
    }
  }
  if ((rules.get('connect-src') ?? ["'none'"]).join(' ') !== "'none'") found.push("policy: connect-src is not 'none'");
  return found;
}
