import { describe, expect, it } from 'vitest';
import type { RawResponses } from '../data/index.ts';
import { Random } from '../numeric/random.ts';
import { credential } from '../testing/reference-data.ts';
import { standardPlots } from './report-plots.ts';
import { readMinutes } from './response-times.ts';
import { technicalReport } from './technical-report.ts';

const figure = (caption: string) => ({ svg: '<svg/>', caption, description: caption });

function exam(n: number): RawResponses {
  const random = new Random(2);
  return {
    persons: Array.from({ length: n }, (_, person) => `${person + 1}`),
    items: Array.from({ length: 12 }, (_, item) => `i${item + 1}`),
    responses: Array.from({ length: n }, () => {
      const ability = random.normal();
      return Array.from({ length: 12 }, () =>
        random.uniform() < 1 / (1 + Math.exp(-ability)) ? 'A' : (['B', 'C', 'D'][random.integer(3)] ?? 'B'),
      );
    }),
  };
}
const keyOf = ({ items }: RawResponses) => new Map(items.map((id) => [id, ['A']]));

describe('the technical report of a licensure examination of 1,636 × 170', () => {
  const { raw, key } = credential();
  const steps: number[] = [];
  const report = technicalReport({ raw, key, cut: 110, title: 'Form 1', progress: (done) => steps.push(done) });

  it('states the figures of the year', () => {
    const rows = new Map(report.sections[0]?.tables[0]?.rows.map(([label = '', value = '']) => [label, value]));
    expect(rows.get('Candidates tested')).toBe('1,636');
    expect(rows.get('Mean')).toBe('123.31');
    expect(rows.get('Standard deviation')).toBe('16.47');
    expect(rows.get('Reliability (alpha)')).toBe('0.895');
    expect(rows.get('Cut score')).toBe('110 of 170');
    // 16.469 × √(1 − 0.89495), from the reference's standard deviation and alpha.
    expect(rows.get('Standard error of measurement')).toBe('5.34');
  });

  it('has a page per item, each with its four options and those who chose none', () => {
    const pages = report.sections.filter(({ newPage }) => newPage === true);
    expect(pages).toHaveLength(170);
    expect(pages.every(({ tables }) => tables[0]?.rows.length === 5)).toBe(true);
  });

  it('flags the 41 items whose item-rest correlation is below 0.15 by the reference, none of them below 0', () => {
    const flags = report.sections.find(({ heading }) => heading === 'Overview')?.tables[1]?.rows ?? [];
    const counted = (start: string) => Number(flags.find(([says = '']) => says.startsWith(start))?.[1]);
    expect([counted('low'), counted('negative')]).toEqual([41, 0]);
  });

  it('tells its progress item by item', () => {
    expect(steps).toEqual(Array.from({ length: 170 }, (_, at) => at + 1));
  });
});

describe('a technical report', () => {
  const raw = exam(150);

  it('takes the figures that it is given, each in its section', () => {
    const { sections } = technicalReport({
      raw,
      key: keyOf(raw),
      cut: 7,
      title: 'Exam',
      plots: {
        histogram: ({ cut }) => figure(`cut ${cut}`),
        itemMap: ({ items }) => figure(`${items.length} items`),
        optionCurves: ({ id }) => figure(id),
      },
    });
    const captions = sections.flatMap(({ heading, figures }) => figures.map(({ caption }) => `${heading}: ${caption}`));
    expect(captions.slice(0, 3)).toEqual(['Overview: cut 7', 'Items: 12 items', 'Item i1: i1']);
    expect(captions).toHaveLength(14);
  });

  it('with the plots of the package has a figure of scores, of their errors, of items and of the options of each', () => {
    const { sections } = technicalReport({ raw, key: keyOf(raw), cut: 7, title: 'Exam', plots: standardPlots });
    const figures = sections.flatMap((section) => section.figures);
    expect(figures).toHaveLength(15);
    expect(figures.every(({ svg }) => svg.includes('<svg') && !svg.includes('NaN'))).toBe(true);
  });

  it('of fewer than 30 candidates gives counts only, unless the rule was set aside', () => {
    const few = exam(20);
    const input = { raw: few, key: keyOf(few), cut: 7, title: 'Pilot' };
    expect(technicalReport(input).sections.map(({ heading }) => heading)).toEqual(['Items']);
    expect(technicalReport({ ...input, override: { reason: 'a pilot' } }).sections.length).toBeGreaterThan(12);
  });

  it('has no NaN, null or undefined in any cell', () => {
    const { sections } = technicalReport({ raw, key: keyOf(raw), cut: 7, title: 'Exam' });
    const cells = sections.flatMap(({ tables, paragraphs }) => [
      ...tables.flatMap(({ rows }) => rows.flat()),
      ...paragraphs,
    ]);
    expect(cells.filter((cell) => /NaN|null|undefined|Infinity/.test(cell))).toEqual([]);
  });

  it('with a cut outside the scores is refused', () => {
    expect(() => technicalReport({ raw, key: keyOf(raw), cut: 13, title: 'Exam' })).toThrow(/above 0 to 12/);
  });

  it('tells how long candidates took where times are given, and who has none', () => {
    const minutes = readMinutes({
      columns: ['id', 'i1', 'i2'],
      rows: [
        ['1', '30', '60'],
        ['2', '', '120'],
        ['3', '', ''],
        ['4', '240', ''],
      ],
    });
    expect([...minutes]).toEqual([
      ['1', 1.5],
      ['2', 2],
      ['4', 4],
    ]);
    const report = technicalReport({ raw, key: keyOf(raw), cut: 7, title: 'Exam', plots: standardPlots, minutes });
    const section = report.sections.find(({ heading }) => heading === 'Response times');
    expect(section?.paragraphs[0]).toMatch(/^3 of 150 candidates have a time: mean 2\.5 minutes, median 2\.0/);
    expect(section?.figures).toHaveLength(1);
    const bad = { columns: ['id', 'seconds'], rows: [['1', '-3']] };
    expect(() => readMinutes(bad)).toThrow('row 1, column seconds: "-3" is no number of seconds');
  });
});
