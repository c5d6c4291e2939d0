import { hash } from 'node:crypto';
import { BlankNodes } from './blank-nodes.ts';
import {
  byText,
  Encoded,
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
import { escapeLiteral, type Quad, type Term } from './n-quads.ts';

/** The lines of one subject. */
interface Group {
  readonly fixed: string | undefined;
  readonly slot: Slot;
  readonly lines: Remembered;
  readonly encoded: Encoded;
}

interface FilledGroup {
  readonly subject: string;
  readonly text: string;
  readonly group: Group;
}

/** UTF-8 has at most three bytes for a UTF-16 unit. */
const MAX_BYTES_PER_UNIT = 3;

interface Line {
  readonly predicate: string;
  readonly rest: Rest;
}

/** Lines of a group for one predicate, whose order can depend on the values. */
type Run = readonly Rest[];

function runsOf(lines: readonly Line[]): readonly Run[] {
  const runs = new Map<string, Rest[]>();
  for (const { predicate, rest } of [...lines].sort((a, b) => byText(`<${a.predicate}> `, `<${b.predicate}> `))) {
    const run = runs.get(predicate);
    if (run === undefined) runs.set(predicate, [rest]);
    else run.push(rest);
  }
  return [...runs.values()];
}

/** Undefined when two lines are equal: the library keeps some of those and drops others. */
function fillGroup(subject: string, runs: readonly Run[], values: Values): string | undefined {
  let text = '';
  for (const run of runs) {
    const [only] = run;
    if (run.length === 1 && only !== undefined) {
      text += subject + fillRest(only, values);
      continue;
    }
    const rests = run.map((rest) => fillRest(rest, values)).sort();
    for (let at = 0; at < rests.length; at += 1) {
      if (at > 0 && rests[at] === rests[at - 1]) {
        return undefined;
      }
      text += subject + rests[at];
    }
  }
  return text;
}

/** Where a text of the document goes: into which value, and as what. */
export interface TextSlot {
  /** Place among the texts of the document; texts that must be equal share the first one's place. */
  readonly place: number;
  readonly kind: 'iri' | 'literal';
}

/** The canonical form of all documents of a shape, with gaps. */
export class Template {
  readonly #texts: readonly TextSlot[];
  readonly #groups: readonly Group[];
  readonly #blanks: BlankNodes;
  #bytes = Buffer.alloc(0);

  /**
   * @param quads the canonical dataset of a document of the shape.
   * @param texts the slots; value number n is `texts[n]`.
   * @param slotOf which slot an IRI, or the text of a literal, stands for; undefined for what belongs to the shape.
   */
  constructor(quads: readonly Quad[], texts: readonly TextSlot[], slotOf: SlotOf) {
    this.#texts = texts;
    this.#blanks = new BlankNodes(quads, texts.length, slotOf);
    const groups = new Map<string, { subject: Term; lines: Line[] }>();
    for (const quad of quads) {
      const name =
        quad.subject.kind === 'iri'
          ? quad.subject.iri
          : quad.subject.kind === 'blank'
            ? `_:${quad.subject.number}`
            : '';
      const group = groups.get(name) ?? { subject: quad.subject, lines: [] };
      groups.set(name, group);
      group.lines.push({ predicate: quad.predicate, rest: restOf(quad, (number) => texts.length + number, slotOf) });
    }
    this.#groups = [...groups.values()].map(({ subject, lines }) => {
      const token = tokenOf(subject, (number) => texts.length + number, slotOf);
      const runs = runsOf(lines);
      const slots = new Set(slotsOf(lines.map((line) => line.rest)));
      if (typeof token === 'number') slots.add(token);
      const subjectOf = (values: Values) => (typeof token === 'number' ? `${values[token]} ` : `${token} `);
      return {
        fixed: typeof token === 'number' ? undefined : token,
        slot: typeof token === 'number' ? token : FIXED,
        lines: new Remembered([...slots], (values) => fillGroup(subjectOf(values), runs, values)),
        encoded: new Encoded(),
      };
    });
  }

  /**
   * @param texts of a document of the shape; those at IRI slots absolute IRIs.
   * @returns undefined where the library must be asked: two lines, two subjects or two blank nodes look alike.
   */
  fill(texts: readonly string[]): string | undefined {
    const filled = this.#fillGroups(texts);
    let result = '';
    for (const { text } of filled ?? []) {
      result += text;
    }
    return filled && result;
  }

  /** SHA-256 of what `fill` gives; what stays the same from document to document is not encoded again. */
  digest(texts: readonly string[]): Uint8Array | undefined {
    const filled = this.#fillGroups(texts);
    if (filled === undefined) {
      return undefined;
    }
    let length = 0;
    for (const { text, group } of filled) {
      if (this.#bytes.length < length + MAX_BYTES_PER_UNIT * text.length) {
        this.#bytes = Buffer.concat([this.#bytes], 2 * (length + MAX_BYTES_PER_UNIT * text.length));
      }
      length += group.encoded.writeTo(this.#bytes, length, text);
    }
    return hash('sha256', this.#bytes.subarray(0, length), 'buffer');
  }

  /** In canonical order. */
  #fillGroups(texts: readonly string[]): readonly FilledGroup[] | undefined {
    const values: string[] = [];
    for (const { place, kind } of this.#texts) {
      const text = texts[place] ?? '';
      values.push(kind === 'iri' ? `<${text}>` : escapeLiteral(text));
    }
    if (!this.#blanks.label(values)) {
      return undefined;
    }
    const filled: FilledGroup[] = [];
    for (const group of this.#groups) {
      const text = group.lines.of(values);
      if (text === undefined) {
        return undefined;
      }
      filled.push({ subject: `${group.fixed ?? values[group.slot]} `, text, group });
    }
    filled.sort((a, b) => byText(a.subject, b.subject));
    for (let at = 1; at < filled.length; at += 1) {
      if (filled[at]?.subject === filled[at - 1]?.subject) return undefined;
    }
    return filled;
  }
}
