import type { Assessment, Bundle, Course, Exam, FeeOf, Program, Session, Tax } from '../schema/program.ts';
import { calt } from './calt.ts';

const sourced = { source: 'article' } as const;
const words = (id: string) => ({ id, title: `The ${id}`, description: `About the ${id}.` });
const retake = { ...sourced, wait: 'P30D', attempts: 3, within: 'P12M' };

/** Ten items, seven of which pass. */
export function exam(id: string, more: Partial<Exam> = {}): Exam {
  const [topic] = calt.topics;
  return {
    kind: 'exam',
    ...words(id),
    ...sourced,
    itemType: 'single-best-answer',
    items: 10,
    timeLimitMinutes: 60,
    blueprint: { topics: calt.topics.map((one) => ({ topic: one.id, items: one === topic ? 5 : 1 })) },
    pass: { percent: 70 },
    retake,
    ...more,
  };
}

/** Two aspects of up to four points; five pass, with two in each. */
export function oral(id: string, more: Partial<Extract<Session, { kind: 'oral' }>> = {}): Session {
  const levels = [0, 2, 4].map((points) => ({ points, label: `${points}`, descriptor: `Worth ${points}.` }));
  return {
    kind: 'oral',
    ...words(id),
    ...sourced,
    rubric: { criteria: ['first', 'second'].map((aspect) => ({ ...words(`${id}-${aspect}`), levels })) },
    pass: { points: 5, minimumPerCriterion: 2 },
    timeLimitMinutes: 30,
    panel: { examiners: 2 },
    retake,
    ...more,
  };
}

/** Two modules. */
export function course(id: string, more: Partial<Course> = {}): Course {
  return {
    kind: 'course',
    ...words(id),
    ...sourced,
    modules: { list: ['one', 'two'].map((part) => words(`${id}-${part}`)) },
    retake,
    ...more,
  };
}

/** Ten thousand minor units for the first attempts of the assessments. */
export function assessmentFee(assessments: string[], more: Partial<FeeOf<'assessment'>> = {}): FeeOf<'assessment'> {
  const id = `${assessments.join('-')}-fee`;
  const prices = [{ amount: '100.00' }];
  return {
    kind: 'assessment',
    ...words(id),
    ...sourced,
    assessments,
    prices,
    retake: 'same',
    dueWithin: 'P30D',
    ...more,
  };
}

/** A fee that is paid once, of fifty dollars. */
export function stageFee<K extends 'application' | 'certification' | 'registration'>(
  kind: K,
  more: Partial<FeeOf<K>> = {},
): Extract<Program['fees'][number], { kind: K }> {
  const fee = { kind, ...words(`${kind}-fee`), ...sourced, prices: [{ amount: '50.00' }], dueWithin: 'P30D', ...more };
  return fee as unknown as Extract<Program['fees'][number], { kind: K }>;
}

export function bundle(fees: string[], amount: string): Bundle {
  return { ...words('bundle'), ...sourced, fees, prices: [{ amount }], dueWithin: 'P30D' };
}

export function tax(percent: number, more: Partial<Tax> = {}): Tax {
  return { id: 'sales-tax', title: 'Sales tax', ...sourced, percent, ...more };
}

/** The program that ships, with other assessments and fees; its passing rule asks for all of them. */
export function programOf(
  assessments: readonly Assessment[],
  fees: Program['fees'],
  more: Partial<Program> = {},
): Program {
  const renewal = calt.fees
    .filter((fee) => fee.kind === 'renewal')
    .map((fee) => ({ ...fee, prices: [{ amount: '0' }] }));
  return {
    ...calt,
    assessments: [...assessments],
    topics: assessments.some(({ kind }) => kind === 'exam') ? calt.topics : [],
    passing: { all: assessments.map(({ id }) => id) },
    fees: [...fees, ...renewal],
    ...more,
  };
}
