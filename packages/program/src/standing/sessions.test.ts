import { describe, expect, it } from 'vitest';
import { contradictions } from '../parse/checks/index.ts';
import { Story } from '../testing/course-of-events.ts';
import { lifeUntil } from '../testing/facts.ts';
import { course, exam, oral, programOf } from '../testing/parts.ts';

const accepted = lifeUntil('2027-01-09');

describe('a session', () => {
  const program = programOf([oral('interview')], []);

  it('is authorized like an exam, then attended by the candidate and recorded by an examiner', () => {
    expect(contradictions(program)).toEqual([]);
    const story = new Story(program, accepted).on('2027-01-10');
    expect(story.moves).toEqual(['system authorize-test interview']);
    story.authorize('interview');
    expect(story.now).toMatchObject({ status: 'authorized', assessments: [{ kind: 'oral', state: 'open' }] });
    expect(story.moves).toEqual(['candidate attend-session interview', 'examiner record-session interview']);
    expect(story.now.deadlines).toMatchObject([{ id: 'window:interview' }]);
  });

  it('waits for its result once it was held, and is passed by it', () => {
    const story = new Story(program, accepted).on('2027-01-10').authorize('interview');
    story.on('2027-02-01').tell('session-held', { assessment: 'interview', attempt: 1, heldOn: '2027-02-01' });
    expect(story.now).toMatchObject({ status: 'waiting-for-results', assessments: [{ state: 'waiting-for-result' }] });
    expect(story.moves).toEqual(['examiner assign-examiner interview', 'score-releaser release-result interview']);
    expect(story.release('interview', 6, 8, true).now.status).toBe('waiting-for-decision');
  });

  it('closes the candidacy when it was not held in its window, until a new window is given', () => {
    const story = new Story(program, accepted).on('2027-01-10').authorize('interview').on('2027-06-01');
    expect(story.now.status).toBe('closed');
    const until = '2027-07-01T23:59:59.999Z';
    story.tell('test-authorized', { assessment: 'interview', attempt: 1, from: '2027-06-01T00:00:00.000Z', until });
    expect(story.now.status).toBe('authorized');
  });

  it('cannot be held tomorrow, and an exam cannot be held at all', () => {
    const both = programOf([oral('interview'), exam('core')], []);
    const held = { attempt: 1, heldOn: '2027-01-11' };
    const story = new Story(both, accepted).on('2027-01-10').tell('session-held', { assessment: 'interview', ...held });
    story.tell('session-held', { assessment: 'core', ...held });
    expect(story.now.flags.map(({ problem }) => problem.code)).toEqual(['flag.impossible-dates', 'flag.other-kind']);
  });

  it('is authorized once a request for an accommodation is decided, which a program manager does', () => {
    const story = new Story(program, accepted)
      .on('2027-01-10')
      .tell('accommodation-requested', { request: 'Signing.' });
    expect(story.moves).toEqual(['program-manager decide-accommodation']);
    const decided = { granted: true, timeMultiplier: 1.5, reason: 'Documented.' };
    expect(story.tell('accommodation-decided', decided).moves).toEqual(['system authorize-test interview']);
  });
});

describe('a course', () => {
  const program = programOf([course('basics'), oral('interview', { after: ['basics'] })], []);
  const completed = (story: Story, module: string): Story =>
    story.tell('module-completed', { assessment: 'basics', attempt: 1, module });

  it('is open without an authorization, and under way from its first module on', () => {
    expect(contradictions(program)).toEqual([]);
    const story = new Story(program, accepted).on('2027-01-10');
    const open = ['candidate take-course basics', 'examiner record-module basics'];
    expect(story.moves).toEqual(open);
    expect(story.now.assessments[0]).toMatchObject({ state: 'open', modulesDone: [] });
    completed(story, 'basics-two');
    expect(story.now.assessments[0]).toMatchObject({ state: 'under-way', modulesDone: ['basics-two'] });
    expect(story.moves).toEqual(open);
  });

  it('is released by the system after the last module, whatever their order', () => {
    const story = completed(completed(new Story(program, accepted).on('2027-01-10'), 'basics-two'), 'basics-one');
    expect(story.now.assessments[0]).toMatchObject({
      state: 'waiting-for-result',
      modulesDone: ['basics-one', 'basics-two'],
    });
    expect(story.moves).toEqual(['system release-result basics']);
  });

  it('holds back what comes after it, and opens that when it is passed', () => {
    const story = new Story(program, accepted).on('2027-01-10');
    expect(story.now.assessments[1]).toMatchObject({ state: 'locked', waitsFor: ['basics'] });
    const line = story.now.steps.flatMap(({ lines }) => lines).find(({ id }) => id === 'interview');
    expect(line?.unlocks).toMatchObject({ code: 'unlocks.after', values: { titles: 'The basics' } });
    completed(completed(story, 'basics-one'), 'basics-two').release('basics', 2, 2, true);
    expect(story.now.assessments[1]?.waitsFor).toBeUndefined();
    expect(story.moves).toEqual(['system authorize-test interview']);
  });

  it('has only the modules that the program names', () => {
    const story = completed(new Story(program, accepted).on('2027-01-10'), 'basics-nine');
    expect(story.now.flags).toMatchObject([{ problem: { code: 'flag.unknown-module' } }]);
    expect(story.now.assessments[0]?.state).toBe('open');
  });
});

describe('the order of assessments', () => {
  const program = programOf(
    [exam('core', { retake: { wait: 'P1D', attempts: 1, within: 'P12M' } }), exam('more', { after: ['core'] })],
    [],
  );

  it('loses what waits for something that cannot be passed any more', () => {
    const story = new Story(program, accepted)
      .on('2027-01-10')
      .authorize('core')
      .sit('core')
      .release('core', 3, 10, false);
    expect(story.now).toMatchObject({ status: 'not-passed', final: true, next: [] });
  });

  it('loses what waits for that in turn', () => {
    const once = { source: 'article', wait: 'P1D', attempts: 1, within: 'P12M' };
    const chain = [exam('a', { retake: once }), exam('b', { after: ['a'] }), exam('c', { after: ['b'] })];
    const story = new Story(programOf(chain, [], { passing: 'c' }), accepted).on('2027-01-10');
    expect(story.authorize('a').sit('a').release('a', 3, 10, false).now.status).toBe('not-passed');
  });

  it('gives way to an authorization that staff give all the same', () => {
    const story = new Story(program, accepted).on('2027-01-10');
    const window = { from: '2027-01-10T00:00:00.000Z', until: '2027-03-01T23:59:59.999Z' };
    story.tell('test-authorized', { assessment: 'more', attempt: 1, ...window });
    expect(story.now.assessments[1]).toMatchObject({ state: 'open' });
  });
});

describe('an exam', () => {
  it('is released at once by the system where the program says so, and read on its scale', () => {
    const scale = { lowest: 100, cut: 700, highest: 900 };
    const program = programOf([exam('core', { results: 'at-once', pass: { percent: 70, scale } })], []);
    const story = new Story(program, accepted).on('2027-01-10').authorize('core').sit('core');
    expect(story.moves).toEqual(['system release-result core']);
    const scored = { passed: true, score: 8, maxScore: 10, scaledScore: 767, byTopic: [] };
    story.tell('result-released', { assessment: 'core', attempt: 1, ...scored });
    expect(story.now.assessments[0]?.result).toMatchObject({ scaledScore: 767 });
    const line = story.now.steps.flatMap(({ lines }) => lines).find(({ id }) => id === 'core');
    expect(line?.detail).toEqual({ code: 'assessment.passed-scaled', values: { scaledScore: 767 } });
  });

  it('begun anew under the same number after a cancellation has the later attempt', () => {
    const program = programOf([exam('core')], []);
    const story = new Story(program, accepted).on('2027-01-10').authorize('core');
    story.tell('attempt-begun', { assessment: 'core', attempt: 1, attemptId: 'canceled' });
    story.on('2027-01-11').tell('attempt-begun', { assessment: 'core', attempt: 1, attemptId: 'anew' });
    expect(story.now.assessments[0]).toMatchObject({ state: 'under-way', attemptId: 'anew' });
    expect(story.later('2027-01-11T12:59:00.000Z').next[0]).toMatchObject({ actor: 'candidate' });
  });

  it('is not there for another track, and nothing asks for it', () => {
    const level = (id: string) => ({ for: { level: [id] } });
    const tracks = [
      {
        id: 'level',
        title: 'Level',
        options: [
          { id: 'core', title: 'Core' },
          { id: 'expert', title: 'Expert' },
        ],
      },
    ];
    const program = programOf([exam('core', level('core')), exam('expert', level('expert'))], [], { tracks });
    const [begun, ...rest] = accepted;
    if (begun?.kind !== 'candidacy-begun') throw new Error('A life begins with the candidacy.');
    const story = new Story(program, [{ ...begun, data: { track: { level: 'expert' } } }, ...rest]).on('2027-01-10');
    expect(story.now.assessments.map(({ assessment }) => assessment)).toEqual(['expert']);
    story.authorize('expert').sit('expert').release('expert', 9, 10, true);
    expect(story.now.status).toBe('waiting-for-decision');
  });
});

describe('the decision', () => {
  it('is recorded by the system where the body decided in advance, else by a person', () => {
    const passedIn = (program: ReturnType<typeof programOf>): Story =>
      new Story(program, accepted).on('2027-01-10').authorize('core').sit('core').release('core', 9, 10, true);
    const byRule = programOf([exam('core')], [], { decision: { by: 'rule' } });
    expect(passedIn(byRule).moves).toEqual(['system record-decision']);
    expect(passedIn(programOf([exam('core')], [])).moves).toEqual(['decider record-decision']);
  });
});
