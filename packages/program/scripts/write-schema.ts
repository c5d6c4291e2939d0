import { writeFileSync } from 'node:fs';
import { programJsonSchema } from '../src/index.ts';

/** Writes the JSON Schema that editors use while somebody types a program file. */
const target = new URL('../../../programs/program.schema.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(programJsonSchema(), null, 2)}\n`);
process.stdout.write(`Wrote ${target.pathname}.\n`);
