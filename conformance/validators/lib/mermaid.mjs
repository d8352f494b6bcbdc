// Mermaid diagrams by mermaid's own parser, which wants a browser's document.
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

export async function judge(files) {
  const { window } = new JSDOM('<!doctype html><body></body>');
  Object.assign(globalThis, { window, document: window.document });
  for (const name of ['Element', 'HTMLElement', 'SVGElement', 'Node', 'DOMParser', 'MutationObserver']) globalThis[name] = window[name];
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', maxEdges: 5000, maxTextSize: 1 << 20 });
  const problems = new Map();
  for (const file of files) {
    const read = mermaid.parse(readFileSync(file, 'utf8'));
    problems.set(file, await read.then(() => [], (error) => [`mermaid: ${String(error.message ?? error).split('\n').slice(0, 4).join(' | ')}`]));
  }
  return problems;
}
