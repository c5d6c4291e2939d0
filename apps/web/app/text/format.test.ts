import { describe, expect, it } from 'vitest';
import { textIn } from './format.ts';
import { defineMessages } from './messages.ts';

const messages = defineMessages({
  plain: 'Submit application',
  rows: '{count, plural, one {# row} other {# rows}}',
  who: 'Waiting for: {who}',
  link: 'See <a>the handbook</a> first',
});

describe('text', () => {
  it('fills in ICU messages', () => {
    const t = textIn('en', messages);
    expect(t('rows', { count: 1 })).toBe('1 row');
    expect(t('rows', { count: 1214 })).toBe('1,214 rows');
  });

  it('refuses a message whose value is missing', () => {
    expect(() => textIn('en', messages)('who')).toThrow(/who/);
  });
});

describe('the long pseudo-language', () => {
  const t = textIn('en-XA', messages);

  it('makes words at least 40 % longer and accented', () => {
    expect(t('plain').length).toBeGreaterThanOrEqual('Submit application'.length * 1.4);
    expect(t('plain')).not.toContain('Submit');
  });

  it('leaves values, plurals and tags as they are', () => {
    expect(t('who', { who: 'Rivera' })).toMatch(/ Rivera$/);
    expect(t('rows', { count: 3 })).toMatch(/^3 /);
    expect(t('rows', { count: 1 })).not.toBe(t('rows', { count: 2 }));
  });
});

describe('the right-to-left pseudo-language', () => {
  it('turns the direction of every word', () => {
    expect(textIn('ar-XB', messages)('plain')).toBe('\u202eSubmit\u202c \u202eapplication\u202c');
  });
});
