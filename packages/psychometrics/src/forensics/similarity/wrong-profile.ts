import { type AnswerSheet, scoresOf } from './answer-sheet.ts';
import { MatchCounter } from './match-counts.ts';

/** How many identical wrong answers candidates have with one source, by how many wrong answers they have themselves. */
export interface WrongProfile {
  readonly source: number;
  /** Wrong answers of the source. */
  readonly sourceWrong: number;
  /** Identical wrong answers with the source, one per person; of the source itself its own wrong answers. */
  readonly identical: Int16Array;
  /** Persons with r wrong answers, without the source; one entry per r = 0 … items. */
  readonly sizes: Float64Array;
  /** Mean identical wrong answers of those persons; 0 where there are none. */
  readonly means: Float64Array;
}

/** Makes the profiles of sources, one after another, from one sheet. */
export class WrongProfiles {
  /** Wrong answers of each person. */
  readonly wrong: Int16Array;
  readonly sheet: AnswerSheet;
  readonly #counter: MatchCounter;
  #last: WrongProfile | null = null;

  /** @throws {RangeError} where the key is not known. */
  constructor(sheet: AnswerSheet) {
    const { values } = scoresOf(sheet);
    const width = sheet.items.length;
    this.sheet = sheet;
    this.wrong = Int16Array.from(sheet.persons, (_, person) => {
      let count = 0;
      for (let at = person * width; at < (person + 1) * width; at += 1) if (values[at] === 0) count += 1;
      return count;
    });
    this.#counter = new MatchCounter(sheet);
  }

  /** The profile of a source; the last one is kept, for many copiers are compared with one source. */
  of(source: number): WrongProfile {
    if (this.#last?.source === source) return this.#last;
    const { persons, items } = this.sheet;
    const sizes = new Float64Array(items.length + 1);
    const means = new Float64Array(items.length + 1);
    const identical = new Int16Array(persons.length);
    for (let person = 0; person < persons.length; person += 1) {
      const count = this.#counter.identicalIncorrect(person, source);
      identical[person] = count;
      if (person === source) continue;
      const group = this.wrong[person] ?? 0;
      sizes[group] = (sizes[group] ?? 0) + 1;
      means[group] = (means[group] ?? 0) + count;
    }
    for (let group = 0; group < sizes.length; group += 1) {
      means[group] = (means[group] ?? 0) / Math.max(1, sizes[group] ?? 0);
    }
    this.#last = { source, sourceWrong: this.wrong[source] ?? 0, identical, sizes, means };
    return this.#last;
  }
}
