import { describe, expect, test } from 'vitest';
import { judgePassword, lengthOf } from './password.ts';

const ada = { name: 'Ada Lovelace', email: 'ada.lovelace@example.org', secondFactor: false };
const guarded = { ...ada, secondFactor: true };

describe('a password', () => {
  test('alone needs fifteen characters', () => {
    expect(judgePassword('violet-tram-14', ada)).toMatchObject({ ok: false, reason: 'too-short' });
    expect(judgePassword('violet-tram-145', ada)).toEqual({ ok: true, long: true });
  });

  test('beside a second factor needs eight, and is remembered to be short below fifteen', () => {
    expect(judgePassword('vi0let!', guarded)).toMatchObject({ ok: false, reason: 'too-short' });
    expect(judgePassword('vi0let!k', guarded)).toEqual({ ok: true, long: false });
    expect(judgePassword('violet-tram-145', guarded)).toEqual({ ok: true, long: true });
  });

  test('that is too short says how many characters it has and how to mend it', () => {
    const verdict = judgePassword('violet', ada);
    expect(verdict).toMatchObject({
      message: expect.stringMatching(/6 characters.*at least 15.*second factor to use 8/),
    });
  });

  test('is counted in characters as people see them, not in code units', () => {
    expect(lengthOf('😀😀😀')).toBe(3);
    expect(lengthOf('e\u0301')).toBe(1);
  });

  test.each([
    'lovelace.ada.lovelace',
    'adalovelace@example.org',
    'passwordpassword',
    'aaaaaaaaaaaaaaaaaaaa',
    'abcdefghijklmnop',
    'qwertyuiopasdfgh',
    '987654321098765',
    'correcthorsebatterystaple',
    'Password12345678',
    'librarylibrarian1',
  ])('such as %s is easy to guess', (password) => {
    expect(judgePassword(password, ada)).toMatchObject({ ok: false, reason: 'guessable' });
  });

  test.each([
    'garden lamp river seven',
    'Kq7#vW2!zR9$tY4',
    'ada likes purple submarines',
    '图书馆员喜欢安静的下午和热茶以及雨',
  ])('such as %s is not', (password) => expect(judgePassword(password, ada)).toEqual({ ok: true, long: true }));
});
