import { describe, expect, it } from 'vitest';
import { craftZip } from '../testing/craft-zip.ts';
import { DEFAULT_PACKAGE_LIMITS, readPackage } from './read-package.ts';
import type { PackageReport } from './report.ts';
import { writeZip } from './zip/write-zip.ts';

const QTI = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';

const item = (identifier: string, body = '', head = '') => `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="${QTI}" identifier="${identifier}" title="T" adaptive="false" time-dependent="false">
<qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier"><qti-correct-response><qti-value>A</qti-value></qti-correct-response></qti-response-declaration>
<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
${head}
<qti-item-body>${body}<qti-choice-interaction response-identifier="RESPONSE" max-choices="1"><qti-prompt>Which?</qti-prompt>
<qti-simple-choice identifier="A">A</qti-simple-choice><qti-simple-choice identifier="B">B</qti-simple-choice></qti-choice-interaction></qti-item-body>
<qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/>
</qti-assessment-item>`;

const stimulus = `<qti-assessment-stimulus xmlns="${QTI}" identifier="s" title="S"><qti-stimulus-body><p>Text</p></qti-stimulus-body></qti-assessment-stimulus>`;

const resource = (identifier: string, href: string, type = 'imsqti_item_xmlv3p0', inner = '') =>
  `<resource identifier="${identifier}" type="${type}" href="${href}"><file href="${href}"/>${inner}</resource>`;

const manifest = (...resources: string[]) =>
  `<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="m"><organizations/><resources>${resources.join('')}</resources></manifest>`;

const filesOf = (files: Readonly<Record<string, string>>) =>
  new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));
const read = (files: Readonly<Record<string, string>>): PackageReport => readPackage(filesOf(files));

/** Every message of the report as "file: text". */
const said = (report: PackageReport): string[] => [
  ...report.messages.map(({ file, text }) => `${file}: ${text}`),
  ...[...report.items, ...report.tests, ...report.sections, ...report.stimuli].flatMap(({ file, messages }) =>
    messages.map(({ line, text }) => `${file}:${line}: ${text}`),
  ),
];

describe('a package', () => {
  it('gives items with resource, media and stimuli, the same from an archive and from files', () => {
    const files = filesOf({
      'imsmanifest.xml': manifest(
        resource('r1', 'items/a.xml', 'imsqti_item_xmlv3p0', '<file href="items/my%20map.png"/>'),
        resource('r2', 's.xml', 'imsqti_stimulus_xmlv3p0'),
      ),
      'items/a.xml': item(
        'a',
        '<p><img src="my%20map.png" alt="A map"/></p>',
        '<qti-assessment-stimulus-ref identifier="s" href="../s.xml"/>',
      ),
      'items/my map.png': 'PNG',
      's.xml': stimulus,
    });
    for (const source of [files, writeZip(files)]) {
      const report = readPackage(source);
      expect(said(report)).toEqual([]);
      expect(report).toMatchObject({
        status: 'ok',
        items: [
          {
            file: 'items/a.xml',
            identifier: 'a',
            version: '3.0',
            status: 'ok',
            resource: { identifier: 'r1' },
            item: { title: 'T' },
            media: ['items/my map.png'],
            stimuli: ['s.xml'],
          },
        ],
        stimuli: [{ file: 's.xml', identifier: 's', stimulus: { title: 'S' } }],
        media: ['items/my map.png'],
      });
      expect(new TextDecoder().decode(report.read('items/my map.png'))).toBe('PNG');
      expect(report.read('no.png')).toBeUndefined();
    }
  });

  it('of QTI 2.1 is read as one of 3.0, and says its version', () => {
    const xmlns = 'http://www.imsglobal.org/xsd/imsqti_v2p1';
    const report = read({
      'imsmanifest.xml': `<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="m"><resources>${resource('r1', 'a.xml', 'imsqti_item_xmlv2p1') + resource('r2', 't.xml', 'imsqti_test_xmlv2p1')}</resources></manifest>`,
      'a.xml': `<assessmentItem xmlns="${xmlns}" identifier="a" title="A" adaptive="false" timeDependent="false">
        <itemBody><p>Read this.</p></itemBody></assessmentItem>`,
      't.xml': `<assessmentTest xmlns="${xmlns}" identifier="t" title="T">
        <testPart identifier="p" navigationMode="linear" submissionMode="individual">
        <assessmentSection identifier="s" title="S" visible="true"><assessmentItemRef identifier="q" href="a.xml"/>
        </assessmentSection></testPart></assessmentTest>`,
    });
    expect(said(report)).toEqual([]);
    expect(report).toMatchObject({
      manifest: { version: '2.1' },
      items: [{ version: '2.1', status: 'ok', item: { identifier: 'a' } }],
      tests: [{ version: '2.1', status: 'ok', items: ['a.xml'] }],
    });
  });

  it('is refused when no document in it can be read', () => {
    const files = { 'imsmanifest.xml': manifest(resource('r1', 'a.xml')), 'a.xml': '<qti-assessment-item' };
    expect(read(files)).toMatchObject({
      status: 'refused',
      items: [{ status: 'refused', resource: { identifier: 'r1' } }],
    });
    expect(said(read({ 'a.txt': 'x' }))).toContainEqual(expect.stringContaining('holds no item'));
  });

  it('without a manifest gives every document that is one', () => {
    const report = read({ 'a.xml': item('a'), 'sub/b.XML': item('b'), 'data.xml': '<data/>', 'c.txt': 'c' });
    expect(report.items.map(({ file }) => file)).toEqual(['a.xml', 'sub/b.XML']);
    expect(report.media).toEqual(['data.xml', 'c.txt']);
    expect(said(report)).toEqual([expect.stringContaining('imsmanifest.xml: the package has no manifest')]);
  });

  it('may be packed with its folder; what systems add is passed over', () => {
    const report = read({
      'bank/imsmanifest.xml': manifest(resource('r', 'a.xml')),
      'bank/a.xml': item('a'),
      '__MACOSX/bank/._a.xml': 'x',
      'bank/.DS_Store': 'x',
    });
    expect(report).toMatchObject({ items: [{ file: 'a.xml', status: 'ok' }], media: [] });
    expect(said(report)).toEqual([expect.stringContaining('everything is in the folder "bank/"')]);
    expect(report.read('a.xml')).toBeDefined();
  });
});

describe('what is wrong is said, and the rest is read', () => {
  it('a broken document is refused alone', () => {
    const report = read({
      'imsmanifest.xml': manifest(resource('r1', 'a.xml'), resource('r2', 'b.xml'), resource('r3', 'c.xml')),
      'a.xml': item('a').replace('</qti-item-body>', ''),
      'b.xml': item('b'),
    });
    expect(report.status).toBe('loss');
    expect(report.items).toMatchObject([
      { file: 'a.xml', status: 'refused', identifier: null },
      { file: 'b.xml', status: 'ok' },
      { file: 'c.xml', status: 'refused', messages: [{ text: expect.stringContaining('it is not in the package') }] },
    ]);
  });

  it('a broken manifest does not keep its documents out', () => {
    const report = read({ 'imsmanifest.xml': '<manifest', 'a.xml': item('a') });
    expect(report).toMatchObject({ manifest: null, items: [{ file: 'a.xml', status: 'ok' }] });
    expect(said(report)).toEqual([expect.stringContaining('imsmanifest.xml: the document is not well-formed')]);
  });

  it('a damaged file is left out, and an unsafe one', () => {
    const report = readPackage(
      craftZip([
        { name: 'a.xml', data: item('a') },
        { name: 'bad.png', data: 'x', crc: 1 },
        { name: '../evil.png', data: 'x' },
      ]),
    );
    expect(report.media).toEqual([]);
    expect(report.items).toMatchObject([{ status: 'ok' }]);
    expect(said(report)).toEqual([
      expect.stringContaining('../evil.png: its name is not safe'),
      expect.stringContaining('imsmanifest.xml: the package has no manifest'),
      expect.stringContaining('bad.png: the file is left out: it is damaged'),
    ]);
    expect([report.read('bad.png'), report.read('../evil.png')]).toEqual([undefined, undefined]);
  });

  it('a listed document that is too large is refused for that reason', () => {
    const { zip } = DEFAULT_PACKAGE_LIMITS;
    const limits = { ...DEFAULT_PACKAGE_LIMITS, zip: { ...zip, maxEntryBytes: 2000 } };
    const files = filesOf({
      'imsmanifest.xml': manifest(resource('r1', 'a.xml')),
      'a.xml': item('a', ' '.repeat(2000)),
    });
    for (const source of [files, writeZip(files)]) {
      const [found] = readPackage(source, limits).items;
      expect(found).toMatchObject({
        status: 'refused',
        messages: [{ text: expect.stringContaining('2000 are allowed') }],
      });
    }
  });

  it('an archive that cannot be trusted is refused as a whole', () => {
    const report = readPackage(craftZip([{ name: 'a.xml', data: item('a') }], { count: 2 }));
    expect(report).toMatchObject({ status: 'refused', items: [], messages: [{ file: '' }] });
  });

  it('manifest and files are compared both ways', () => {
    const report = read({
      'imsmanifest.xml': manifest(
        resource('r1', 'a.xml', 'imsqti_item_xmlv3p0', '<file href="no.png"/><dependency identifierref="nobody"/>'),
        resource('r2', 'fig.png', 'webcontent'),
        resource('r3', 's.xml', 'imsqti_test_xmlv3p0'),
      ),
      'a.xml': item('a'),
      'Fig.png': 'x',
      's.xml': stimulus,
      'schema.xsd': 'x',
    });
    expect(said(report)).toEqual([
      expect.stringContaining('"r3" is listed as a test, and its file is a stimulus'),
      expect.stringContaining('"r1" lists "no.png", which is not in the package; put it in'),
      expect.stringContaining('"r1" refers to the resource "nobody"'),
      expect.stringContaining('"r2" lists "fig.png", which is not in the package; there is "Fig.png"'),
      expect.stringContaining('Fig.png: the file is in the package, and the manifest does not list it'),
    ]);
    expect(report.stimuli).toMatchObject([{ file: 's.xml', status: 'ok' }]);
  });

  it('an item says on which line it refers to a file or stimulus that is not there', () => {
    const body = '\n\n<p><img src="no.png" alt=""/></p><p><img src="../../etc/no.png" alt=""/></p>';
    const head = '<qti-assessment-stimulus-ref identifier="s" href="b.xml"/>';
    const report = read({ 'items/a.xml': item('a', body, head), 'items/b.xml': item('b') });
    expect(said(report).slice(1)).toEqual([
      expect.stringMatching(/^items\/a.xml:8: "no.png" leads to "items\/no.png", which is not a file/),
      expect.stringMatching(/^items\/a.xml:8: .* it leaves the package/),
      expect.stringMatching(/^items\/a.xml:5: "b.xml" leads to "items\/b.xml", which is not a stimulus/),
    ]);
    expect(report.items[0]).toMatchObject({ status: 'loss', media: [], stimuli: [] });
  });

  it('two items with one identifier are both read, and the second says so', () => {
    const report = read({ 'a.xml': item('same'), 'b.xml': item('same') });
    expect(report.items.map(({ status }) => status)).toEqual(['ok', 'loss']);
    expect(said(report)[1]).toContain('b.xml:2: the identifier "same" is also that of "a.xml"');
  });
});
