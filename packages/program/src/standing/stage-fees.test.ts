import { describe, expect, it } from 'vitest';
import { contradictions } from '../parse/checks/index.ts';
import { Story } from '../testing/course-of-events.ts';
import { lifeUntil } from '../testing/facts.ts';
import { assessmentFee, bundle, exam, programOf, stageFee, tax } from '../testing/parts.ts';

const accepted = lifeUntil('2027-01-09');

function lineOf({ now }: Story, id: string) {
  return now.steps.flatMap(({ lines }) => lines).find((line) => line.id === id);
}

describe('a fee that covers several assessments', () => {
  const retake = [{ amount: '40.00' }];
  const fee = assessmentFee(['first', 'second'], { retake });
  const program = programOf([exam('first'), exam('second')], [fee], { taxes: [tax(10)] });
  const paid = (): Story => new Story(program, accepted).on('2027-01-10').invoice(fee.id).pay();

  it('is one invoice for the first attempts of all, with its tax', () => {
    expect(contradictions(program)).toEqual([]);
    const story = new Story(program, accepted).on('2027-01-10');
    expect(story.moves).toEqual(['system issue-invoice first-second-fee']);
    expect(story.now.owed).toMatchObject([{ fee: fee.id, amountMinor: 11_000 }]);
    story.invoice(fee.id);
    expect(story.facts.at(-1)?.data).toMatchObject({ amountMinor: 11_000, taxMinor: 1000, attempt: 1 });
    expect(story.now.deadlines.map(({ id }) => id)).toEqual([`fee:${fee.id}`]);
    expect(story.pay().moves).toEqual(['system authorize-test first', 'system authorize-test second']);
  });

  it('loses all of them when it is not paid in time, and has them back when the money comes', () => {
    const story = new Story(program, accepted).on('2027-01-10').invoice(fee.id);
    expect(story.later('2027-02-10T00:00:00.000Z').status).toBe('closed');
    const { owed } = story.now;
    const [{ invoiceId = '' } = {}] = owed;
    story.on('2027-03-01').tell('fee-settled', { fee: fee.id, invoiceId, amountMinor: 11_000, currency: 'USD' });
    expect(story.now.status).toBe('authorized');
  });

  it('is paid for each retake by itself, at the price of a retake', () => {
    const story = paid().authorize('first').authorize('second').sit('first').sit('second');
    story.release('first', 3, 10, false).release('second', 3, 10, false);
    expect(story.now.owed.map(({ amountMinor }) => amountMinor)).toEqual([4400, 4400]);
    const targets = story.now.next.map(({ target }) => target);
    expect(targets).toEqual([
      { assessment: 'first', attempt: 2 },
      { assessment: 'second', attempt: 2 },
    ]);
    story.invoice(fee.id, { assessment: 'second', attempt: 2 }).pay();
    expect(story.moves).toEqual(['system issue-invoice first-second-fee', 'system authorize-test second']);
    expect(lineOf(story, 'first-second-fee:second')).toMatchObject({ state: 'met' });
    expect(lineOf(story, 'first-second-fee:first')).toMatchObject({ state: 'not-started' });
  });
});

describe('a fee that brings something with it', () => {
  const grants = [
    { kind: 'membership' as const, payerClass: 'member', title: 'Membership', period: 'P12M', description: 'A year.' },
    { kind: 'access' as const, id: 'webinars', title: 'Webinars', description: 'All of them.' },
  ];
  const prices = [{ amount: '100.00' }, { payerClass: 'member', amount: '60.00' }];
  const program = programOf([exam('core')], [assessmentFee(['core'], { grants, prices })]);
  const strangers = accepted.filter(({ kind }) => !kind.startsWith('membership'));

  it('grants it from the day of the settlement on, and the membership makes a member of its payer for its time', () => {
    expect(contradictions(program)).toEqual([]);
    const story = new Story(program, strangers).on('2027-01-10').invoice('core-fee');
    expect(story.now.grants).toEqual([]);
    story.on('2027-01-20').pay();
    expect(story.now).toMatchObject({
      payerClass: 'member',
      grants: [
        { kind: 'membership', payerClass: 'member', until: '2028-01-20T23:59:59.999Z' },
        { kind: 'access', id: 'webinars' },
      ],
    });
    expect(story.now.grants[1]?.until).toBeUndefined();
    expect(story.later('2028-01-21T00:00:00.000Z').payerClass).toBe('other');
  });

  it('prices the retake for the member that its payer has become, and grants nothing again', () => {
    const story = new Story(program, strangers)
      .on('2027-01-10')
      .invoice('core-fee')
      .pay()
      .authorize('core')
      .sit('core');
    expect(story.release('core', 1, 10, false).now.owed).toMatchObject([{ amountMinor: 6000 }]);
    expect(story.on('2027-01-20').invoice('core-fee').pay().now.grants).toHaveLength(2);
  });
});

describe('a bundle', () => {
  const fees = [assessmentFee(['first']), assessmentFee(['second'])];
  const program = programOf([exam('first'), exam('second')], fees, {
    bundles: [bundle(['first-fee', 'second-fee'], '150.00')],
  });

  it('that is chosen in time takes the place of its fees, as one invoice', () => {
    expect(contradictions(program)).toEqual([]);
    const story = new Story(program, accepted).on('2027-01-10').tell('bundle-chosen', { bundle: 'bundle' });
    expect(story.now.owed).toMatchObject([{ fee: 'bundle', amountMinor: 15_000 }]);
    expect(lineOf(story, 'first-fee')).toBeUndefined();
    expect(story.invoice('bundle').pay().moves).toEqual([
      'system authorize-test first',
      'system authorize-test second',
    ]);
    expect(lineOf(story, 'bundle')).toMatchObject({ state: 'met' });
    story.authorize('first').sit('first').release('first', 1, 10, false);
    expect(story.now.owed).toMatchObject([{ fee: 'first-fee', amountMinor: 10_000 }]);
  });

  it('that is chosen after one of its fees was invoiced is flagged and changes nothing', () => {
    const story = new Story(program, accepted)
      .on('2027-01-10')
      .invoice('first-fee')
      .tell('bundle-chosen', { bundle: 'bundle' });
    expect(story.now.flags).toMatchObject([{ problem: { code: 'flag.bundle-too-late' } }]);
    expect(story.now.owed.map(({ fee }) => fee)).toEqual(['first-fee', 'second-fee']);
  });
});

describe('a voucher', () => {
  const program = programOf(
    [exam('first'), exam('second')],
    [assessmentFee(['first'], { vouchers: true }), assessmentFee(['second'])],
  );

  it('settles like money, and is no money', () => {
    const story = new Story(program, accepted).on('2027-01-10').invoice('first-fee').pay('first-fee', 'v-1');
    expect(story.now.paid).toEqual([]);
    expect(story.moves).toContain('system authorize-test first');
    expect(lineOf(story, 'first-fee')?.detail).toMatchObject({ code: 'fee.settled-voucher' });
  });

  it('pays only for fees that take vouchers, and cannot be given back as money', () => {
    const story = new Story(program, accepted).on('2027-01-10').invoice('second-fee').pay('second-fee', 'v-1');
    expect(story.now.flags).toMatchObject([{ problem: { code: 'flag.no-vouchers' } }]);
    const first = new Story(program, accepted).on('2027-01-10').invoice('first-fee').pay('first-fee', 'v-1');
    const invoiceId = 'first-fee first 1';
    first.tell('fee-refunded', { fee: 'first-fee', invoiceId, amountMinor: 10_000, currency: 'USD' });
    expect(first.now.flags).toMatchObject([{ problem: { code: 'flag.refund-exceeds' } }]);
  });

  it('that is given back pays no longer: the fee is asked for anew', () => {
    const story = new Story(program, accepted).on('2027-01-10').invoice('first-fee').pay('first-fee', 'v-1');
    const back = { fee: 'first-fee', invoiceId: 'first-fee first 1', amountMinor: 10_000, currency: 'USD' };
    story.tell('fee-refunded', { ...back, voucherId: 'v-1' });
    expect(story.now.flags).toEqual([]);
    expect(story.moves).toContain('system issue-invoice first-fee');
    story.tell('fee-refunded', { ...back, voucherId: 'v-1' });
    expect(story.now.flags).toMatchObject([{ problem: { code: 'flag.refund-exceeds' } }]);
  });
});

describe('the fee of the application', () => {
  const program = programOf([exam('core')], [stageFee('application')]);
  const submitted = lifeUntil('2027-01-07');

  it('is asked for at the submission, and the review waits for it', () => {
    expect(contradictions(program)).toEqual([]);
    const draft = new Story(program, lifeUntil('2027-01-05'));
    expect(draft.now.owed).toEqual([]);
    expect(lineOf(draft, 'application-fee')).toMatchObject({ state: 'locked' });
    const story = new Story(program, submitted);
    expect(story.now.status).toBe('payment-due');
    expect(story.moves).toEqual(['system issue-invoice application-fee']);
    story.invoice('application-fee');
    expect(story.moves).toEqual(['candidate pay-fee application-fee']);
    expect(story.pay().now.status).toBe('waiting-for-review');
    expect(story.moves).toContain('reviewer review-requirement experience');
  });

  it('closes the application when it is not paid in time', () => {
    const story = new Story(program, submitted).invoice('application-fee');
    const dueAt = '2027-02-06T23:59:59.999Z';
    expect(story.later(dueAt).status).toBe('payment-due');
    expect(story.later(dueAt).deadlines[0]).toMatchObject({ id: 'fee:application-fee', at: dueAt });
    expect(story.later('2027-02-07T00:00:00.000Z')).toMatchObject({ status: 'closed', since: dueAt, final: true });
  });
});

describe('the fee of the certification', () => {
  const program = programOf([exam('core')], [stageFee('certification')]);
  const passed = (): Story =>
    new Story(program, accepted).on('2027-01-10').authorize('core').sit('core').release('core', 9, 10, true);

  it('is asked for once everything is passed, and the decision waits for it', () => {
    const story = passed();
    expect(story.now.status).toBe('payment-due');
    expect(story.moves).toEqual(['system issue-invoice certification-fee']);
    story.invoice('certification-fee').tell('decision-recorded', { outcome: 'certify', reason: 'Too early.' });
    expect(story.now.flags).toMatchObject([{ problem: { code: 'flag.decision-too-early' } }]);
    expect(story.on('2027-01-11').pay().moves).toEqual(['decider record-decision']);
  });

  it('closes the candidacy when it is not paid in time', () => {
    const story = passed().invoice('certification-fee');
    expect(story.later('2027-02-10T00:00:00.000Z')).toMatchObject({
      status: 'closed',
      since: '2027-02-09T23:59:59.999Z',
    });
  });
});

describe('a price that depends on the region', () => {
  const regions = [
    { id: 'north', title: 'North' },
    { id: 'south', title: 'South', currency: 'JPY' },
  ];
  const prices = [
    { amount: '100.00', for: { region: ['north'] } },
    { amount: '9000', for: { region: ['south'] } },
  ];
  const program = programOf([exam('core')], [assessmentFee(['core'], { prices })], { regions });

  it('is not owed while the region is unknown; then it is, in the currency of the region', () => {
    const story = new Story(program, accepted).on('2027-01-10');
    expect(story.now.owed).toEqual([]);
    expect(lineOf(story, 'core-fee')?.detail).toEqual({ code: 'fee.by-circumstances' });
    expect(story.moves).toContain('candidate choose-region');
    story.tell('region-declared', { region: 'south' });
    expect(story.now.owed).toMatchObject([{ amountMinor: 9000, currency: 'JPY' }]);
  });
});
