import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { say } from '../messages/say.ts';
import { parseProgram } from '../parse/parse.ts';
import type { Program } from '../schema/program.ts';
import { type Move, play } from '../testing/simulator.ts';
import { carryOutWell } from '../testing/sufficient.ts';
import type { Text } from '../text.ts';

const folder = new URL('../../../../programs/', import.meta.url);

const shipped = readdirSync(folder).flatMap((id): Program[] => {
  const file = new URL(`${id}/program.yaml`, folder);
  if (!existsSync(file)) return [];
  const parsed = parseProgram(readFileSync(file, 'utf8'), file.pathname);
  if (!parsed.ok) throw new Error(`${id} is refused: ${JSON.stringify(parsed.problems.slice(0, 5))}`);
  // The facts of a life that is played are those of this edition.
  return [{ ...parsed.program, edition: '2026' }];
});

const anyMove: fc.Arbitrary<Move> = fc.record({
  pick: fc.nat(12),
  luck: fc.oneof({ weight: 8, arbitrary: fc.nat(59) }, { weight: 1, arbitrary: fc.nat(99) }),
  days: fc.oneof({ weight: 8, arbitrary: fc.nat(5) }, { weight: 1, arbitrary: fc.nat(200) }),
});
const lives = fc.sample(fc.array(anyMove, { minLength: 90, maxLength: 90 }), { numRuns: 12, seed: 3 });

function textsIn(value: unknown): readonly Text[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('code' in value && typeof value.code === 'string') return [value as Text];
  return Object.values(value).flatMap(textsIn);
}

describe('the programs that ship', () => {
  it('are there', () => expect(shipped.length).toBeGreaterThan(0));

  it.each(shipped.map((program) => [program.abbreviation, program] as const))(
    'can be lived in from the first page to the certificate: %s',
    (_, program) => {
      const turns = lives.flatMap((moves) => play(program, moves, carryOutWell));
      for (const { standing: found } of turns) {
        expect([found.status, found.final]).toEqual([found.status, found.next.length === 0]);
        for (const deadline of found.deadlines) expect(deadline.at >= found.at).toBe(true);
        for (const { by } of found.next) if (by !== undefined) expect(by >= found.at).toBe(true);
        const ids = found.steps.flatMap(({ lines }) => lines.map(({ id }) => id));
        expect(new Set(ids).size).toBe(ids.length);
        // A class of payers that the program does not have is claimed now and then, whatever a standing names.
        const others = found.flags.filter(({ problem }) => problem.code !== 'flag.unknown-payer-class');
        expect(others).toEqual([]);
      }
      for (const { standing: found } of turns.filter((__, index) => index % 10 === 0)) {
        for (const text of textsIn(found)) expect(say(text)).not.toMatch(/undefined|NaN|null|Infinity|Invalid|[{}]/);
      }
      expect(turns.some(({ standing: found }) => found.credential !== undefined)).toBe(true);
    },
    30_000,
  );
});
