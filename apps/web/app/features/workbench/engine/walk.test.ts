import type { PlainValues } from '@testamur/qti';
import { describe, expect, it } from 'vitest';
import { createAnswers } from './calls.ts';

const NS = 'xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0"';
const item = `<qti-assessment-item ${NS} identifier="one" title="One" adaptive="false" time-dependent="false">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier"/>
  <qti-item-body>
    <p>A <span data-catalog-idref="hold">hold</span></p>
    <qti-choice-interaction response-identifier="RESPONSE" max-choices="1">
      <qti-simple-choice identifier="A">Yes</qti-simple-choice>
      <qti-simple-choice identifier="B">No</qti-simple-choice>
    </qti-choice-interaction>
  </qti-item-body>
  <qti-catalog-info><qti-catalog id="hold"><qti-card support="glossary-on-screen">
    <qti-html-content>A place in the queue</qti-html-content>
  </qti-card></qti-catalog></qti-catalog-info>
</qti-assessment-item>`;
const rubric = (view: string, words: string) =>
  `<qti-rubric-block use="instructions" view="${view}"><qti-content-body><p>${words}</p></qti-content-body></qti-rubric-block>`;
const test = (late: boolean) => `<qti-assessment-test ${NS} identifier="T" title="Timed" xml:lang="en">
  <qti-time-limits max-time="600"/>
  ${rubric('candidate', 'Work fast.')}${rubric('proctor', 'Watch them.')}
  <qti-test-part identifier="P" navigation-mode="linear" submission-mode="individual">
    <qti-assessment-section identifier="S" title="All" visible="true">
      <qti-assessment-item-ref identifier="R" href="one.xml">
        <qti-time-limits max-time="60" allow-late-submission="${late}"/>
      </qti-assessment-item-ref>
    </qti-assessment-section>
  </qti-test-part>
</qti-assessment-test>`;

const opened = (late: boolean) => {
  const answers = createAnswers();
  const files = Object.entries({ 'test.xml': test(late), 'one.xml': item });
  answers.open({ files: files.map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })) });
  return answers;
};
const responses: PlainValues = { RESPONSE: 'A' };
const begun = (late: boolean) => {
  const answers = opened(late);
  const walk = answers.walk({ test: 0, step: { act: 'begin', seed: 1 }, seconds: 0 });
  const submit = (session: typeof walk.session, seconds: number) =>
    answers.walk({ test: 0, step: { act: 'submit', session, responses }, seconds });
  return { walk, submit };
};

describe('the time of a test that is walked through', () => {
  it('begins with the limits of the test and the item, and runs on while an answer is refused', () => {
    const { walk, submit } = begun(false);
    expect(walk.limits).toMatchObject([
      { of: 'test', secondsLeft: 600 },
      { of: 'item', secondsLeft: 60 },
    ]);
    const late = submit(walk.session, 61);
    expect(late.refusal).toContain('the time of the item "R", 60 seconds, is over');
    expect(late.limits.map(({ secondsLeft }) => secondsLeft)).toEqual([539, -1]);
    expect(submit(late.session, 1).refusal).not.toBeNull();
  });

  it('takes answers in time, and late ones where the test says so', () => {
    const inTime = begun(false);
    expect(inTime.submit(inTime.walk.session, 59)).toMatchObject({ refusal: null, places: [{ answered: true }] });
    const late = begun(true);
    expect(late.submit(late.walk.session, 61)).toMatchObject({ refusal: null, places: [{ answered: true }] });
  });
});

describe('what a candidate reads beside the items of a test', () => {
  it('are rubrics for candidates, and none for others', () => {
    const json = JSON.stringify(begun(false).walk.words);
    expect(json).toContain('Work fast.');
    expect(json).not.toContain('Watch them.');
  });
});

describe('the supports of an item', () => {
  it('are all there when it is tried out, and none in a test, where accommodations decide', () => {
    expect(opened(false).begin({ item: 0, seed: 1 }).view.catalogs).toHaveLength(1);
    expect(begun(false).walk.item?.view.catalogs).toEqual([]);
  });
});
