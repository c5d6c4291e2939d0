import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy.ts';

const directive = (policy: string, name: string) =>
  policy.split('; ').find((part) => part.startsWith(`${name} `)) ?? '';

describe('the content security policy', () => {
  it('never lets scripts run without the nonce', () => {
    for (const development of [false, true]) {
      const scripts = directive(contentSecurityPolicy({ nonce: 'abc', development }), 'script-src');
      expect(scripts).toBe(`script-src 'self' 'nonce-abc'`);
    }
  });
  it('lets style elements in by nonce alone where people use it', () => {
    const styles = directive(contentSecurityPolicy({ nonce: 'abc', development: false }), 'style-src-elem');
    expect(styles).toBe(`style-src-elem 'self' 'nonce-abc'`);
  });
});
