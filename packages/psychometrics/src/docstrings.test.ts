import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const DECLARATION = /^export (?:abstract |async )?(?:class|const|function\*?|interface|type) (\w+)/;

/** The exported declarations of a source that no docstring stands above. */
function undocumented(source: string): readonly string[] {
  const lines = source.split('\n');
  return lines.flatMap((line, at) => {
    const name = DECLARATION.exec(line)?.[1];
    return name === undefined || lines[at - 1]?.trimEnd().endsWith('*/') === true ? [] : [name];
  });
}

const root = fileURLToPath(new URL('.', import.meta.url));
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.includes('testing/'),
);

describe('every export', () => {
  it('is looked for in real sources', () => {
    expect(sources.length).toBeGreaterThan(200);
  });

  it('has a docstring that says what TypeScript cannot', () => {
    const found = sources.flatMap((path) =>
      undocumented(readFileSync(`${root}${path}`, 'utf8')).map((name) => `${path}: ${name} has no docstring`),
    );
    expect(found).toEqual([]);
  });

  it('is caught without one, and after a plain comment', () => {
    expect(undocumented('export const bare = 1;\n')).toEqual(['bare']);
    expect(undocumented('// A remark.\nexport function remarked(): void {}\n')).toEqual(['remarked']);
    expect(undocumented('/** Says so. */\nexport interface Told {}\nexport { told } from "./told.ts";\n')).toEqual([]);
  });
});
