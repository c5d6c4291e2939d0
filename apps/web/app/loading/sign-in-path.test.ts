import { describe, expect, it } from 'vitest';
import { ownPath, signInPath } from './sign-in-path.ts';

describe('a way back after signing in', () => {
  it('leads to pages of this site, with their query', () => {
    expect(ownPath('/me/candidacies/1?x=1#top')).toBe('/me/candidacies/1?x=1#top');
  });

  it('never leads elsewhere', () => {
    const elsewhere = [
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      '/\n/evil.example',
      '/./\t/evil.example',
      '/x/..//evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      '',
      'me',
    ];
    for (const path of elsewhere) expect(ownPath(path, '/me'), JSON.stringify(path)).toBe('/me');
  });

  it('names the page that asked', () => {
    expect(signInPath(new URL('http://localhost/me/messages?page=2'))).toBe('/sign-in?to=%2Fme%2Fmessages%3Fpage%3D2');
  });
});
