import { describe, expect, test } from 'vitest';
import { assemble } from './assemble.ts';
import { presentAssembly } from './present.ts';
import { readAssemblySpec } from './read-spec.ts';

const whole = {
  items: [
    {
      id: 'i1',
      attributes: { area: 'a', words: 40 },
      parameters: { model: '2pl', discrimination: 1.2, difficulty: -0.5 },
      enemies: ['i2'],
    },
    { id: 'i2', attributes: { area: 'a', words: 55 }, information: { '-1': 0.2, '0.5': 0.4 }, stimulus: 's' },
    { id: 'i3', attributes: { area: 'b', words: 30, pilot: true }, exposure: 2 },
  ],
  parameters: { model: '3pl', items: [{ id: 'i3', discrimination: 1, intercept: 0.2, guessing: 0.2, upper: null }] },
  forms: [{ name: 'A', length: 2, include: ['i1'], exclude: { pilot: false } }],
  length: { min: 1, max: 2 },
  constraints: [
    { name: 'words', sum: 'words', max: 90 },
    { name: 'a', where: { area: ['a'], words: { min: 10 } }, per: 'item', min: 0.5 },
  ],
  objective: { goal: 'maximize', aims: [{ information: 0.5, weight: 2 }] },
  stimuli: [{ id: 's', min: 'all', attributes: { words: 200 } }],
  overlap: { max: 1 },
  use: { max: 1, lifetime: 5 },
  timeLimit: 5,
};

describe('SPEC.json', () => {
  test('is read in full and assembled', async () => {
    const spec = readAssemblySpec(JSON.parse(JSON.stringify(whole)));
    expect(spec.items[0]?.parameters).toMatchObject({ model: '2pl', discrimination: 1.2, intercept: 0.6, guessing: 0 });
    expect(spec.items[1]?.information).toEqual([
      { theta: -1, value: 0.2 },
      { theta: 0.5, value: 0.4 },
    ]);
    expect(spec.items[2]?.parameters).toMatchObject({ model: '3pl', intercept: 0.2, guessing: 0.2, upper: 1 });
    const result = await assemble(spec);
    expect(result).toMatchObject({ status: 'optimal', forms: [['i1', 'i3']], names: ['A'] });
    const { facts, sections } = presentAssembly(result);
    expect(facts.find(({ label }) => label === 'Constraints met')?.value).toBe('6 of 6');
    expect(sections.map(({ heading }) => heading)).toEqual(['Information', 'Constraints', 'Forms']);
  });

  test.each([
    ['a key that is misspelled', { ...whole, constriants: [] }, 'SPEC has the key "constriants"'],
    ['an item without id', { ...whole, items: [{}] }, 'SPEC.items[0].id'],
    ['a goal that is none', { ...whole, objective: { goal: 'most' } }, 'SPEC.objective.aims'],
    [
      'a target without a target',
      { ...whole, objective: { goal: 'target', aims: [{ information: 0 }] } },
      'aims[0].target',
    ],
    ['a bound that is no number', { ...whole, constraints: [{ name: 'x', min: '3' }] }, 'SPEC.constraints[0].min'],
    [
      'an item without difficulty',
      { ...whole, items: [{ id: 'x', parameters: { model: '2pl' } }] },
      'SPEC.items[0].parameters: item x: "difficulty" is missing',
    ],
    ['no object', [], 'SPEC is []'],
  ])('%s is refused with its place', (_, value, message) => {
    expect(() => readAssemblySpec(value)).toThrow(message);
  });

  test('a conflict is presented as such', async () => {
    const result = await assemble(readAssemblySpec({ ...whole, include: ['i2'] }));
    const { title, sections } = presentAssembly(result);
    expect(title).toContain('impossible');
    expect(sections[0]?.tables[0]?.rows.flat().sort()).toEqual(['include i2', 'words']);
  });
});
