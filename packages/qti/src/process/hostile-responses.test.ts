import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseItem } from '../parse/parse-item.ts';
import { maxScore } from './max-score.ts';
import { scoreItem } from './score-item.ts';
import { validateResponse } from './validate-response.ts';

const FOLDER = new URL('../../conformance/interactions/', import.meta.url).pathname;
const items = globSync(`${FOLDER}*.yaml`).flatMap((path) => {
  const { item }: { readonly item: string } = parse(readFileSync(path, 'utf8'));
  const read = parseItem(item);
  return read.status === 'refused' ? [] : [{ name: path.slice(FOLDER.length), item: read.item }];
});

const words = fc.constantFrom(
  'A',
  'B',
  'A B',
  'B A',
  'A X',
  '50 50',
  '-1 5',
  '6',
  'NaN',
  '1e999',
  '__proto__',
  '\u0000',
  '',
);
const values = fc.oneof(fc.anything(), words, fc.array(words, { maxLength: 5 }), fc.double(), fc.bigInt());

describe('whatever is sent', () => {
  it.each(items)(
    '$name refuses or takes it, and never throws; what it takes is scored, never above the maximum, and stays as it is',
    ({ item }) => {
      fc.assert(
        fc.property(values, fc.boolean(), (value, all) => {
          const sent = Object.fromEntries(item.responses.map(({ identifier }) => [identifier, all ? value : null]));
          const check = validateResponse(item, all ? sent : value);
          if (!check.ok) {
            expect(check.errors.length).toBeGreaterThan(0);
            return;
          }
          expect(JSON.parse(JSON.stringify(check.responses))).toEqual(check.responses);
          expect(validateResponse(item, check.responses)).toMatchObject({ ok: true, responses: check.responses });
          const scored = scoreItem(item, check.responses);
          expect(scored.ok).toBe(true);
          const most = maxScore(item);
          if (most !== null && scored.ok && scored.score !== null) expect(scored.score).toBeLessThanOrEqual(most);
        }),
        { numRuns: 200 },
      );
    },
  );
});
