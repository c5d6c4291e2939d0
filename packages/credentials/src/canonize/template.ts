import { BlankNodes } from './blank-nodes.ts';
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
import { escapeLiteral, type Quad, type Term } from './n-quads.ts';

/** The lines of one subject. */
interface Group {
  readonly fixed: string | undefined;
  readonly slot: Slot;
  readonly lines: Remembered;
}

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
      };
    });
  }

  /**
   * @param texts of a document of the shape; those at IRI slots absolute IRIs.
   * @returns undefined where the library must be asked: two lines, two subjects or two blank nodes look alike.
   */
  fill(texts: readonly string[]): string | undefined {
    const values: string[] = [];
    for (const { place, kind } of this.#texts) {
      const text = texts[place] ?? '';
      values.push(kind === 'iri' ? `<${text}>` : escapeLiteral(text));
    }
    if (!this.#blanks.label(values)) {
      return undefined;
    }
    const filled: { readonly subject: string; readonly lines: string }[] = [];
    for (const { fixed, slot, lines } of this.#groups) {
      const text = lines.of(values);
      if (text === undefined) {
        return undefined;
      }
      filled.push({ subject: `${fixed ?? values[slot]} `, lines: text });
    }
    filled.sort((a, b) => byText(a.subject, b.subject));
    let result = '';
    for (let at = 0; at < filled.length; at += 1) {
      const group = filled[at];
      if (group === undefined || group.subject === filled[at - 1]?.subject) {
        return undefined;
      }
      result += group.lines;
    }
    return result;
  }
}
