import { readFileSync } from 'node:fs';

const calt = readFileSync(new URL('../../../../../../programs/calt/program.yaml', import.meta.url), 'utf8');

/** Replaces one top-level part of the program file. */
const withPart = (text: string, name: string, part: string): string => {
  const found = new RegExp(`^${name}:.*\n(?:(?:[ #].*)?\n)*`, 'm');
  if (!found.test(text)) throw new Error(`The program file has no part "${name}".`);
  return text.replace(found, () => `${part.trim()}\n\n`);
};

const retake = (attempts = 2) =>
  `retake: { wait: P1D, attempts: ${attempts}, within: P12M, assumed: [wait, attempts, within] }`;

const levels = `levels:
            - { points: 0, label: Absent, descriptor: It is not shown. }
            - { points: 1, label: Thin, descriptor: It is hardly shown. }
            - { points: 2, label: Sufficient, descriptor: It is shown. }
            - { points: 3, label: Strong, descriptor: It is shown well. }`;

const rubric = (...ids: readonly string[]) => `rubric:
      assumed: [criteria]
      criteria:
${ids
  .map(
    (id) => `        - id: ${id}
          title: The ${id}
          description: What is looked at.
          minutes: 10
          ${levels}`,
  )
  .join('\n')}`;

const topics = `topics:
  - { id: cataloging, title: Cataloging, description: Describing what a library has. }
  - { id: reference, title: Reference, description: Answering what people ask. }`;

interface ExamText {
  readonly id: string;
  readonly attempts?: number;
  readonly more?: string;
  readonly pass?: string;
}

/** Five items of two topics: three of them pass. */
const exam = ({ id, attempts, more = '', pass = 'points: 3, assumed: [points]' }: ExamText) => `
  - id: ${id}
    kind: exam
    assumed: [timeLimitMinutes, items]
    title: Exam ${id}
    description: Five items.
    ${more}
    itemType: single-best-answer
    items: 5
    timeLimitMinutes: 30
    blueprint:
      assumed: [topics]
      topics: [{ topic: cataloging, items: 3 }, { topic: reference, items: 2 }]
    pass: { ${pass} }
    ${retake(attempts)}`;

const renewalBy = (assessment: string) => `renewal:
  assumed: [cycle, routes, opensBefore, grace, reinstatement, reminders]
  cycle: P36M
  routes:
    - { id: by-exam, kind: assessment, title: By exam, description: Pass it again., assessment: ${assessment} }
  opensBefore: P6M
  grace: P90D
  reinstatement: P12M
  reminders: [P30D]
  description: Pass the exam again.`;

interface Variant {
  readonly id: string;
  readonly assessments: string;
  readonly passing: string;
  readonly decision?: string;
  /** An exam by which alone the credential is renewed; it costs nothing. */
  readonly recertification?: string;
}

/** The program that ships with the system with other assessments, none of which costs anything. */
const variantOf = ({ id, assessments, passing, decision = '', recertification }: Variant): string => {
  const ids = [...assessments.matchAll(/^ {2}- id: ([\w-]+)$/gm)].map(([, one]) => one).join(', ');
  const fees = `fees:
  - id: test-fee
    kind: assessment
    title: Test fee
    description: Nothing.
    assumed: [prices, dueWithin, retake]
    assessments: [${ids}]
    prices: [{ amount: "0.00" }]
    retake: none
    dueWithin: P30D
  - id: renewal-fee
    kind: renewal
    title: Renewal fee
    description: Nothing.
    assumed: [prices, dueWithin]
    prices: [{ amount: "0.00" }]
    dueWithin: P30D`;
  let text = calt.replace(/^id: calt$/m, `id: ${id}`);
  text = withPart(text, 'topics', topics);
  const ofRenewal = recertification === undefined ? '' : exam({ id: recertification });
  text = withPart(text, 'assessments', `assessments:\n${assessments}${ofRenewal}`);
  if (recertification !== undefined) text = withPart(text, 'renewal', renewalBy(recertification));
  text = withPart(text, 'passing', `passing: ${passing}\n\n${decision}`);
  return withPart(text, 'fees', fees);
};

/** A panel of three after an exam, and stations whose result goes out at once; where each takes place. */
export const sessionsYaml = variantOf({
  id: 'sessions',
  passing: '{ all: [core, oral, stations] }',
  assessments: `${exam({ id: 'core' })}
  - id: oral
    kind: oral
    assumed: [timeLimitMinutes]
    title: Oral exam
    description: A conversation.
    after: [core]
    timeLimitMinutes: 40
    panel: { examiners: 3, assumed: [examiners] }
    ${rubric('reasoning', 'dialogue')}
    pass: { points: 4, minimumPerCriterion: 2, assumed: [points, minimumPerCriterion] }
    ${retake()}
  - id: stations
    kind: hands-on
    assumed: [timeLimitMinutes]
    title: Stations
    description: Work with hands.
    results: at-once
    delivery:
      assumed: [modes]
      modes:
        - { mode: on-site, title: Workshop, description: In the workshop of the organization. }
    timeLimitMinutes: 60
    ${rubric('repair', 'binding')}
    pass: { points: 4, minimumPerCriterion: 1, assumed: [points, minimumPerCriterion] }
    ${retake()}`,
});

/** A course, then two exams that are reported on a scale and released at once; a rule decides. */
export const courseYaml = variantOf({
  id: 'course-first',
  passing: '{ all: [basics, core, second] }',
  decision: 'decision: { by: rule, assumed: [by] }',
  assessments: `  - id: basics
    kind: course
    title: Basics
    description: Two modules.
    modules:
      assumed: [list]
      list:
        - { id: safety, title: Safety, description: How nobody is harmed., hours: 4 }
        - { id: practice, title: Practice, description: How it is done., hours: 8 }
    ${retake()}
${exam({
  id: 'core',
  attempts: 3,
  more: 'results: at-once\n    after: [basics]',
  pass: 'percent: 60, scale: { lowest: 100, cut: 600, highest: 900, assumed: [lowest, cut, highest] }, assumed: [percent]',
})}
${exam({ id: 'second', more: 'results: at-once\n    after: [basics]' })}`,
});

/** One exam, and another one by which the credential is renewed. */
export const recertificationYaml = variantOf({
  id: 'recertified',
  passing: '{ all: [core] }',
  assessments: exam({ id: 'core' }),
  recertification: 'again',
});
