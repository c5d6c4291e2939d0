import { describe, expect, it } from 'vitest';
import { readCsv } from '../foreign/csv/read-csv.ts';
import { readPackage } from '../package/read-package.ts';
import { writeItem } from './item.ts';
import { writePackage } from './package.ts';

const item = (() => {
  const read = readCsv('id,stem,A,B,key\nq1,Which?,one,two,B').items[0]?.item;
  if (read === undefined) throw new Error('not read');
  const picture = {
    type: 'element',
    namespace: 'html',
    name: 'img',
    attributes: { src: '../media/a b.png', alt: 'x' },
    children: [],
  } as const;
  return { ...read, body: [...read.body, { ...picture, name: 'p', attributes: {}, children: [picture] }] };
})();
const png = new Uint8Array([137, 80, 78, 71]);
const content = {
  identifier: 'package-1',
  items: [{ file: 'items/q1.xml', item }],
  media: new Map([
    ['media/a b.png', png],
    ['media/loose.png', png],
  ]),
  classifications: new Map([['q1', { topic: 'MARC', cognitiveLevel: 'apply', objective: 'Titles' }]]),
};

describe('a written package', () => {
  it('is read again with its items, classifications and media', () => {
    const { bytes, losses } = writePackage(content);
    expect(losses).toEqual([]);
    const read = readPackage(bytes);
    expect(read.items).toMatchObject([{ file: 'items/q1.xml', status: 'ok', messages: [], item }]);
    expect(read.messages).toEqual([]);
    expect(read.manifest?.resources).toMatchObject([
      { identifier: 'q1', type: 'imsqti_item_xmlv3p0', topic: 'MARC', cognitiveLevel: 'apply', objective: 'Titles' },
      { type: 'webcontent', files: ['media/loose.png'] },
    ]);
    expect(read.manifest?.resources[0]?.files).toEqual(['items/q1.xml', 'media/a b.png']);
  });

  it('has the same bytes for the same content', () => {
    expect(writePackage(content).bytes).toEqual(writePackage(content).bytes);
  });

  it('refuses a path that is used twice or leaves the package', () => {
    const twice = { ...content, items: [...content.items, ...content.items] };
    expect(() => writePackage(twice)).toThrow(/"items\/q1.xml" is used twice/);
    expect(() => writePackage({ ...content, items: [{ file: '../q1.xml', item }] })).toThrow(RangeError);
  });

  it('names the file whose processing cannot be written', () => {
    const unsupported = { ...item, processing: { type: 'unsupported', reason: 'an operator of a vendor' } } as const;
    const { losses } = writePackage({ ...content, items: [{ file: 'q1.xml', item: unsupported }] });
    expect(losses).toEqual([{ file: 'q1.xml', text: expect.stringContaining('an operator of a vendor') }]);
    expect(writeItem(unsupported).xml).not.toContain('qti-response-processing');
  });
});
