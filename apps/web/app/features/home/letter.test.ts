import { expect, it } from 'vitest';
import { letterParts } from './letter.ts';

it('pages of this site become links, other addresses stay what they are', () => {
  const text = 'Go on here:\nhttps://a.example/me/x?y=1.\nOr https://a.example.evil/me and https://a.example';
  expect(letterParts(text, 'https://a.example')).toEqual([
    { kind: 'text', text: 'Go on here:\n' },
    { kind: 'page', to: '/me/x?y=1' },
    { kind: 'text', text: '.\nOr ' },
    { kind: 'elsewhere', href: 'https://a.example.evil/me' },
    { kind: 'text', text: ' and ' },
    { kind: 'page', to: '/' },
  ]);
  expect(letterParts('No address.', 'https://a.example')).toEqual([{ kind: 'text', text: 'No address.' }]);
});
