import { readdirSync, readFileSync } from 'node:fs';
import { parseProgram } from '@testamur/program';
import { describe, expect, test } from 'vitest';
import { findSitting } from './assessments.ts';
import { formProblem } from './form-mails.ts';
import { formatOf, placesOf, preparationFor, rulesFor } from './occasion.ts';

const folder = new URL('../../../../../../programs/', import.meta.url);

/** Every exam and session of the programs that ship with the system. */
const sittings = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
  if (!entry.isDirectory()) return [];
  const file = new URL(`${entry.name}/program.yaml`, folder);
  const parsed = parseProgram(readFileSync(file, 'utf8'), entry.name);
  if (!parsed.ok) throw new Error(`${entry.name} is refused: ${parsed.problems[0]?.message}`);
  const { program } = parsed;
  return program.assessments.flatMap(({ id }) => {
    const found = findSitting(program, id);
    return found ? [[`${entry.name} ${id}`, found] as const] : [];
  });
});

describe.each(sittings)('the letter of %s', (_, sitting) => {
  const modes = sitting.delivery?.modes ?? [];

  test('names each place that the program offers', () => {
    const places = placesOf(sitting, 'The Body').join('\n');
    for (const { title } of modes) expect(places).toContain(title);
    expect(places.includes('agrees the day')).toBe(sitting.kind !== 'exam');
  });

  test('asks for what those places need, and for no computer where nobody sits at their own', () => {
    const lines = preparationFor(sitting).join('\n');
    const isOnline = modes.length === 0 ? sitting.kind === 'exam' : modes.some(({ mode }) => mode === 'online');
    const isThere = modes.length === 0 ? sitting.kind !== 'exam' : modes.some(({ mode }) => mode !== 'online');
    expect(/current browser/i.test(lines)).toBe(isOnline);
    expect(/bring the authorization letter/i.test(lines)).toBe(isThere);
    expect(lines).toContain('photo identification');
    expect(rulesFor(sitting).length).toBeGreaterThan(1);
    expect(formatOf(sitting)).toMatch(/\d/);
  });
});

test('a program is told of too few forms before anybody waits, and of those who do first', () => {
  expect(formProblem(2, 2, 0)).toBe('');
  expect(formProblem(1, 3, 0)).toContain('Publish 2 more');
  expect(formProblem(0, 3, 0)).toContain('nobody can be authorized');
  expect(formProblem(1, 3, 1)).toContain('1 candidate waits');
});
