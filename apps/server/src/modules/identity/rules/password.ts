/** NIST SP 800-63B-4, 3.1.1.2: fifteen characters for a password alone, eight beside a second factor. */
export const minLength = 15;
export const minLengthWithSecondFactor = 8;

export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
  readonly secondFactor: boolean;
}

export type PasswordVerdict =
  | { readonly ok: true; readonly long: boolean }
  | { readonly ok: false; readonly reason: 'too-short' | 'guessable'; readonly message: string };

// What is tried first, once repeated characters and keyboard rows are ruled out.
const common = [
  'password',
  'passw0rd',
  'p@ssword',
  'letmein',
  'welcome',
  'iloveyou',
  'trustno1',
  'sunshine',
  'princess',
  'football',
  'baseball',
  'superman',
  'starwars',
  'computer',
  'internet',
  'whatever',
  'changeme',
  'correcthorsebatterystaple',
  'library',
  'librarian',
  'testamur',
  'certification',
];

const sequences = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
];

const reversed = (text: string): string => [...text].reverse().join('');

/** As it is counted and hashed: composed characters are one, whatever keyboard they come from. */
const normalized = (password: string): string => password.normalize('NFKC');

export const lengthOf = (password: string): number => [...normalized(password)].length;

const rows = [...sequences, ...sequences.map(reversed)];

/** How many characters are left that an attacker would have to guess, when `known` words and runs cost nothing. */
const unguessed = (password: string, known: readonly string[]): number => {
  let rest = normalized(password).toLowerCase();
  for (const word of known) rest = rest.replaceAll(word, ' ');
  let count = 0;
  let previous = '';
  for (const character of rest) {
    const runsOn = rows.some((row) => row.includes(previous + character));
    if (character !== ' ' && character !== previous && !(previous !== '' && runsOn)) count += 1;
    previous = character;
  }
  return count;
};

const wordsOf = ({ name, email }: PasswordOwner): string[] =>
  [name, email]
    .flatMap((text) => text.toLowerCase().split(/[\s@.,_+-]+/))
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length);

/** Judges a new password. There are no rules on kinds of characters: they make passwords worse (NIST, ibid.). */
export const judgePassword = (password: string, owner: PasswordOwner): PasswordVerdict => {
  const length = lengthOf(password);
  const least = owner.secondFactor ? minLengthWithSecondFactor : minLength;
  if (length < least) {
    const instead = owner.secondFactor ? '' : `, or switch on a second factor to use ${minLengthWithSecondFactor}`;
    const message = `The password has ${length} characters. Use at least ${least}: four unrelated words will do${instead}.`;
    return { ok: false, reason: 'too-short', message };
  }
  if (unguessed(password, [...wordsOf(owner), ...common]) < 5) {
    const message =
      'This password is easy to guess: it is little more than your name, your address, a common password or a run of keys. Use words that have nothing to do with you.';
    return { ok: false, reason: 'guessable', message };
  }
  return { ok: true, long: length >= minLength };
};
