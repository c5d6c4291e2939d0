/** Options that a key cell names, by their places from 0, or why it names none. */
export type KeyReading =
  | { readonly ok: true; readonly places: readonly number[] }
  | { readonly ok: false; readonly text: string };

/**
 * What a key cell names: letters (B), numbers from 1 (2) or the texts of options, several parted by ";", "|" or ",".
 * A cell that may be read in two ways that differ is refused.
 */
export function readKey(cell: string, options: readonly string[]): KeyReading {
  const written = cell.trim();
  if (written === '') return { ok: false, text: 'the key is empty' };
  const readings = [byLetter, byNumber, byText].flatMap((read) => {
    const places = partings(written)
      .map((words) => words.map((word) => read(word, options)))
      .find((found) => found.every((place) => place !== -1));
    return places === undefined ? [] : [[...new Set(places)].sort((one, other) => one - other)];
  });
  const [first, ...others] = readings;
  const shown = written.slice(0, 60);
  if (first === undefined) {
    return { ok: false, text: `the key "${shown}" is no letter, number or text of an option` };
  }
  if (others.some((other) => other.join() !== first.join())) {
    return { ok: false, text: `the key "${shown}" may be the place or the text of an option; write its letter` };
  }
  return { ok: true, places: first };
}

/** The cell as one word, then as several. */
function partings(written: string): string[][] {
  const parted = (mark: RegExp) => {
    const words = written.split(mark).map((word) => word.trim());
    return words.filter((word) => word !== '');
  };
  return [[written], parted(/[;|]/), parted(/[;|,]/), /^[A-Z]{2,}$/.test(written) ? written.split('') : []].filter(
    (words) => words.length > 0,
  );
}

function byLetter(word: string, options: readonly string[]): number {
  const place = /^[A-Za-z][.)]?$/.test(word) ? word.toUpperCase().charCodeAt(0) - 65 : -1;
  return place < options.length && options[place] !== '' ? place : -1;
}

function byNumber(word: string, options: readonly string[]): number {
  const place = /^\d{1,2}$/.test(word) ? Number(word) - 1 : -1;
  return place < options.length && options[place] !== '' ? place : -1;
}

function byText(word: string, options: readonly string[]): number {
  return options.findIndex((option) => option.trim().toLowerCase() === word.toLowerCase());
}
