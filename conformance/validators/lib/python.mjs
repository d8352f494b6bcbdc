// The judges that are written in Python, in one process for all files: see judge.py.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { KIT } from './passed.mjs';

export async function judge(files) {
  const { error, stdout, stderr } = await new Promise((done) => {
    const program = join(KIT, '.venv/bin/python');
    const settings = { maxBuffer: 1 << 28, env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } };
    execFile(program, [join(KIT, 'lib/judge.py'), ...files], settings, (error, stdout, stderr) => done({ error, stdout, stderr }));
  });
  if (error) throw new Error(`judge.py failed: ${stderr.slice(-800)}`);
  return new Map(Object.entries(JSON.parse(stdout)));
}
