import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const app = path.join(import.meta.dirname, '..');

const sources = Object.fromEntries(
  readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(css|tsx)$/.test(file))
    .map((file) => [file, readFileSync(path.join(app, file), 'utf8')]),
);

const rules: readonly (readonly [name: string, found: RegExp, files: RegExp])[] = [
  ['a color that is no token', /#[0-9a-f]{3,8}\b(?=[\s;,)'"])|\brgba?\(|\bhsla?\(/i, /\.css$/],
  [
    'a side that is left or right',
    /(?:^|[\s;{])(?:margin|padding|border)-(?:left|right)\b|(?:^|[\s;{])(?:left|right)\s*:|text-align:\s*(?:left|right)/,
    /\.css$/,
  ],
  ['a color scheme asked for in code', /useMantineColorScheme|useComputedColorScheme/, /\.tsx$/],
  [
    'a time, language or zone of the machine while rendering',
    /\bDate\.now\(\)|\bnew Date\(\)|\.toLocale(?:Date|Time)?String\(\)|\bnew Intl\.\w+\(\)/,
    /\.tsx$/,
  ],
];

/** Loaders and actions run on the server, where there is a clock: each ends with the blank line after it. */
const withoutServerParts = (text: string): string =>
  text
    .split(/\n\n(?=\S)/)
    .filter((part) => !/^export const (loader|action)\b/m.test(part))
    .join('\n\n');

/** The rules that a file breaks. */
const broken = (file: string, text: string): string[] => {
  const checked = file.endsWith('.tsx') ? withoutServerParts(text) : text;
  return rules.filter(([, found, files]) => files.test(file) && found.test(checked)).map(([name]) => name);
};

describe('the rules of the house', () => {
  it('are kept by every page and style sheet', () => {
    const faults = Object.entries(sources)
      .map(([file, text]) => ({ file, broken: broken(file, text) }))
      .filter((each) => each.broken.length > 0);
    expect(Object.keys(sources).length).toBeGreaterThan(40);
    expect(faults).toEqual([]);
  });

  it('bite when they are broken', () => {
    expect(broken('a.module.css', '.a {\n  color: #ff0000;\n  margin-left: 4px;\n}\n')).toEqual([
      'a color that is no token',
      'a side that is left or right',
    ]);
    expect(broken('a.tsx', 'const A = () => <p>{new Date().toLocaleString()}</p>;\n')).toEqual([
      'a time, language or zone of the machine while rendering',
    ]);
    const page =
      'export const loader = load(() => ({\n  now: new Date(),\n}));\n\nexport default () => <p>{new Date()}</p>;\n';
    expect(broken('a.tsx', page)).toEqual(['a time, language or zone of the machine while rendering']);
    expect(broken('a.tsx', page.replace('{new Date()}', ''))).toEqual([]);
  });
});
