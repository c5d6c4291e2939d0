import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../testing/golden.ts';
import { completeAdditive, varianceComponents } from './additive.ts';
import { angoff } from './angoff.ts';
import { ebel } from './ebel.ts';
import { nedelsky } from './nedelsky.ts';
import { presentAngoff } from './present.ts';
import { readItemRatings } from './read-ratings.ts';
import { angoffTables, expected } from './testing/reference.ts';

const rounds = readItemRatings(angoffTables);
const result = angoff(rounds, { scores: Array.from({ length: 21 }, (_, score) => score) });

describe('Angoff in two rounds', () => {
  it.each([
    [0, expected.angoff_round1],
    [1, expected.angoff_round2],
  ] as const)('round %i agrees with R in cuts, standard errors, items and variance components', (at, wanted) => {
    const round = result.rounds[at];
    // Plain arithmetic, printed to 11 digits.
    const near = (value: number | null | undefined, reference: number) => expect(value).toBeCloseTo(reference, 9);
    wanted.judge_cut.forEach((cut, judge) => {
      near(round?.judges[judge]?.cut, cut);
    });
    near(round?.mean, wanted.cut_mean);
    near(round?.median, wanted.cut_median);
    near(round?.trimmed, wanted.cut_trimmed_drop_hi_lo);
    near(round?.sd, wanted.sd_judges);
    near(round?.se, wanted.se_judges);
    near(round?.se, wanted.se_cut_gtheory_items_fixed);
    near(round?.seItemsRandom, wanted.se_cut_gtheory_items_random);
    near(round?.components?.judge, wanted.var_judge);
    near(round?.components?.item, wanted.var_item);
    near(round?.components?.residual, wanted.var_resid);
    wanted.item_mean.forEach((mean, item) => {
      near(round?.items[item]?.mean, mean);
    });
    wanted.item_sd.forEach((sd, item) => {
      near(round?.items[item]?.sd, sd);
    });
    const icc = (type: string): number => wanted.ICC_table.find((row) => row.type === type)?.ICC ?? 0;
    near(round?.reliability?.single, icc('ICC2'));
    near(round?.reliability?.average, icc('ICC2k'));
  });

  it('takes the cut of the last round, and tells how the judges moved', () => {
    expect(result.cut).toBeCloseTo(13.15625, 10);
    const [shift] = result.shifts;
    expect(shift?.cut).toBeCloseTo(13.15625 - 13.39375, 10);
    expect(shift?.judges[1]?.change).toBeCloseTo(13.1 - 13.45, 10);
    // The judges came closer to each other, as discussion makes them.
    expect((result.rounds[1]?.sd ?? 0) / (result.rounds[0]?.sd ?? 1)).toBeLessThan(1);
  });

  it('gives the pass rate at the cut and one and two standard errors beside it', () => {
    const { impact } = result;
    expect(impact.map(({ standardErrors }) => standardErrors)).toEqual([-2, -1, 0, 1, 2]);
    // Of the scores 0 to 20 those from 14 on reach 13.16.
    expect(impact[2]).toMatchObject({ passing: 7, n: 21 });
  });

  it('is fixed in its JSON names, and complete for people', () => {
    const json = result;
    expect(json.cut).toBeCloseTo(13.15625, 10);
    expect(json).toMatchObject({
      se: result.se,
      judges: expect.arrayContaining([expect.objectContaining({ id: 'J1' })]),
    });
    expect(presentAngoff(result).sections.map(({ heading }) => heading)).toEqual([
      'Ratings',
      'Judges',
      'Items',
      'Rounds',
      'Impact',
    ]);
  });
});

describe('ratings', () => {
  const one = (ratings: (number | null)[][]) => ({
    round: '1',
    judges: ratings.map((_, at) => `J${at + 1}`),
    items: (ratings[0] ?? []).map((_, at) => `i${at + 1}`),
    ratings,
  });

  it('of yes and no count the items that a borderline candidate answers', () => {
    const yesNo = angoff([
      one([
        [1, 0, 1, 1],
        [1, 0, 0, 1],
      ]),
    ]);
    expect(yesNo).toMatchObject({ method: 'yes-no-angoff', cut: 2.5, maximum: 4, n: 2 });
  });

  it('by one judge have a cut, and no standard error for a stated reason', () => {
    const single = angoff([one([[0.5, 0.7]])]);
    expect(single).toMatchObject({ cut: 1.2, se: null, interval: null, seItemsRandom: null });
    expect(single.notices[0]).toMatch(/one judge/i);
    expect(single.sample.verdict).toBe('too-few');
  });

  it('weigh items by their points', () => {
    const points = new Map([['i2', 5]]);
    expect(
      angoff(
        [
          one([
            [0.5, 0.8],
            [0.5, 0.6],
          ]),
        ],
        { points },
      ),
    ).toMatchObject({ cut: 4, maximum: 6 });
  });

  it('that are missing do not make a judge look lenient: an additive table is restored exactly', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.1, max: 0.4, noNaN: true }), { minLength: 3, maxLength: 6 }), (bases) => {
        const full = [0, 0.1, 0.2].map((judge) => bases.map((base) => base + judge));
        const holes = full.map((row, judge) => row.map((value, item) => (judge === item ? null : value)));
        const { complete, converged } = completeAdditive(holes);
        expect(converged).toBe(true);
        complete.forEach((row, judge) => {
          row.forEach((value, item) => {
            expect(value).toBeCloseTo(full[judge]?.[item] ?? 0, 9);
          });
        });
      }),
    );
  });

  it('tell negative variance components and count them as 0', () => {
    const components = varianceComponents([
      [0.2, 0.8],
      [0.8, 0.2],
    ]);
    expect(components).toMatchObject({ judge: 0, item: 0, negative: ['judge', 'item'] });
  });

  it('agree with observed difficulties by correlation and distance', () => {
    const difficulty = new Map([
      ['i1', 0.9],
      ['i2', 0.5],
      ['i3', 0.1],
    ]);
    const { judges } = angoff(
      [
        one([
          [0.8, 0.6, 0.4],
          [0.4, 0.6, 0.8],
        ]),
      ],
      { difficulty },
    );
    expect(judges[0]?.withDifficulty).toBeCloseTo(1, 12);
    expect(judges[1]?.withDifficulty).toBeCloseTo(-1, 12);
    expect(judges[0]?.rmsdDifficulty).toBeCloseTo(Math.sqrt((0.01 + 0.01 + 0.09) / 3), 12);
  });

  it('outside the scale are refused, naming judge and item', () => {
    expect(() => angoff([one([[50, 120]])])).toThrow(
      /judge J1, item i2: 120 is no rating; give a number from 0 to 100/,
    );
    expect(() => angoff([one([[0.5, -1]])])).toThrow(/J1, item i2/);
    expect(() =>
      angoff([
        one([
          [0.5, null],
          [0.4, null],
        ]),
      ]),
    ).toThrow(/nobody rated i2/);
    expect(() =>
      angoff([
        one([
          [0.5, 0.5],
          [null, null],
        ]),
      ]),
    ).toThrow(/no rating by J2/);
    expect(() => angoff([])).toThrow(/at least one/);
  });
});

describe('reading ratings', () => {
  it('long and wide give the same', () => {
    const wide = readItemRatings([tableOf('judge,a,b\nX,50,\nY,70,30')]);
    const long = readItemRatings([tableOf('round,judge,item,rating\n1,X,a,50 %\n1,Y,a,70\n1,Y,b,30')]);
    expect(long).toEqual(wide);
  });

  it('takes rounds from a column', () => {
    const read = readItemRatings([tableOf('round,judge,a\nfirst,X,50\nfirst,Y,60\nsecond,X,55')]);
    expect(read.map(({ round, judges }) => [round, judges])).toEqual([
      ['first', ['X', 'Y']],
      ['second', ['X']],
    ]);
  });

  it('names the cells that are no ratings, and judges who stand twice', () => {
    expect(() => readItemRatings([tableOf('judge,a\nX,5O\nX,3')])).toThrow(
      /row 1, a: "5O" is no rating; row 2: judge X stands twice/,
    );
    expect(() => readItemRatings([tableOf('name,a\nX,1')])).toThrow(/no column "judge"/);
  });
});

describe('Nedelsky', () => {
  const ratings = {
    round: '1',
    judges: ['A', 'B'],
    items: ['i', 'j'],
    ratings: [
      [2, 3],
      [1, 2],
    ],
  };

  it('is the chance to guess among the options left: 1/2 + 1 and 1/3 + 1/2', () => {
    const options = new Map([
      ['i', 4],
      ['j', 4],
    ]);
    const { cut, judges } = nedelsky([ratings], { options });
    expect(judges.map((judge) => judge.cut)).toEqual([1.5, 1 / 3 + 1 / 2]);
    expect(cut).toBeCloseTo((1.5 + 5 / 6) / 2, 12);
  });

  it('refuses to rule out the key', () => {
    expect(() =>
      nedelsky([ratings], {
        options: new Map([
          ['i', 4],
          ['j', 3],
        ]),
      }),
    ).toThrow(/A, item j: 3 of 3/);
  });
});

describe('Ebel', () => {
  const placements = [
    { judge: null, item: 'i', difficulty: 'easy', relevance: 'essential' },
    { judge: null, item: 'j', difficulty: 'easy', relevance: 'essential' },
    { judge: null, item: 'k', difficulty: 'hard', relevance: 'important' },
  ];
  const expectation = (judge: string, easy: number, hard: number) => [
    { judge, difficulty: 'easy', relevance: 'essential', share: easy },
    { judge, difficulty: 'hard', relevance: 'important', share: hard },
  ];

  it('sums the expected share of each cell over its items', () => {
    const { judges, cut, grid } = ebel(placements, [...expectation('A', 90, 40), ...expectation('B', 80, 50)]);
    expect(judges.map((judge) => judge.cut)).toEqual([2.2, 2.1]);
    expect(cut).toBeCloseTo(2.15, 12);
    expect(grid[0]).toMatchObject({ items: 2 });
    expect(grid[0]?.share).toBeCloseTo(0.85, 12);
  });

  it('names the cell without an expectation', () => {
    expect(() => ebel(placements, expectation('A', 90, 40).slice(0, 1))).toThrow(
      /A has items in cell hard \/ important/,
    );
  });
});
