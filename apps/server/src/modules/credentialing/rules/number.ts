import { newReadableNumber } from '../../../kernel/index.ts';

const length = 8;

/** Such as `XYZ-7K4M9QXT`: the program's abbreviation and what nobody can guess or misread. */
export const newCredentialNumber = (abbreviation: string): string =>
  `${prefixOf(abbreviation)}-${newReadableNumber(length)}`;

const prefixOf = (abbreviation: string): string => {
  const plain = abbreviation
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '');
  return plain === '' ? 'C' : plain.slice(0, 20);
};

const misread: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** A number as a person types or reads it out: any case, with blanks or other dashes, with O for 0 and I or L for 1. */
export const readCredentialNumber = (typed: string): string => {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '');
  const drawn = plain.slice(-length).replace(/[OIL]/g, (letter) => misread[letter] ?? letter);
  return `${plain.slice(0, -length)}-${drawn}`;
};
