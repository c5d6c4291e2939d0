import { expect, test } from 'vitest';
import { makePdf, pdfFile } from './pdf.ts';

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

test('every object stands where the cross-reference table says', () => {
  const text = latin1(makePdf(['Diploma (copy)', 'Back\\slash and Zoë']));
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  expect(text.slice(start, start + 5)).toBe('xref\n');
  const rows = [...text.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
  expect(rows).toHaveLength(5);
  for (const [index, offset] of rows.entries()) {
    expect(text.slice(offset, offset + 7)).toBe(`${index + 1} 0 obj`);
  }
});

test('the length of the content is the one that is stated, and its strings are closed', () => {
  const text = latin1(makePdf(['Diploma (copy)', 'Back\\slash and Zoë']));
  const [, length, content = ''] = /<< \/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/.exec(text) ?? [];
  expect(content).toHaveLength(Number(length));
  expect(content).toContain('(Diploma \\(copy\\)) Tj');
  expect(content).toContain('(Back\\\\slash and Zo?) Tj');
});

test('the file has its name and type', () => {
  const file = pdfFile('Diploma', ['Diploma']);
  expect([file.name, file.type]).toEqual(['Diploma.pdf', 'application/pdf']);
});
