import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { text } from './compose.ts';
import { en } from './en.ts';
import { say } from './say.ts';

describe('say', () => {
  it.each([
    [
      text('fee.open', { amountMinor: 17_500, currency: 'USD', dueAt: '2027-04-30T23:59:59.999Z' }),
      '$175.00 by April 30, 2027',
    ],
    [text('unlocks.from', { from: '2030-03-02' }), 'From March 2, 2030'],
    [text('experience.years', { counted: 1 }), '1 year'],
    [text('experience.years', { counted: 2.4 }), '2.4 years'],
    [
      text('renewal.hours', { logged: 18, needed: 30, unit: 'hours', validUntil: '2030-03-02' }),
      '18 of 30 hours, by March 2, 2030',
    ],
    [text('category.counted', { counted: 1, unit: 'credits' }), '1 credit'],
    [text('category.needed', { counted: 2.5, minimum: 15, unit: 'credits' }), '2.5 of 15 credits'],
    [text('education.none', { level: 'bachelor' }), 'Below this level: Bachelor’s degree'],
    [
      text('experience.short-until', { counted: 1.2, needed: 2, missing: 0.8, reached: '2028-03-14' }),
      '1.2 of 2 years; 0.8 short, reached in March 2028 if the current work goes on.',
    ],
    [
      text('document.rule-fresh', { period: 'P24M' }),
      'A paper, as described, issued no longer than 2 years before the application.',
    ],
    [
      text('document.rule-fresh', { period: 'P90D' }),
      'A paper, as described, issued no longer than 90 days before the application.',
    ],
  ])('%j reads %j', (message, words) => expect(say(message)).toBe(words));

  it('writes dates as the region of the reader does, and English where there is no catalog', () => {
    const message = text('unlocks.from', { from: '2030-03-02T23:59:59.999Z' });
    expect(say(message, 'en-GB')).toBe('From 2 March 2030');
    expect(say(message, 'fr')).toBe('From March 2, 2030');
    expect(say(message, 'constructor')).toBe('From March 2, 2030');
  });

  it('puts values in as they are, braces and all', () => {
    expect(say(text('given', { words: '{title} $& $1' }))).toBe('{title} $& $1');
  });

  it('refuses a code without a message and a message without its values', () => {
    expect(() => say({ code: 'no.such' })).toThrow(/no message "no.such"/);
    expect(() => say({ code: 'toString' })).toThrow(/no message/);
    expect(() => say({ code: 'unlocks.from' })).toThrow(/needs the value "from"/);
  });
});

describe('the English catalog', () => {
  const source = readdirSync(new URL('..', import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('en.ts'))
    .map((name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'))
    .join('\n');
  const literal = [...source.matchAll(/text\(\s*'([^']+)'/g)].map(([, code]) => code ?? '');
  // Codes that end in a value: flag.unknown-…, credential.…, level.…
  const families = [...source.matchAll(/`([a-z]+\.[a-z-]*)\$\{/g)].map(([, prefix]) => prefix ?? '');

  it('has every code that is used', () => {
    expect(literal.length).toBeGreaterThan(100);
    expect(literal.filter((code) => !Object.hasOwn(en, code))).toEqual([]);
  });

  it('has no message that nobody says', () => {
    const used = new Set(literal);
    const idle = Object.keys(en).filter(
      (code) => !used.has(code) && !families.some((prefix) => code.startsWith(prefix)),
    );
    expect(idle).toEqual([]);
  });

  it('is plain: no exclamation, no code words, sentences that begin with a capital', () => {
    for (const [code, message] of Object.entries(en)) {
      expect(message, code).not.toMatch(/!|_|null|undefined|\s{2}/);
      expect(message, code).toMatch(/^[A-Z{]/);
    }
  });
});
