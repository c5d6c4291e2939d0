import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createPdfRenderer, MissingGlyphsError } from './index.ts';
import { squeeze, textOf } from './testing/check-layout.ts';
import { examples } from './testing/examples.ts';
import { inspect } from './testing/read-pdf.ts';
import { renderVaried, templateNames } from './testing/vary.ts';

const warnings: string[] = [];
const renderer = createPdfRenderer({ onWarning: (template, message) => warnings.push(`${template}: ${message}`) });

describe.each(templateNames)('the %s', (name) => {
  test('is a tagged PDF/UA-1 file with title, language and creation date', async () => {
    const file = inspect(await renderVaried(renderer, name));
    expect(file).toMatchObject({
      header: '%PDF-1.7',
      tagged: true,
      language: 'en-US',
      created: '2027-03-02T14:30:00Z',
      pdfUaPart: '1',
    });
    expect(file.title).toMatch(/^Demonstration\. Not a real .*: .+/u);
    expect(file.structure).toMatchObject({ Document: 1, H1: 1 });
    expect(warnings).toEqual([]);
  });

  test('is the same, byte for byte, from the same data, whatever was made before', async () => {
    const first = await renderVaried(renderer, name);
    await renderVaried(renderer, name, (text) => `${text} again`);
    expect((await renderVaried(renderer, name)).equals(first)).toBe(true);
    expect((await renderVaried(createPdfRenderer(), name)).equals(first)).toBe(true);
  });

  test('says on each page that a demonstration is one, and says nothing of it in earnest', async () => {
    const long = (text: string) => `${text} ${'and more '.repeat(12)}`;
    const shown = await renderVaried(renderer, name, long);
    const bars = textOf(shown).split('Demonstration. Not a real').length - 1;
    expect(bars).toBe(inspect(shown).pages);
    const earnest = await renderVaried(renderer, name, undefined, { demonstration: false });
    expect(textOf(earnest)).not.toContain('Demonstration');
    expect(inspect(earnest).title).not.toContain('Demonstration');
  });

  test('shows markup, code and placeholders as they were written', async () => {
    const markup = '#panic("no") *b* _i_ $x^2$ <a> @b = h // c /* d */ \\ ` {number} {edition}';
    const text = squeeze(textOf(await renderVaried(renderer, name, (given) => `${given} ${markup}`)));
    expect(text.split(squeeze(markup)).length - 1).toBeGreaterThan(8);
  });
});

describe('text that cannot be set as it is', () => {
  test('a letter spells a character that no font has', async () => {
    const text = textOf(await renderVaried(renderer, 'invoice', (given) => `${given} \u{1F469}\u200D\u{1F467}`));
    expect(squeeze(text)).toContain('AnaRivera[U+1F469][U+1F467]');
  });

  test('a certificate with such a character is refused, naming it and the way out', async () => {
    const holder = { name: '王 Rivera' };
    const refused = renderer.render('certificate', { ...examples.certificate, holder });
    await expect(refused).rejects.toThrow(MissingGlyphsError);
    await expect(refused).rejects.toThrow(/王 \(U\+738B\).*fontDirs/u);
  });

  test('names in other scripts are drawn', async () => {
    for (const name of ['Zoë Fitzgerald', 'Xuân Nguyễn', 'Ωμέγα', 'Жанна', 'محمد', 'שלמה', 'नमस्ते', 'สมชาย']) {
      const pdf = await renderer.render('certificate', { ...examples.certificate, holder: { name } });
      const letters = new Set(textOf(pdf));
      expect([...name].filter((letter) => !letters.has(letter))).toEqual([]);
    }
  });

  test('control characters and overrides of the reading order are dropped', async () => {
    const text = textOf(await renderVaried(renderer, 'invoice', (given) => `${given}\u0000\u202E\u{E0041}\uD800.`));
    expect(text).toContain('Ana Rivera');
    expect(text).not.toMatch(/[\p{Cc}\u202E\u{E0041}]/u);
  });
});

describe('bad input', () => {
  test('a creation date that is none is named', async () => {
    const rendering = renderVaried(renderer, 'invoice', undefined, { createdAt: 'yesterday' });
    await expect(rendering).rejects.toThrow('createdAt is "yesterday". Give an ISO 8601 instant');
  });

  test('a language that is none is named', async () => {
    const rendering = renderVaried(renderer, 'invoice', undefined, { language: 'English!' });
    await expect(rendering).rejects.toThrow('language is "English!". Give a BCP 47 tag');
  });

  test('a document after a refused one is not touched by it', async () => {
    const before = await renderVaried(renderer, 'invoice');
    await renderVaried(renderer, 'invoice', undefined, { createdAt: '' }).catch(() => undefined);
    expect((await renderVaried(renderer, 'invoice')).equals(before)).toBe(true);
  });
});

describe('further fonts', () => {
  const directory = () => mkdtempSync(join(tmpdir(), 'fonts-'));

  test('are read from a directory', async () => {
    const fontDir = directory();
    const { resolve } = createRequire(import.meta.url);
    copyFileSync(
      resolve('@expo-google-fonts/source-serif-4/700Bold/SourceSerif4_700Bold.ttf'),
      join(fontDir, 'more.ttf'),
    );
    const pdf = await renderVaried(createPdfRenderer({ fontDirs: [fontDir] }), 'invoice');
    expect(inspect(pdf).pages).toBe(1);
  });

  test('a directory that is missing or without a font is named', () => {
    expect(() => createPdfRenderer({ fontDirs: ['/no/such/place'] })).toThrow('/no/such/place cannot be read');
    const empty = directory();
    expect(() => createPdfRenderer({ fontDirs: [empty] })).toThrow(`${empty} holds no font`);
  });

  test('a file that is no font is named', () => {
    const fontDir = directory();
    writeFileSync(join(fontDir, 'broken.ttf'), 'not a font');
    expect(() => createPdfRenderer({ fontDirs: [fontDir] })).toThrow(/broken\.ttf is not a font/u);
  });
});
