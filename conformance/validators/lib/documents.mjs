// JSON and YAML files: they can be read strictly, and fit our own schema where one has their name.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { reader } from './schema.mjs';

export async function judge(files, { schemas }) {
  const compiled = new Map();
  const validatorFor = (name) => {
    const path = join(schemas, `${name}.schema.json`);
    if (!compiled.has(name)) compiled.set(name, existsSync(path) ? reader().compile(JSON.parse(readFileSync(path, 'utf8'))) : undefined);
    return compiled.get(name);
  };
  return new Map(files.map((file) => {
    try {
      return [file, judgeOne(file, validatorFor)];
    } catch (error) {
      return [file, [error.message.split('\n')[0]]];
    }
  }));
}

function judgeOne(file, validatorFor) {
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.yaml')) {
    const value = parse(text, { strict: true, uniqueKeys: true });
    return value !== null && typeof value === 'object' ? [] : ['yaml: it holds nothing'];
  }
  const value = JSON.parse(text);
  const validate = validatorFor(basename(file, '.json'));
  if (!validate || validate(value)) return [];
  return validate.errors.map((error) => `ajv: ${error.instancePath || '/'} ${error.message}`);
}
