import { describe, expect, test } from 'vitest';
import { afterFailure, asHtml, giveUpAfterMs, marked, mayLeave } from './rules.ts';

describe('a message', () => {
  test('of a rehearsal never leaves the installation', () => {
    expect(mayLeave('rehearsal', 'ada@lovelace.dev')).toBe(false);
    expect(mayLeave('live', 'ada@lovelace.dev')).toBe(true);
    expect(mayLeave('demonstration', 'ada@lovelace.dev')).toBe(true);
    expect(mayLeave('platform', 'ada@lovelace.dev')).toBe(true);
  });

  test.each(['ada@example.org', 'ada@mail.example.com', 'ada@school.test', 'ada@x.invalid', 'ada@EXAMPLE.NET'])(
    'to %s never leaves: the domain is reserved',
    (to) => expect(mayLeave('live', to)).toBe(false),
  );

  test.each(['ada@myexample.org', 'ada@example.org.uk', 'ada@contest.com'])('to %s leaves', (to) =>
    expect(mayLeave('live', to)).toBe(true),
  );

  test('of a demonstration says so, once', () => {
    const first = marked('demonstration', { subject: 'Your result', body: 'Passed.' });
    expect(first.subject).toBe('Demonstration: Your result');
    expect(first.body).toMatch(/^This is a demonstration\..*\n\nPassed\.$/);
    expect(marked('rehearsal', first).subject).toBe('Demonstration: Your result');
    expect(marked('live', { subject: 'Your result', body: 'Passed.' })).toEqual({
      subject: 'Your result',
      body: 'Passed.',
    });
  });

  test('carries no second header line in its subject', () => {
    const { subject } = marked('live', { subject: 'Hello Ada\r\nBcc: all@lovelace.dev', body: '' });
    expect(subject).toBe('Hello Ada Bcc: all@lovelace.dev');
  });
});

test('as HTML, a message is its text with links, whatever it holds', () => {
  const html = asHtml('Hello <b>Ada</b> & "Bob",\nsee https://a.example/x?y=1&z=2.');
  expect(html).toContain('Hello &lt;b&gt;Ada&lt;/b&gt; &amp; &quot;Bob&quot;,\nsee ');
  expect(html).toContain('<a href="https://a.example/x?y=1&amp;z=2">https://a.example/x?y=1&amp;z=2</a>.');
  expect(asHtml('https://a.example/"onclick="x')).toContain(
    '<a href="https://a.example/">https://a.example/</a>&quot;',
  );
});

describe('a try that failed', () => {
  const busy = Object.assign(new Error('450 busy'), { responseCode: 450 });
  const unknown = Object.assign(new Error('550 no such mailbox'), { responseCode: 550 });

  test('is repeated while the trouble may pass', () => {
    expect(afterFailure(busy, 0)).toEqual({ state: 'waiting', error: '450 busy' });
    expect(afterFailure(new Error('connection refused'), giveUpAfterMs - 1).state).toBe('waiting');
  });

  test('is the last one when the server refuses for good, or the message is old', () => {
    expect(afterFailure(unknown, 0)).toEqual({ state: 'failed', error: '550 no such mailbox' });
    expect(afterFailure(busy, giveUpAfterMs).state).toBe('failed');
  });
});
