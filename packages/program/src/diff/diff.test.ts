import { describe, expect, it } from 'vitest';
import { say } from '../messages/say.ts';
import type { Program } from '../schema/program.ts';
import { calt } from '../testing/calt.ts';
import { lifeUntil, makeFact, noon } from '../testing/facts.ts';
import { diffCandidacy, diffPrograms } from './diff.ts';

const next: Program = { ...calt, edition: '2027' };

const stricterWork: Program = {
  ...next,
  requirements: calt.requirements.map((rule) => (rule.kind === 'experience' ? { ...rule, fullTimeYears: 3 } : rule)),
};

/** A higher pass mark than the 82 percent of the life that the tests share. */
const stricterExam: Program = {
  ...next,
  assessments: calt.assessments.map((one) => (one.kind === 'exam' ? { ...one, pass: { percent: 90 } } : one)),
};

const certified = lifeUntil('2027-03-03');
const at = noon('2027-04-01');

describe('another edition', () => {
  it('with the same rules decides nobody differently', () => {
    for (const date of ['2027-01-05', '2027-01-09', '2027-02-22', '2027-03-03']) {
      expect(diffCandidacy(calt, next, lifeUntil(date), noon(date))).toEqual([]);
    }
  });

  it('with more years would not have certified somebody, and says why', () => {
    const [first] = diffCandidacy(calt, stricterWork, certified, at);
    expect(first).toMatchObject({ moment: 'certification', effect: 'worse', before: 'waiting-for-decision' });
    const line = first?.lines.find(({ id }) => id === 'experience');
    expect(line).toMatchObject({ before: { state: 'met' }, after: { state: 'not-met' } });
    expect(say(line?.after?.reason ?? { code: '' })).toMatch(/2\.4 of 3 years/);
  });

  it('puts its pass mark to the scores that were reached', () => {
    const [first] = diffCandidacy(calt, stricterExam, certified, at);
    expect(first?.lines.find(({ id }) => id === 'exam')).toMatchObject({
      before: { state: 'met' },
      after: { state: 'not-met' },
    });
    const easier: Program = {
      ...next,
      assessments: calt.assessments.map((one) => (one.kind === 'exam' ? { ...one, pass: { percent: 50 } } : one)),
    };
    const failed = lifeUntil('2027-02-19').concat(
      makeFact('result-released', noon('2027-02-20'), {
        assessment: 'exam',
        attempt: 1,
        passed: false,
        score: 60,
        maxScore: 100,
        byTopic: [],
      }),
    );
    const [now] = diffCandidacy(calt, easier, failed, noon('2027-02-21'));
    expect(now).toMatchObject({ moment: 'now', effect: 'better' });
  });

  it('is compared for many candidacies, and names those that differ only', () => {
    const candidacies = [
      { candidacy: 'draft', facts: lifeUntil('2027-01-04') },
      { candidacy: 'certified', facts: certified },
    ];
    expect([...diffPrograms(calt, stricterExam, candidacies, at)].map(({ candidacy }) => candidacy)).toEqual([
      'certified',
    ]);
  });
});
