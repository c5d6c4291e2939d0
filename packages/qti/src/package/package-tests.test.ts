import { describe, expect, it } from 'vitest';
import { readPackage } from './read-package.ts';

const QTI = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';

const item = (identifier: string) => `<qti-assessment-item xmlns="${QTI}" identifier="${identifier}" title="T"
 adaptive="false" time-dependent="false"><qti-item-body><p>Read this.</p></qti-item-body></qti-assessment-item>`;
const itemRef = (identifier: string, href: string) =>
  `<qti-assessment-item-ref identifier="${identifier}" href="${href}"/>`;
const sectionRef = (identifier: string, href: string) =>
  `<qti-assessment-section-ref identifier="${identifier}" href="${href}"/>`;
const section = (identifier: string, content: string, xmlns = '') =>
  `<qti-assessment-section ${xmlns} identifier="${identifier}" title="S" visible="true">${content}</qti-assessment-section>`;
const sectionFile = (identifier: string, content: string) => section(identifier, content, `xmlns="${QTI}"`);
const test = (content: string) => `<qti-assessment-test xmlns="${QTI}" identifier="t" title="T">
<qti-test-part identifier="p" navigation-mode="linear" submission-mode="individual">${content}</qti-test-part></qti-assessment-test>`;

const read = (files: Readonly<Record<string, string>>) => {
  const report = readPackage(
    new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)])),
  );
  const [found] = report.tests;
  if (found === undefined) throw new Error('no test was read');
  return { report, found, said: found.messages.map(({ text }) => text) };
};

describe('a test of a package', () => {
  it('has the sections of other files put in, with addresses as seen from its own file', () => {
    const rubric =
      '<qti-rubric-block view="candidate" use="instructions"><qti-content-body><p><img src="i.png" alt="I"/></p></qti-content-body></qti-rubric-block>';
    const { report, found, said } = read({
      'tests/t.xml': test(
        section('one', itemRef('q1', '../items/a.xml') + sectionRef('two', '../sections/deep/two.xml')),
      ),
      'sections/deep/two.xml': sectionFile(
        'two',
        rubric + itemRef('q2', '../../items/b%20b.xml') + sectionRef('three', 'three.xml'),
      ),
      'sections/deep/three.xml': sectionFile('three', itemRef('q3', '../../items/a.xml')),
      'sections/deep/i.png': 'PNG',
      'items/a.xml': item('a'),
      'items/b b.xml': item('b'),
    });
    expect(said).toEqual([]);
    expect(found).toMatchObject({
      status: 'ok',
      items: ['items/a.xml', 'items/b b.xml'],
      media: ['sections/deep/i.png'],
    });
    expect(found.test?.parts[0]?.sections[0]).toMatchObject({
      identifier: 'one',
      children: [
        { type: 'item-ref', href: '../items/a.xml' },
        {
          type: 'section',
          identifier: 'two',
          rubrics: [{ content: [{ children: [{ attributes: { src: '../sections/deep/i.png' } }] }] }],
          children: [
            { type: 'item-ref', href: '../items/b%20b.xml' },
            { type: 'section', identifier: 'three', children: [{ href: '../items/a.xml' }] },
          ],
        },
      ],
    });
    expect(report.sections.map(({ file, status }) => [file, status])).toEqual([
      ['sections/deep/two.xml', 'ok'],
      ['sections/deep/three.xml', 'ok'],
    ]);
  });

  it('keeps a reference to a section that is not there, and says so; so it does of items', () => {
    const { found, said } = read({
      't.xml': test(section('one', itemRef('q', 'no.xml') + sectionRef('two', 'none.xml'))),
    });
    expect(said).toEqual([
      expect.stringContaining('"none.xml" leads to "none.xml", which is not a section'),
      expect.stringContaining('"no.xml" leads to "no.xml", which is not an item'),
    ]);
    expect(found).toMatchObject({ status: 'loss', items: [] });
    expect(found.test?.parts[0]?.sections[0]).toMatchObject({
      children: [{ type: 'item-ref' }, { type: 'section-ref' }],
    });
  });

  it('is refused when its sections contain each other', () => {
    const { found, said } = read({
      't.xml': test(sectionRef('a', 'a.xml')),
      'a.xml': sectionFile('a', sectionRef('b', 'b.xml')),
      'b.xml': sectionFile('b', sectionRef('a', 'a.xml')),
    });
    expect(found.status).toBe('refused');
    expect(found.test).toBeUndefined();
    expect(said).toEqual([expect.stringContaining('contain each other: a.xml → b.xml → a.xml')]);
  });

  it('is refused when sections of other files are too deep', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 25 }, (_, n) => [
        `s${n}.xml`,
        sectionFile(`s${n}`, sectionRef(`s${n + 1}`, `s${n + 1}.xml`)),
      ]),
    );
    const { found, said } = read({ ...chain, 't.xml': test(sectionRef('s0', 's0.xml')) });
    expect([found.status, said]).toEqual(['refused', [expect.stringContaining('more than 20 deep')]]);
  });

  it('does not double with every section that is referred to twice', () => {
    const doubling = Object.fromEntries(
      Array.from({ length: 18 }, (_, n) => {
        const twice = ['x', 'y'].map((side) => sectionRef(`${side}${n}`, `s${n + 1}.xml`)).join('');
        return [`s${n}.xml`, sectionFile(`s${n}`, twice)];
      }),
    );
    const { found, said } = read({ ...doubling, 't.xml': test(sectionRef('s0', 's0.xml')) });
    expect(JSON.stringify(found.test).split('"type":"section"')).toHaveLength(19);
    expect(said.filter((text) => text.includes('is put in twice'))).toHaveLength(17);
  });

  it('says when an identifier is used twice once its sections are put in', () => {
    const { said } = read({
      't.xml': test(section('one', itemRef('q', 'a.xml')) + sectionRef('two', 'two.xml')),
      'two.xml': sectionFile('other', itemRef('q', 'a.xml')),
      'a.xml': item('a'),
    });
    expect(said).toEqual([
      expect.stringContaining('the section "other" in "two.xml" is referred to as "two"'),
      expect.stringContaining('the identifier "q" is used twice'),
    ]);
  });
});
