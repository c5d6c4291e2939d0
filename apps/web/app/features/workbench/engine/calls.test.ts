import type { PlainValues } from '@testamur/qti';
import { describe, expect, it } from 'vitest';
import { createAnswers } from './calls.ts';
import { type ChosenFile, formatOf } from './format.ts';
import { traceTree } from './trace-tree.ts';

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

const item = (identifier: string, body = '', processing = '') => `<qti-assessment-item
  xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="${identifier}" title="Tools" adaptive="false" time-dependent="false">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier">
    <qti-correct-response><qti-value>B</qti-value></qti-correct-response>
  </qti-response-declaration>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
  <qti-item-body>${body}<qti-choice-interaction response-identifier="RESPONSE" max-choices="1">
    <qti-simple-choice identifier="A">Saw</qti-simple-choice>
    <qti-simple-choice identifier="B">Rasp</qti-simple-choice>
  </qti-choice-interaction></qti-item-body>
  ${processing || '<qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/>'}
</qti-assessment-item>`;

const test = `<qti-assessment-test xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="T" title="Two tools">
  <qti-outcome-declaration identifier="TOTAL" cardinality="single" base-type="float"/>
  <qti-test-part identifier="P" navigation-mode="linear" submission-mode="individual">
    <qti-assessment-section identifier="S" title="All" visible="true">
      <qti-assessment-item-ref identifier="R1" href="one.xml"/>
      <qti-assessment-item-ref identifier="R2" href="two.xml"/>
    </qti-assessment-section>
  </qti-test-part>
  <qti-outcome-processing>
    <qti-set-outcome-value identifier="TOTAL"><qti-sum><qti-test-variables variable-identifier="SCORE"/></qti-sum></qti-set-outcome-value>
  </qti-outcome-processing>
</qti-assessment-test>`;

const reported = (files: readonly ChosenFile[]) => {
  const answers = createAnswers();
  const opened = answers.open({ files });
  if (opened.kind !== 'report') throw new Error(`It is ${opened.kind}.`);
  return { answers, report: opened.report };
};

describe('the format of a file', () => {
  it.each([
    ['x.zip', 'PK\u0003\u0004', 'package'],
    ['x', item('a'), 'document'],
    ['x.xml', '<?xml version="1.0"?><quiz></quiz>', 'moodle'],
    ['x.xml', '<html></html>', null],
    ['x.txt', 'Which?\nA. one\nB. two\nANSWER: B\n', 'aiken'],
    ['x.txt', '::t:: Which? {=one ~two}', 'gift'],
    ['x.csv', 'anything', 'csv'],
    ['x', 'stem,A,B,key\nWhich?,1,2,A', 'csv'],
    ['x.txt', 'Dear colleagues', null],
  ])('of %s that begins with %j is %s', (name, text, format) => {
    expect(formatOf(file(name, text))).toBe(format);
  });
});

describe('a document', () => {
  it('alone is no package that lacks its manifest', () => {
    const { report } = reported([file('one.xml', item('one'))]);
    expect(report.messages).toEqual([]);
    expect(report.items).toMatchObject([{ identifier: 'one', status: 'ok', version: '3.0', kinds: ['choice'] }]);
  });

  it('that the item bank takes only without its pictures says so', () => {
    const { report } = reported([
      file('one.xml', item('one', '<p><img src="a.png" alt="A"/></p>')),
      file('a.png', 'PNG'),
    ]);
    expect(report.items.map(({ obstacles }) => obstacles)).toEqual([['media']]);
  });

  it('is scored, with its key, its points and each step of its processing', () => {
    const { answers } = reported([file('one.xml', item('one'))]);
    const begun = answers.begin({ item: 0, seed: 1 });
    expect(begun).toMatchObject({ key: { RESPONSE: 'B' }, maxScore: 1 });
    const scored = answers.submit({ item: 0, session: begun.session, responses: begun.key });
    expect(scored).toMatchObject({ score: 1, correct: true, errors: [], goesOn: false });
    expect(scored.outcomes).toContainEqual({
      identifier: 'SCORE',
      value: 1,
      type: 'single float',
      interpretation: null,
    });
    expect(scored.trace.map(({ what }) => what)).toContain('match');
    const wrong = answers.submit({ item: 0, session: begun.session, responses: { RESPONSE: 'A' } });
    expect(wrong).toMatchObject({ score: 0, correct: false });
  });
});

describe('a test', () => {
  const files = [file('test.xml', test), file('one.xml', item('one')), file('two.xml', item('two'))];

  it('is walked through to its outcomes', () => {
    const { answers } = reported(files);
    const responses: PlainValues = { RESPONSE: 'B' };
    let walk = answers.walk({ test: 0, step: { act: 'begin', seed: 1 }, seconds: 0 });
    expect(walk.places.map(({ identifier, current }) => [identifier, current])).toEqual([
      ['R1', true],
      ['R2', false],
    ]);
    for (const _ of walk.places) {
      walk = answers.walk({ test: 0, step: { act: 'submit', session: walk.session, responses }, seconds: 1 });
      walk = answers.walk({ test: 0, step: { act: 'next', session: walk.session }, seconds: 1 });
    }
    expect(walk).toMatchObject({
      ended: true,
      item: null,
      refusal: null,
      outcomes: [{ identifier: 'TOTAL', value: 2 }],
    });
  });

  it('says which of its items are missing', () => {
    const { answers } = reported(files.slice(0, 2));
    expect(answers.outline({ test: 0 }).missing).toEqual(['two.xml']);
  });
});

describe('a table', () => {
  it('is shown with its first rows and a guess before it is read', () => {
    const answers = createAnswers();
    const source = file('x.csv', `Stem,A,B,Key\n${'Which?,1,2,A\n'.repeat(7)}`);
    const opened = answers.open({ files: [source] });
    expect(opened).toMatchObject({ kind: 'table', table: { columns: ['Stem', 'A', 'B', 'Key'], total: 7 } });
    if (opened.kind !== 'table' || opened.table.guess === null) throw new Error('no guess');
    expect(opened.table.rows).toHaveLength(5);
    const mapping = { ...opened.table.guess, key: 'B' };
    expect(answers.map({ mapping })).toMatchObject({ total: 7 });
    expect(answers.open({ files: [source], mapping: opened.table.guess })).toMatchObject({ kind: 'report' });
  });
});

describe('what is saved', () => {
  it('as a package is read again in full', () => {
    const { answers } = reported([file('a.gift', '::one:: Two and two? {=4 ~5}\n\n::two:: A color? {=red ~3}')]);
    const { bytes, losses } = answers.package(null);
    expect(losses).toEqual([]);
    const { report } = reported([{ name: 'saved.zip', bytes }]);
    expect(report.items.map(({ status, version }) => [status, version])).toEqual([
      ['ok', '3.0'],
      ['ok', '3.0'],
    ]);
  });
});

describe('the tree of a trace', () => {
  const step = (depth: number, what: string) => ({ depth, kind: 'rule', what, detail: '' }) as const;
  const steps = [step(0, 'a'), step(1, 'b'), step(2, 'c'), step(1, 'd'), step(0, 'e')];
  const shape = (nodes: ReturnType<typeof traceTree>): unknown[] =>
    nodes.map(({ step: { what }, inside }) => [what, ...shape(inside)]);

  it('puts each step into the one that ran it', () => {
    expect(shape(traceTree(steps, 0, 1000))).toEqual([['a', ['b', ['c']], ['d']], ['e']]);
  });

  it('begins anew where a window cuts it', () => {
    expect(shape(traceTree(steps, 2, 2))).toEqual([['c'], ['d']]);
  });
});
