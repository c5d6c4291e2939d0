import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { templates } from './index.ts';
import { fillIn, labelsFor, pseudoLocale, pseudoText } from './labels.ts';

describe('labels', () => {
  const catalogs = { en: { hello: 'Hello {name}' }, fr: { hello: 'Bonjour {name}' } };

  test('come from the nearest language, and from English where there is none', () => {
    expect(labelsFor(catalogs, 'fr-CA').hello).toBe('Bonjour {name}');
    expect(labelsFor(catalogs, 'de').hello).toBe('Hello {name}');
    expect(labelsFor(catalogs, 'constructor').hello).toBe('Hello {name}');
  });

  test('grow by 40 percent and keep their placeholders in the pseudo-locale', () => {
    expect(labelsFor(catalogs, pseudoLocale).hello).toMatch(/^Hëllö \{name\} lörëm/u);
    expect(pseudoText('x'.repeat(50)).length).toBeGreaterThanOrEqual(70);
  });

  test('are filled in one pass: a value that looks like a placeholder stays', () => {
    expect(fillIn('{a} and {b}, {c}', { a: '{b}', b: '$&' })).toBe('{b} and $&, {c}');
  });

  test.each(Object.entries(templates))('of the %s are all used, and none is used that is missing', (name, template) => {
    const own = usedIn(template.file);
    const everywhere = [...own, ...['letter', 'document', 'qr-block'].flatMap((part) => usedIn(`parts/${part}.typ`))];
    const used = new Set([...everywhere, ...usedIn(`${name}.ts`)]);
    const known = Object.keys(template.labels.en);
    expect(known.filter((label) => !used.has(label))).toEqual([]);
    expect(own.filter((label) => !known.includes(label))).toEqual([]);
  });

  test('every .typ file beside them is a registered template', () => {
    const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.typ'));
    expect(files.sort()).toEqual(
      Object.values(templates)
        .map(({ file }) => file)
        .sort(),
    );
  });
});

const usedIn = (file: string): string[] =>
  [...readFileSync(new URL(file, import.meta.url), 'utf8').matchAll(/labels\.(\w+)/gu)].map(([, label = '']) => label);
