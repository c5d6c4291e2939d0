import { describe, expect, it } from 'vitest';
import type { ContentNode } from '../model/content.ts';
import { parseTest } from '../parse/parse-test.ts';
import { presentTestContent } from './test-view.ts';

const rubric = (view: string, words: string) =>
  `<qti-rubric-block use="instructions" view="${view}"><qti-content-body>${words}</qti-content-body></qti-rubric-block>`;
const parsed =
  parseTest(`<qti-assessment-test xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="T" title="T">
  <qti-outcome-declaration identifier="TOTAL" cardinality="single" base-type="float"/>
  <qti-rubric-block use="instructions" view="candidate"><qti-content-body>
    <p id="first"><img src="a.png" alt="A"/> Answer all.</p>
  </qti-content-body></qti-rubric-block>
  ${rubric('proctor', '<p>for proctors</p>')}
  <qti-test-part identifier="P" navigation-mode="linear" submission-mode="individual">
    <qti-assessment-section identifier="S" title="S" visible="true">
      <qti-assessment-item-ref identifier="I" href="i.xml"/>
    </qti-assessment-section>
  </qti-test-part>
  <qti-test-feedback access="atEnd" outcome-identifier="TOTAL" identifier="3" show-hide="hide">
    <qti-content-body><p>You have <qti-printed-variable identifier="TOTAL" format="%.1f"/> and <qti-printed-variable identifier="OTHER"/>.</p></qti-content-body>
  </qti-test-feedback>
</qti-assessment-test>`);
if (parsed.status === 'refused') throw new Error(parsed.messages[0].text);
const { test } = parsed;
const session = { seed: 1, outcomes: { TOTAL: 2, OTHER: 'undeclared' } };
const shown = (nodes: readonly ContentNode[], resolve?: (reference: string) => string | undefined) =>
  JSON.stringify(presentTestContent(test, session, nodes, resolve === undefined ? {} : { resolve }));

describe('content of a test', () => {
  it('is shown to candidates where a rubric names them, and nothing else of it', () => {
    const json = shown(test.rubrics);
    expect(json).toContain('Answer all.');
    expect(json).not.toContain('for proctors');
  });

  it('has its references resolved and its ids kept apart, and no reference without one who resolves', () => {
    const json = shown(test.rubrics, (reference) => `/files/${reference}`);
    expect(json).toContain('"/files/a.png"');
    expect(json).toContain('"T-first"');
    expect(shown(test.rubrics)).not.toContain('a.png');
  });

  it('prints outcomes that the test declares, as they stand', () => {
    const json = shown(test.feedback.flatMap(({ content }) => content));
    expect(json).toContain('2.0');
    expect(json).not.toContain('undeclared');
  });
});
