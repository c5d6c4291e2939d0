import type { Exam, Portfolio } from '@testamur/program';
import { parseItem } from '@testamur/qti';
import { describe, expect, test } from 'vitest';
import { marginPoints } from './margin.ts';
import { requireLevels, unmarkedCriteria } from './marks.ts';
import { type ScoredItem, scoreExam } from './score-exam.ts';
import { scoreRated } from './score-rated.ts';

const retake = { wait: 'P30D', attempts: 3, within: 'P12M' };
const exam = (percent: number): Exam => ({
  ...{ kind: 'exam', id: 'exam', title: 'Exam', description: 'D', itemType: 'single-best-answer' },
  ...{ items: 4, timeLimitMinutes: 60, blueprint: { topics: [] }, pass: { percent }, retake },
});

const item = (itemId: string, topic: string): ScoredItem => {
  const result =
    parseItem(`<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="${itemId}" title="T" time-dependent="false">
    <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier">
      <qti-correct-response><qti-value>A</qti-value></qti-correct-response>
    </qti-response-declaration>
    <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
    <qti-item-body><qti-choice-interaction response-identifier="RESPONSE" max-choices="1">
      <qti-simple-choice identifier="A">1</qti-simple-choice><qti-simple-choice identifier="B">2</qti-simple-choice>
    </qti-choice-interaction></qti-item-body>
    <qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct"/>
  </qti-assessment-item>`);
  if (result.status !== 'ok') throw new Error(result.messages[0]?.text);
  return { itemId, topic, item: result.item, seed: 1 };
};

describe('an exam', () => {
  const items = [item('1', 'a'), item('2', 'a'), item('3', 'b'), item('4', 'b')];

  test('is scored by its keys, by topic; what was not answered earns nothing', () => {
    const responses = new Map([
      ['1', { RESPONSE: 'A' }],
      ['2', { RESPONSE: 'B' }],
      ['3', { RESPONSE: 'A' }],
      ['4', { RESPONSE: null }],
    ]);
    expect(scoreExam(exam(50), items, responses)).toEqual({
      ...{ score: 2, maxScore: 4, passMark: 2, passed: true },
      byTopic: [
        { topic: 'a', score: 1, maxScore: 2 },
        { topic: 'b', score: 1, maxScore: 2 },
      ],
    });
  });

  test('is passed at the pass mark and not below it', () => {
    const three = new Map(['1', '2', '3'].map((id) => [id, { RESPONSE: 'A' }]));
    expect(scoreExam(exam(75), items, three)).toMatchObject({ score: 3, passMark: 3, passed: true });
    expect(scoreExam(exam(76), items, three)).toMatchObject({ score: 3, passMark: 4, passed: false });
    expect(scoreExam(exam(1), items, new Map())).toMatchObject({ score: 0, passed: false });
  });

  test('with a response that no candidate could have given is not scored at all', () => {
    expect(() => scoreExam(exam(50), items, new Map([['1', { RESPONSE: 'Z' }]]))).toThrow('cannot be scored');
  });
});

describe('a portfolio', () => {
  const criterion = (id: string) => ({
    ...{ id, title: id, description: 'D' },
    levels: [0, 2, 4].map((points) => ({ points, label: 'L', descriptor: 'D' })),
  });
  const portfolio: Portfolio = {
    ...{ kind: 'portfolio', id: 'work', title: 'Work', description: 'D', pieces: { minimum: 1, maximum: 5 } },
    ...{ rubric: { criteria: [criterion('a'), criterion('b')] }, pass: { points: 6, minimumPerCriterion: 2 }, retake },
  };
  const marks = (a: number, b: number) => [
    { criterion: 'a', level: a, comment: '' },
    { criterion: 'b', level: b, comment: '' },
  ];

  test('passes with enough points in all and no criterion under its minimum', () => {
    expect(scoreRated(portfolio, [marks(4, 2)])).toMatchObject({ score: 6, maxScore: 8, passMark: 6, passed: true });
    expect(scoreRated(portfolio, [marks(2, 2)]).passed).toBe(false);
    expect(scoreRated({ ...portfolio, pass: { points: 4, minimumPerCriterion: 2 } }, [marks(4, 0)]).passed).toBe(false);
  });

  test('is marked with levels of its rubric, each criterion once', () => {
    const codes = (given: Parameters<typeof requireLevels>[1]) => {
      try {
        requireLevels(portfolio, given);
        return 'fine';
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(codes(marks(4, 0))).toBe('fine');
    expect(codes(marks(3, 0))).toBe('scoring.no-such-level');
    expect(codes([{ criterion: 'x', level: 0, comment: '' }])).toBe('scoring.no-such-level');
    expect(codes([...marks(4, 0), ...marks(2, 0)])).toBe('scoring.no-such-level');
    expect(unmarkedCriteria(portfolio, marks(4, 0).slice(0, 1)).map(({ id }) => id)).toEqual(['b']);
  });
});

describe('the margin of a topic', () => {
  test('is the binomial standard error', () => {
    // Lord & Novick (1968), 11.8: sqrt(x (n - x) / (n - 1)); for 15 of 20: sqrt(75 / 19).
    expect(marginPoints(15, 20)).toBeCloseTo(1.9868, 5);
    expect(marginPoints(5, 20)).toBeCloseTo(marginPoints(15, 20), 10);
  });
  test('is nothing where nothing varies or a single item stands alone', () => {
    expect([marginPoints(0, 20), marginPoints(20, 20), marginPoints(1, 1), marginPoints(0, 0)]).toEqual([0, 0, 0, 0]);
  });
});
