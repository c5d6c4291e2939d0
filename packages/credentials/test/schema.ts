import { readFileSync } from 'node:fs';
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';

function fixture(name: string): object {
  return JSON.parse(readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8'));
}

const openBadges = fixture('ob_v3p0_achievementcredential_schema.json');
const ajv = new Ajv2019({ allErrors: true, strict: false });
addFormats.default(ajv);
const achievement = ajv.compile(openBadges);
const clr = ajv.compile(fixture('clr_v2p0_clrcredential_schema.excerpt.json'));

/** What the JSON Schema of the standard objects to, as "path message"; empty when it accepts the value. */
export function schemaErrors(value: unknown, schema: 'achievement' | 'clr' = 'achievement'): string[] {
  const validate = schema === 'achievement' ? achievement : clr;
  return validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}
