// SVG pictures: well-formed, named for people who cannot see them, and without anything that runs or loads.
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

export async function judge(files) {
  const parser = new new JSDOM('').window.DOMParser();
  return new Map(files.map((file) => [file, judgeText(parser, readFileSync(file, 'utf8'))]));
}

function judgeText(parser, text) {
  const document = parser.parseFromString(text, 'image/svg+xml');
  const broken = document.querySelector('parsererror');
  if (broken) return [`svg: ${broken.textContent.trim().split('\n')[0]}`];
  const root = document.documentElement;
  if (root.localName !== 'svg' || root.namespaceURI !== 'http://www.w3.org/2000/svg') return ['svg: the root is not an svg element'];
  const found = [];
  if (!root.hasAttribute('viewBox')) found.push('svg: it has no viewBox, so it does not scale');
  if (!root.querySelector(':scope > title')?.textContent.trim()) found.push('svg: it has no title');
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (['script', 'foreignObject', 'iframe', 'image'].includes(element.localName)) found.push(`svg: it holds a ${element.localName} element`);
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) found.push(`svg: ${element.localName} has the handler ${name}`);
      if (/(^|:)href$/.test(name) && !value.startsWith('#')) found.push(`svg: ${element.localName} points at ${value.slice(0, 60)}`);
    }
  }
  return found;
}
