import { hash } from 'node:crypto';
import {
  byText,
  FIXED,
  fillRest,
  Remembered,
  type Rest,
  restOf,
  type Slot,
  type SlotOf,
  slotsOf,
  tokenOf,
  type Values,
} from './line.ts';
import type { Quad } from './n-quads.ts';

function numbersIn(quad: Quad): readonly number[] {
  return [quad.subject, quad.object, quad.graph].flatMap((term) => (term?.kind === 'blank' ? [term.number] : []));
}

/** A line of a hash; its subject is a slot or a text. */
interface HashedLine {
  readonly subject: Slot | string;
  readonly rest: Rest;
}

const fixedStart = ({ subject, rest }: HashedLine): string =>
  typeof subject === 'number' ? '' : `${subject} ${rest.before}`;

function fillLine({ subject, rest }: HashedLine, values: Values): string {
  return `${typeof subject === 'number' ? values[subject] : subject} ${fillRest(rest, values)}`;
}

/** Whether sorted lines stay in their order whatever fills them: each differs from the next where both are fixed. */
function isSettled(sorted: readonly HashedLine[]): boolean {
  const starts = sorted.map(fixedStart);
  return starts.every((start, at) => at === 0 || !start.startsWith(starts[at - 1] ?? ''));
}

/** The first degree hash of one blank node: RDF Dataset Canonicalization 1.0, 4.6. */
function hashOf(quads: readonly Quad[], number: number, slotOf: SlotOf): Remembered {
  const blankAs = (other: number) => (other === number ? '_:a' : '_:z');
  const lines = quads
    .filter((quad) => numbersIn(quad).includes(number))
    .map((quad) => ({ subject: tokenOf(quad.subject, blankAs, slotOf), rest: restOf(quad, blankAs, slotOf) }))
    .sort((a, b) => byText(fixedStart(a), fixedStart(b)));
  const subjects = lines.flatMap(({ subject }) => (typeof subject === 'number' ? [subject] : []));
  const slots = new Set([...subjects, ...slotsOf(lines.map(({ rest }) => rest))]);
  if (!isSettled(lines)) {
    const sorted = (values: Values) => lines.map((line) => fillLine(line, values)).sort();
    return new Remembered([...slots], (values) => hash('sha256', sorted(values).join('')));
  }
  return new Remembered([...slots], (values) => {
    let text = '';
    for (const line of lines) {
      text += fillLine(line, values);
    }
    return hash('sha256', text);
  });
}

/** The blank nodes of a template, and their canonical labels as far as first degree hashes decide them. */
export class BlankNodes {
  readonly #hashes: readonly Remembered[];
  readonly #firstSlot: number;

  /** @param firstSlot slot of the blank node `_:c14n0` of `quads`; the others follow. */
  constructor(quads: readonly Quad[], firstSlot: number, slotOf: SlotOf) {
    const count = Math.max(FIXED, ...quads.flatMap(numbersIn)) + 1;
    this.#firstSlot = firstSlot;
    this.#hashes = Array.from({ length: count }, (_, number) => hashOf(quads, number, slotOf));
  }

  /**
   * Appends the label of every blank node to the values.
   *
   * @returns false when two hashes are equal, so that only their neighbors tell the nodes apart.
   * @see RDF Dataset Canonicalization 1.0, 4.4.3, steps 3 and 4.
   */
  label(values: string[]): boolean {
    if (this.#hashes.length <= 1) {
      if (this.#hashes.length === 1) values.push('_:c14n0');
      return true;
    }
    const hashes: string[] = [];
    for (const hashed of this.#hashes) {
      hashes.push(hashed.of(values) ?? '');
    }
    const sorted = [...hashes].sort();
    for (let at = 1; at < sorted.length; at += 1) {
      if (sorted[at] === sorted[at - 1]) return false;
    }
    for (const [number, own] of hashes.entries()) {
      values[this.#firstSlot + number] = `_:c14n${sorted.indexOf(own)}`;
    }
    return true;
  }
}
