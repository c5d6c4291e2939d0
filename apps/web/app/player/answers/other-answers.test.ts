import type { InteractionNode } from '@testamur/qti';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWanted, kindOf, nameFromValue, withFile, withoutFile } from './files.ts';
import { inputModeOf } from './input-mode.ts';
import { hintOf, lackOf, matchesMask } from './limits.ts';
import { mayPlay, playsLeft } from './plays.ts';
import { labelsOf, shareOf, snap } from './slide.ts';
import { lengthOf, textBoxes, textsValue } from './texts.ts';

const choice = (minChoices: number, maxChoices: number, cardinality = 'multiple') =>
  ({ interaction: 'choice', cardinality, minChoices, maxChoices }) as InteractionNode;

describe('limits', () => {
  it('are said where the controls do not say them', () => {
    expect(hintOf(choice(0, 1, 'single'))).toBeNull();
    expect(hintOf(choice(0, 0))).toBe('chooseSeveral');
    expect(hintOf(choice(0, 3))).toBe('chooseUpTo');
    expect(hintOf(choice(2, 2))).toBe('chooseExactly');
    expect(hintOf(choice(2, 0))).toBe('chooseAtLeast');
    expect(hintOf(choice(1, 3))).toBe('chooseBetween');
  });

  it('on pairs are not said where the choices allow no more', () => {
    const matching = (min: number, max: number, matchMax: number) => {
      const set = ['A', 'B', 'C'].map((identifier) => ({ identifier, matchMax }));
      return { interaction: 'match', associations: { min, max }, sets: [set, set] } as unknown as InteractionNode;
    };
    expect(hintOf(matching(0, 3, 1))).toBeNull();
    expect(hintOf(matching(0, 2, 1))).toBe('pairUpTo');
    expect(hintOf(matching(0, 3, 0))).toBe('pairUpTo');
    expect(hintOf(matching(3, 3, 1))).toBe('pairExactly');
  });

  it('below the least leave an answer incomplete, by how many', () => {
    expect(lackOf(choice(2, 3), ['A'], [])).toEqual({ lack: 'few', of: 'choices', missing: 1 });
    expect(lackOf(choice(2, 3), ['A', 'B'], [])).toBeNull();
    expect(lackOf(choice(0, 0), null, [])).toBeNull();
  });

  it('want the gaps filled that are required', () => {
    const node = {
      interaction: 'gap-match',
      cardinality: 'multiple',
      associations: { min: 0, max: 0 },
    } as InteractionNode;
    expect(lackOf(node, ['W G1'], ['G1', 'G2'])).toEqual({ lack: 'gaps', count: 1 });
    expect(lackOf(node, ['W G1', 'S G2'], ['G1', 'G2'])).toBeNull();
  });

  it('hold a whole text to its pattern; a pattern that cannot be read settles nothing', () => {
    expect(matchesMask('[0-9]{2}', '12')).toBe(true);
    expect(matchesMask('[0-9]{2}', '123')).toBe(false);
    expect(matchesMask('a|b', 'ab')).toBe(false);
    expect(matchesMask('[', 'x')).toBe(true);
  });
});

describe('the keyboard of a small screen', () => {
  it('is a number pad only where no answer needs a minus or a letter', () => {
    const integer = { baseType: 'integer', base: 10, patternMask: '[0-9]+' } as const;
    expect(inputModeOf(integer)).toBe('numeric');
    expect(inputModeOf({ ...integer, patternMask: null })).toBe('text');
    expect(inputModeOf({ ...integer, patternMask: '-?[0-9]+' })).toBe('text');
    expect(inputModeOf({ ...integer, base: 16 })).toBe('text');
    expect(inputModeOf({ ...integer, baseType: 'float', patternMask: '[0-9]+\\.[0-9]+' })).toBe('decimal');
  });
});

describe('a slider', () => {
  const tenths = { lowerBound: 0, upperBound: 1, step: 0.1 };

  it('stands at its steps alone, without the noise of binary fractions', () => {
    expect(snap(0.31, tenths)).toBe(0.3);
    expect(snap(99, tenths)).toBe(1);
    expect(snap(-1, { lowerBound: -2, upperBound: 2, step: 1.5 })).toBe(-0.5);
    expect(snap(2, { lowerBound: -2, upperBound: 2, step: 1.5 })).toBe(1);
  });

  it('never leaves its bounds', () => {
    const scale = fc.record({
      lowerBound: fc.integer({ min: -99, max: 0 }),
      upperBound: fc.integer({ min: 1, max: 99 }),
      step: fc.integer({ min: 0, max: 30 }),
    });
    fc.assert(
      fc.property(scale, fc.double({ noNaN: true, min: -500, max: 500 }), (one, number) => {
        const at = snap(number, one);
        expect(at).toBeGreaterThanOrEqual(one.lowerBound);
        expect(at).toBeLessThanOrEqual(one.upperBound);
        expect(snap(at, one)).toBe(at);
      }),
    );
  });

  it('is labeled at its ends, and at the steps where they are asked for and have room', () => {
    expect(labelsOf({ lowerBound: 0, upperBound: 30, step: 5 }, true)).toEqual([0, 5, 10, 15, 20, 25, 30]);
    expect(labelsOf({ lowerBound: 0, upperBound: 100, step: 1 }, true)).toEqual([
      0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100,
    ]);
    expect(labelsOf({ lowerBound: 0, upperBound: 30, step: 5 }, false)).toEqual([0, 30]);
    expect(shareOf(15, { lowerBound: 0, upperBound: 30, step: 5 })).toBe(0.5);
  });
});

describe('several texts', () => {
  it('have as many boxes as are asked for or answered', () => {
    expect(textBoxes(null, { min: 2, max: null })).toEqual([null, null]);
    expect(textBoxes(['a', 'b', 'c'], { min: 0, max: 2 })).toEqual(['a', 'b', 'c']);
    expect(textBoxes(null, { min: 0, max: null })).toEqual([null]);
  });

  it('are a container of what is written, NULL without any', () => {
    expect(textsValue(['a', null, 2])).toEqual(['a', 2]);
    expect(textsValue([null, null])).toBeNull();
  });

  it('are counted by the characters that people see', () => {
    expect(lengthOf('cafe\u0301 👩‍🔬')).toBe(6);
  });
});

describe('plays', () => {
  it('end at the limit, but a play that has begun may be finished', () => {
    expect(playsLeft({ count: 1, max: 2 })).toBe(1);
    expect(playsLeft({ count: 9, max: 0 })).toBe(Number.POSITIVE_INFINITY);
    expect(mayPlay({ count: 2, max: 2 }, false)).toBe(false);
    expect(mayPlay({ count: 2, max: 2 }, true)).toBe(true);
  });
});

describe('files', () => {
  it('take each other’s place where one may be, and stand beside each other where several may', () => {
    expect(withFile('/a', '/b', 'single')).toBe('/b');
    expect(withFile(['/a'], '/b', 'multiple')).toEqual(['/a', '/b']);
    expect(withoutFile(['/a', '/b'], '/a', 'multiple')).toEqual(['/b']);
    expect(withoutFile('/a', '/a', 'single')).toBeNull();
  });

  it('are held to the types that are wanted', () => {
    const pdf = { name: 'a.PDF', type: 'application/pdf' };
    expect(isWanted(pdf, [])).toBe(true);
    expect(isWanted(pdf, ['application/pdf'])).toBe(true);
    expect(isWanted(pdf, ['.pdf'])).toBe(true);
    expect(isWanted(pdf, ['image/*'])).toBe(false);
    expect(isWanted({ name: 'a.png', type: 'image/png' }, ['image/*'])).toBe(true);
  });

  it('and their types have names that people know', () => {
    expect(kindOf('image/*')).toEqual({ kind: 'image', name: '' });
    expect(kindOf('application/pdf').name).toBe('PDF');
    expect(kindOf('application/vnd.openxmlformats-officedocument.wordprocessingml.document').name).toBe('Word');
    expect(kindOf('.odt').name).toBe('ODT');
    expect(nameFromValue('/files/7/record%20one.pdf?x=1')).toBe('record one.pdf');
    expect(nameFromValue('data:image/png;base64,AA')).toBeUndefined();
  });
});
