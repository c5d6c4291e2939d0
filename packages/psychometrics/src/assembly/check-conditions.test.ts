import { describe, expect, test } from 'vitest';
import { assemble } from './assemble.ts';
import type { AssemblySpec, Condition } from './spec.ts';

const items = ['i1', 'i2', 'i3', 'i4'].map((id, at) => ({ id, attributes: { area: at < 2 ? 'a' : 'b', words: at } }));
const spec: AssemblySpec = { items, length: 2, objective: { goal: 'feasible' } };
const within = (where: Condition): AssemblySpec => ({ ...spec, constraints: [{ name: 'some', where, min: 1 }] });

describe('a condition on an attribute that no item has is refused, naming it', () => {
  test.each<[string, AssemblySpec, RegExp]>([
    ['in a constraint', within({ arae: 'a' }), /constraint "some": no item has the attribute "arae"; .*area, words/],
    ['within any, all and not', within({ any: [{ area: 'a' }, { all: [{ not: { word: 1 } }] }] }), /"word"/],
    ['in what is left out', { ...spec, exclude: { retired: true } }, /"exclude": .*"retired"/],
    ['in what one form leaves out', { ...spec, forms: [{ name: 'A', exclude: { old: true } }] }, /form A: .*"old"/],
    [
      'in an aim',
      { ...spec, objective: { goal: 'maximize', aims: [{ count: 'items', where: { topic: 'a' } }] } },
      /the objective: .*"topic"/,
    ],
  ])('%s', async (_, wrong, says) => {
    await expect(assemble(wrong)).rejects.toThrow(says);
  });

  test('what every item has, and what stimuli have, is no such attribute', async () => {
    const named = within({ id: ['i1', 'i2'], exposure: { max: 0 }, stimulus: null });
    expect(await assemble(named)).toMatchObject({ status: 'optimal' });
    const stimuli = [{ id: 's', attributes: { minutes: 3 } }];
    const passages: AssemblySpec = {
      ...spec,
      items: items.map((item) => ({ ...item, stimulus: 's' })),
      stimuli,
      constraints: [{ name: 'long', where: { minutes: { min: 3 } }, quantity: { count: 'stimuli' }, min: 1 }],
    };
    expect(await assemble(passages)).toMatchObject({ status: 'optimal' });
  });
});

describe('an item that is its own enemy is refused', () => {
  test('by its own list, and within a set', async () => {
    const own = items.map((item) => (item.id === 'i3' ? { ...item, enemies: ['i1', 'i3'] } : item));
    await expect(assemble({ ...spec, items: own })).rejects.toThrow('item i3 is named as its own enemy');
    await expect(assemble({ ...spec, enemies: [['i2', 'i4', 'i2']] })).rejects.toThrow('item i2');
  });
});
