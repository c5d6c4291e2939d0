import { describe, expect, it } from 'vitest';
import { readBodyXml, readRoot } from '../../testing/body-xml.ts';
import { readBody } from './body.ts';
import { readCatalogInfo } from './catalogs.ts';
import { readCompanionMaterials } from './companion-materials.ts';
import { readModalFeedback, readTestFeedback } from './feedback.ts';
import { readStimulusRef, readStylesheet } from './references.ts';

describe('a rubric block', () => {
  const rubric = (attributes: string, inner: string) =>
    readBodyXml(`<qti-rubric-block ${attributes}>\n${inner}</qti-rubric-block>`);

  it('is read in full', () => {
    const { status, content } = rubric(
      'use="scoring" view="scorer testConstructor" id="r" class="own" data-catalog-idref="c"',
      '<qti-content-body><p>Two points</p></qti-content-body>',
    );
    expect(status).toBe('ok');
    const node = {
      type: 'rubric',
      use: 'scoring',
      view: ['scorer', 'test-constructor'],
      id: 'r',
      classes: ['own'],
      catalogIdref: 'c',
    };
    expect(content).toMatchObject([{ ...node, content: [{ name: 'p' }] }]);
  });

  it('may hold its content itself, as in QTI 2', () => {
    expect(rubric('view="candidate" use="ext:tip"', '<p>Read well</p>')).toMatchObject({
      status: 'ok',
      content: [{ use: 'ext:tip', content: [{ name: 'p' }] }],
    });
  });

  it('whose view is not understood is for authors alone', () => {
    const { status, content } = rubric('view="everyone"', '<p>The key is B</p>');
    expect(status).toBe('loss');
    expect(content).toMatchObject([{ view: [] }]);
  });

  it('reports what stands beside its content body', () => {
    const { messages } = rubric('view="candidate"', '<p>Lost</p>\n<qti-content-body>Kept</qti-content-body>');
    expect(messages).toMatchObject([{ line: 3, text: expect.stringContaining('outside <qti-content-body>') }]);
  });
});

describe('feedback and template content', () => {
  it('inline and in blocks, with and without a content body', () => {
    const { status, content } =
      readBodyXml(`<p>a <qti-feedback-inline outcome-identifier="FEEDBACK" identifier="x" show-hide="hide" id="f" class="k">b</qti-feedback-inline>
      <qti-template-inline template-identifier="TEMPLATE" identifier="y">c</qti-template-inline></p>
      <qti-feedback-block outcome-identifier="FEEDBACK" identifier="x" xml:lang="de"><qti-content-body><p>d</p></qti-content-body></qti-feedback-block>
      <qti-template-block template-identifier="TEMPLATE" identifier="y"><p>e</p></qti-template-block>`);
    expect(status).toBe('ok');
    const inline = {
      type: 'feedback',
      display: 'inline',
      variable: 'FEEDBACK',
      identifier: 'x',
      showHide: 'hide',
      id: 'f',
      classes: ['k'],
    };
    expect(content).toMatchObject([
      {
        children: [{ text: 'a ' }, { ...inline, content: [{ text: 'b' }] }, {}, { type: 'template', showHide: 'show' }],
      },
      {
        type: 'feedback',
        display: 'block',
        content: [{ name: 'div', attributes: { lang: 'de' }, children: [{ name: 'p' }] }],
      },
      { type: 'template', display: 'block', variable: 'TEMPLATE', content: [{ name: 'p' }] },
    ]);
  });

  it('of a variable that nobody declares is reported', () => {
    expect(
      readBodyXml('<p><qti-feedback-inline outcome-identifier="NONE" identifier="x">a</qti-feedback-inline></p>').texts,
    ).toHaveLength(1);
    expect(
      readBodyXml(
        '<p><qti-feedback-inline outcome-identifier="completionStatus" identifier="x">a</qti-feedback-inline></p>',
      ).status,
    ).toBe('ok');
    expect(readBodyXml('<qti-template-block template-identifier="NONE" identifier="x"/>').texts).toHaveLength(1);
  });

  it('without an identifier is refused', () => {
    expect(readBodyXml('<qti-feedback-block outcome-identifier="FEEDBACK"/>').status).toBe('refused');
  });

  it('a printed variable is read in full', () => {
    const all =
      'format="%.2f" power-form="true" base="TEMPLATE" index="2" delimiter="; " field="f" mapping-indicator="=" class="k"';
    const { status, content } = readBodyXml(`<p><qti-printed-variable identifier="TEMPLATE" ${all}/></p>`);
    expect(status).toBe('ok');
    const read = {
      format: '%.2f',
      powerForm: true,
      base: { variable: 'TEMPLATE' },
      index: 2,
      delimiter: '; ',
      field: 'f',
    };
    expect(content).toMatchObject([
      { children: [{ type: 'printed-variable', identifier: 'TEMPLATE', ...read, mappingIndicator: '=' }] },
    ]);
  });

  it('a printed variable by default is decimal, and an undeclared one is reported', () => {
    const { texts, content } = readBodyXml('<p><qti-printed-variable identifier="NONE"/></p>');
    expect(texts).toEqual([expect.stringContaining('no variable "NONE"')]);
    expect(content).toMatchObject([{ children: [{ base: 10, index: null, powerForm: false, format: null }] }]);
  });

  it('modal feedback and feedback of tests', () => {
    const attributes = 'outcome-identifier="FEEDBACK" identifier="x" title="Well"';
    const modal = readRoot(
      `qti-modal-feedback ${attributes}`,
      '<qti-content-body>Done</qti-content-body>',
      [],
      readModalFeedback,
    );
    expect(modal).toMatchObject({
      status: 'ok',
      value: { variable: 'FEEDBACK', identifier: 'x', showHide: 'show', title: 'Well', content: [{ text: 'Done' }] },
    });
    const test = readRoot(`qti-test-feedback ${attributes} access="during"`, '<p>Half</p>', [], readTestFeedback);
    expect(test).toMatchObject({ status: 'ok', value: { access: 'during', content: [{ name: 'p' }] } });
  });
});

describe('catalogs', () => {
  const read = (inner: string) => readRoot('qti-catalog-info', inner, [], readCatalogInfo);

  it('with entries by language, words and files', () => {
    const { status, scope } = read(`<qti-catalog id="c">
      <qti-card support="keyword-translation"><qti-card-entry xml:lang="es" default="true" data-reading-type="x"><qti-html-content><b>preciso</b></qti-html-content></qti-card-entry></qti-card>
      <qti-card support="spoken"><qti-file-href mime-type="audio/mpeg">a.mp3</qti-file-href></qti-card></qti-catalog>`);
    expect(status).toBe('ok');
    const entry = {
      language: 'es',
      isDefault: true,
      data: { 'reading-type': 'x' },
      files: [],
      content: [expect.objectContaining({ name: 'b' })],
    };
    const spoken = {
      language: null,
      isDefault: true,
      data: {},
      content: [],
      files: [{ href: 'a.mp3', mimeType: 'audio/mpeg' }],
    };
    const cards = [
      { support: 'keyword-translation', entries: [entry] },
      { support: 'spoken', entries: [spoken] },
    ];
    expect(scope.catalogs).toEqual([{ identifier: 'c', cards }]);
  });

  it('reports files from elsewhere and ids used twice', () => {
    const card =
      '<qti-card support="s"><qti-file-href mime-type="audio/mpeg">https://example.org/a.mp3</qti-file-href></qti-card>';
    const { messages, scope } = read(
      `<qti-catalog id="c">${card}</qti-catalog>\n<qti-catalog id="c">${card}</qti-catalog>`,
    );
    expect(messages).toMatchObject([{ line: 2 }, { line: 3, text: expect.stringContaining('there twice') }]);
    expect(scope.catalogs).toHaveLength(1);
  });

  it('inside rubric blocks are the item’s', () => {
    const rubric = `<qti-rubric-block use="instructions" view="candidate"><qti-content-body><p>a</p></qti-content-body>
      <qti-catalog-info><qti-catalog id="c"><qti-card support="s"><qti-html-content>b</qti-html-content></qti-card></qti-catalog></qti-catalog-info></qti-rubric-block>`;
    expect(readBodyXml(rubric)).toMatchObject({ status: 'ok', catalogs: [{ identifier: 'c' }] });
  });
});

describe('companion materials, style sheets and references', () => {
  it('each material', () => {
    const { status, value } = readRoot(
      'qti-companion-materials-info',
      `<qti-calculator><qti-calculator-type>scientific</qti-calculator-type><qti-description>Any</qti-description></qti-calculator>
       <qti-rule><qti-description>Ruler</qti-description><qti-rule-system-si><qti-minimum-length unit="Centimeter">30</qti-minimum-length></qti-rule-system-si></qti-rule>
       <qti-digital-material label="Table" mime-type="application/pdf"><qti-file-href>t.pdf</qti-file-href></qti-digital-material>
       <qti-physical-material>A compass</qti-physical-material>`,
      [],
      (element, scope) => readCompanionMaterials(element, scope.report),
    );
    expect(status).toBe('ok');
    expect(value).toEqual([
      { kind: 'calculator', calculatorType: 'scientific', description: 'Any' },
      { kind: 'rule', description: 'Ruler', units: { 'rule-system-si/minimum-length': '30 Centimeter' } },
      { kind: 'digital', href: 't.pdf', mimeType: 'application/pdf', label: 'Table' },
      { kind: 'physical', description: 'A compass' },
    ]);
  });

  it('a style sheet and a stimulus of the package are kept; from elsewhere they are reported', () => {
    const sheet = (href: string) =>
      readRoot(`qti-stylesheet href="${href}" type="text/css"`, '', [], (element, { report }) =>
        readStylesheet(element, report),
      );
    expect(sheet('a.css')).toMatchObject({
      status: 'ok',
      value: { href: 'a.css', mimeType: 'text/css', media: null, title: null },
    });
    expect(sheet('https://example.org/a.css')).toMatchObject({ status: 'loss', value: null });
    const stimulus = (href: string) =>
      readRoot(`qti-assessment-stimulus-ref identifier="s" href="${href}"`, '', [], (element, { report }) =>
        readStimulusRef(element, report),
      );
    expect(stimulus('../s.xml')).toMatchObject({
      status: 'ok',
      value: { identifier: 's', href: '../s.xml', title: null },
    });
    expect(stimulus('file:///s.xml')).toMatchObject({ status: 'loss', value: null });
  });

  it('a body keeps its classes, and what else it has in an element of its own', () => {
    const { status, value } = readRoot('qti-item-body class="k" dir="rtl"', '<p>a</p>', [], readBody);
    expect(status).toBe('ok');
    expect(value).toMatchObject({
      classes: ['k'],
      content: [{ name: 'div', attributes: { dir: 'rtl' }, children: [{ name: 'p' }] }],
    });
  });
});
