import { describe, expect, it } from 'vitest';
import { equateGroups, equateWithAnchor } from './equate.ts';
import { presentEquating, presentScaledScores } from './present.ts';
import { scaleScores } from './scaled-scores.ts';
import { scoreScale } from './score-scale.ts';
import { actX, actY, neatX, neatY } from './testing/kolen-brennan.ts';

describe('an equating for people', () => {
  it('has a row per score, the moments and the synthetic population', () => {
    const result = equateWithAnchor(neatX, neatY, { method: 'tucker' });
    const shown = presentEquating(result);
    expect(shown.title).toBe('Tucker linear equating of form X to form Y');
    expect(shown.sections.map(({ heading }) => heading)).toEqual(['Conversion', 'Scores']);
    expect(shown.sections[0]?.tables[0]?.rows).toHaveLength(37);
    expect(shown.sections[0]?.tables[0]?.rows[1]).toEqual(['1', '1.5657', '0.5657', '0.2517']);
    expect(shown.sections[1]?.tables).toHaveLength(2);
  });

  it('tells of the smoothing and of what is wrong with the sample', () => {
    const few = { ...actX, counts: actX.counts.map((count) => Math.round(count / 50)) };
    const shown = presentEquating(equateGroups(few, actY, { method: 'equipercentile', smooth: 3 }));
    expect(shown.sections.at(-1)?.heading).toBe('Loglinear presmoothing');
    expect(shown.notices[0]).toMatchObject({ verdict: 'too-few' });
  });

  it('as JSON has x, y and se in its table and nothing that JSON cannot hold', () => {
    const json = equateGroups(actX, actY, { method: 'equipercentile', smooth: 4 });
    expect(Object.keys(json.table[0] ?? {})).toEqual(['x', 'y', 'se']);
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });

  it('scaled scores stand beside the raw', () => {
    const scale = scoreScale({
      kind: 'points',
      points: [
        { raw: 20, scaled: 70 },
        { raw: 40, scaled: 100 },
      ],
    });
    const { table } = equateGroups(actX, actY, { method: 'mean' });
    const shown = presentScaledScores(scaleScores(table, scale));
    expect(shown.sections[0]?.tables[0]?.rows[40]?.at(-1)).toBe('99');
  });
});
