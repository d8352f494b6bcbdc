// Opens the package in a headless browser, from a page of this machine, and prints what the page says.
// In: the browser, the folder in which the package is installed, the folder of vectors. Out: one line for each answer.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';

const [browser, installed, vectors] = process.argv.slice(2);
const PAGE = '<!doctype html><meta charset="utf-8"><title>Aura</title><script type="module" src="/page.mjs"></script>';
const TYPES = { '.mjs': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json' };
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

function content(path) {
  if (path === '/') return [PAGE, 'text/html'];
  if (path === '/suites.json') {
    const files = readdirSync(vectors).filter((name) => name.endsWith('.json')).sort();
    return [JSON.stringify(files.map((name) => [name, readFileSync(join(vectors, name), 'utf8')])), TYPES['.json']];
  }
  const folder = path.startsWith('/aura/') ? join(installed, 'node_modules/aura') : import.meta.dirname;
  return [readFileSync(join(folder, basename(path))), TYPES[extname(path)] ?? 'text/plain'];
}

const profile = mkdtempSync(join(tmpdir(), 'aura-browser-'));
let child = null;
function end(code) {
  clearTimeout(late);
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
  server.close();
  server.closeAllConnections();
  child.once('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
  process.exitCode = code;
}

const server = createServer((request, response) => {
  if (request.method === 'POST') {
    let text = '';
    request.on('data', (part) => { text += part; }).on('end', () => {
      response.end();
      if (text === 'end') return end(0);
      console.log(text);
      if (text.startsWith('FAIL page')) end(1);
    });
    return;
  }
  try {
    const [body, type] = content(new URL(request.url, 'http://page').pathname);
    response.writeHead(200, { 'content-type': type }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
// A page that never says that it is done must not hold anybody up.
const late = setTimeout(() => {
  console.log('FAIL page: no end within 300 s');
  end(1);
}, 300_000);
server.listen(0, '127.0.0.1', () => {
  const address = `http://127.0.0.1:${server.address().port}/`;
  child = spawn(browser, [...FLAGS, `--user-data-dir=${profile}`, address], { detached: true, stdio: 'ignore' });
  child.once('error', (error) => {
    console.log(`FAIL page: ${error.message}`);
    process.exit(1);
  });
});
