// Markdown files by markdownlint; and each link to a file beside them must lead somewhere.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lint } from 'markdownlint/promise';

const CONFIG = {
  default: true,
  MD013: false, // long lines: paragraphs are not wrapped by hand
  MD024: { siblings_only: true }, // the same heading may stand below different parents
  MD033: { allowed_elements: ['details', 'summary', 'br', 'picture', 'source', 'img', 'p'] },
  MD041: { allow_preamble: true },
};

export async function judge(files) {
  const found = await lint({ files, config: CONFIG });
  return new Map(files.map((file) => {
    const lines = (found[file] ?? []).map((problem) => `markdownlint ${problem.ruleNames[0]} line ${problem.lineNumber}: ${problem.ruleDescription}${problem.errorDetail ? ` (${problem.errorDetail})` : ''}`);
    return [file, [...lines, ...deadLinks(file)]];
  }));
}

function deadLinks(file) {
  const text = readFileSync(file, 'utf8').replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');
  const targets = [...text.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)].map((match) => match[1]);
  const local = targets.filter((target) => !/^([a-z][a-z0-9+.-]*:|#|\/\/)/i.test(target)).map((target) => decodeURI(target.split(/[#?]/)[0]));
  return local.filter((target) => !existsSync(join(dirname(file), target))).map((target) => `link: ${target} does not exist`);
}
