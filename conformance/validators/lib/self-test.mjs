// Proves that every judge judges: it accepts what is good and refuses what is bad, for the reason that is expected.
//
// samples/good is a whole handoff folder. samples/bad holds files with defects; samples/bad/expect.json names for
// each of them the beginnings of the problems that must be found.
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { judgeAll, judgesOf, REQUIRED } from './judges.mjs';
import { filesBelow, KIT, kitDigest, Passed } from './passed.mjs';

export async function selfTest(options) {
  const samples = join(KIT, 'samples');
  const passed = new Passed(options.fresh, kitDigest(join(samples, 'schemas')));
  const key = passed.key('/self-test', '', '');
  const [good, bad] = ['good', 'bad'].map((name) => filesBelow(join(samples, name)).filter((file) => !file.endsWith('expect.json')));
  const label = (file) => relative(samples, file);
  if (passed.has(key)) {
    for (const file of [...good, ...bad]) console.log(`same self-test ${label(file)}`);
    return true;
  }
  const jobs = [...good, ...bad].map((file) => ({ file }));
  const results = await judgeAll(jobs, { ...options, schemas: join(samples, 'schemas') });
  const expected = JSON.parse(readFileSync(join(samples, 'bad/expect.json'), 'utf8'));
  let failures = 0;
  const say = (file, problem) => {
    if (problem) failures++;
    console.log(problem ? `FAIL self-test ${label(file)}: ${problem}` : `ok   self-test ${label(file)}`);
  };
  for (const file of good) say(file, results.get(file)[0]);
  for (const file of bad) {
    const wanted = expected[relative(join(samples, 'bad'), file)] ?? ['a line in expect.json'];
    const missing = wanted.filter((start) => !results.get(file).some((problem) => problem.startsWith(start)));
    say(file, missing.length > 0 && `did not find \`${missing.join('`, `')}\`, only: ${results.get(file).join(' | ') || 'nothing'}`);
  }
  for (const name of REQUIRED.filter((name) => !good.some((file) => label(file) === `good/${name}`) || judgesOf(name).length === 0)) {
    say(join(samples, 'good', name), 'there is no good sample or no judge of this kind');
  }
  if (failures === 0) {
    passed.add(key);
    passed.write();
  }
  return failures === 0;
}
