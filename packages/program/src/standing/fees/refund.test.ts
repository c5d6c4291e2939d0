import { describe, expect, it } from 'vitest';
import type { Program } from '../../schema/program.ts';
import { calt } from '../../testing/calt.ts';
import { Story } from '../../testing/course-of-events.ts';
import { lifeUntil } from '../../testing/facts.ts';
import { assessmentFee, exam, programOf, stageFee } from '../../testing/parts.ts';
import { refundTerms } from './refund.ts';

type Rules = NonNullable<Program['policies']['refund']['rules']>;

const rules: Rules = [
  { before: 'acceptance', percent: 100 },
  { before: 'authorization', percent: 50 },
  { before: 'submission', percent: 80, fees: ['application-fee'] },
];

function programWith(refund: Rules | undefined): Program {
  const text = calt.policies.refund.text;
  return programOf([exam('core')], [stageFee('application'), assessmentFee(['core'])], {
    policies: { ...calt.policies, refund: refund === undefined ? { text } : { text, rules: refund } },
  });
}

const program = programWith(rules);

/** Accepted, with both fees paid. */
function paid(): Story {
  const story = new Story(program, lifeUntil('2027-01-09')).invoice('application-fee').pay().on('2027-01-10');
  return story.invoice('core-fee').pay();
}

const ask = (story: Story, at = '2027-06-01T12:00:00.000Z') =>
  refundTerms(story.program, story.facts, at).map(({ fee, refundMinor, percent }) => [fee, refundMinor, percent]);

describe('what a withdrawal gives back', () => {
  it('is the share of the earliest event that has not come, for each invoice that was paid', () => {
    expect(ask(paid(), '2027-01-10T12:00:00.000Z')).toEqual([
      ['application-fee', 0, 0],
      ['core-fee', 5000, 50],
    ]);
  });

  it('is nothing once all of them have come, with the reason', () => {
    const story = paid().authorize('core');
    expect(ask(story, '2027-01-11T12:00:00.000Z')).toEqual([
      ['application-fee', 0, 0],
      ['core-fee', 0, 0],
    ]);
    expect(refundTerms(program, story.facts, '2027-01-11T12:00:00.000Z')[1]?.reason.code).toBe('refund.none');
  });

  it('goes by the attempt that the invoice pays for', () => {
    const story = paid().authorize('core').sit('core').release('core', 1, 10, false).invoice('core-fee').pay();
    expect(ask(story, '2027-01-11T12:00:00.000Z').slice(1)).toEqual([
      ['core-fee', 0, 0],
      ['core-fee', 5000, 50],
    ]);
  });

  it('is less what was given back before, and never more than money', () => {
    const story = paid();
    story.tell('fee-refunded', { fee: 'core-fee', invoiceId: 'core-fee core 1', amountMinor: 2000, currency: 'USD' });
    expect(ask(story, '2027-01-10T12:00:00.000Z')[1]).toEqual(['core-fee', 3000, 50]);
  });

  it('is left to the text where the program has no rules', () => {
    const { facts } = paid();
    expect(refundTerms(programWith(undefined), facts, '2027-01-10T12:00:00.000Z')).toEqual([]);
  });
});
