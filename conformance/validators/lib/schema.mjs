// JSON Schemas of draft 2020-12 by ajv in strict mode.
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
/** The integer formats of the OpenAPI format registry, which ajv does not know. */
const INTEGERS = ['int8', 'int16', 'uint8', 'uint16', 'uint32', 'uint64', 'uint'];

/** A reader that compiles schemas strictly. */
export function reader() {
  const ajv = new Ajv2020.default({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
  addFormats.default(ajv);
  for (const format of INTEGERS.filter((format) => !ajv.formats[format])) {
    ajv.addFormat(format, { type: 'number', validate: Number.isInteger });
  }
  return ajv;
}

export async function judge(files) {
  return new Map(files.map((file) => {
    try {
      const schema = JSON.parse(readFileSync(file, 'utf8'));
      if (schema.$schema !== DIALECT) return [file, [`$schema is ${schema.$schema ?? 'missing'}, expected ${DIALECT}`]];
      reader().compile(schema);
      return [file, []];
    } catch (error) {
      return [file, [`ajv: ${error.message}`]];
    }
  }));
}
