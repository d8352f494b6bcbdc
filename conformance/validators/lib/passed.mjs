// Remembers which contents have passed, so that an unchanged file is not judged twice.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const KIT = dirname(dirname(fileURLToPath(import.meta.url)));
const FILE = join(KIT, '.passed.json');
/** The most that is remembered; the oldest go first. */
const MOST = 20_000;

/** Every file below a folder, in order, without what was installed there. */
export function filesBelow(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    if (['node_modules', '.venv', '__pycache__'].includes(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** Changes when any judge, any sample, any version of a validator or any schema of ours changes. */
export function kitDigest(schemas) {
  const hash = createHash('sha256');
  const own = filesBelow(KIT).filter((file) => /\.(mjs|py|txt|json)$/.test(file) && file !== FILE);
  for (const file of [...own, ...(existsSync(schemas) ? filesBelow(schemas) : [])]) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

/** The keys of what passed. */
export class Passed {
  constructor(fresh, kit) {
    this.kit = kit;
    this.keys = new Set(!fresh && existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : []);
  }

  key(label, content, surroundings) {
    const name = label.split('/').slice(1).join('/');
    return createHash('sha256').update(`${this.kit}\n${name}\n${surroundings}\n`).update(content).digest('hex');
  }

  has(key) {
    return this.keys.has(key);
  }

  add(key) {
    this.keys.delete(key);
    this.keys.add(key);
  }

  write() {
    writeFileSync(FILE, JSON.stringify([...this.keys].slice(-MOST)));
  }
}
