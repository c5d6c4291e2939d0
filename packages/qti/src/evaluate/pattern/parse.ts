import { type CharacterTest, escapedCharacter, escapedClass, namedClass } from './classes.ts';

/** A regular expression of XML Schema (Part 2, appendix F), read. */
export type Pattern =
  /** `cost`: how many tests are made of one character at most. */
  | { readonly kind: 'character'; readonly test: CharacterTest; readonly cost: number }
  | { readonly kind: 'sequence' | 'choice'; readonly of: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly of: Pattern; readonly min: number; readonly max: number };

/** Why a pattern cannot be read. Never leaves this folder. */
export class PatternError extends Error {}

/** Parentheses and subtractions within each other. */
const MAX_DEPTH = 50;

/** Reads a pattern; always the whole of it. */
export class PatternReader {
  readonly #characters: readonly string[];
  #at = 0;
  #depth = 0;

  constructor(source: string) {
    this.#characters = [...source];
  }

  /** @throws {PatternError} when it is none. */
  read(): Pattern {
    const pattern = this.#choice();
    if (this.#peek() !== '') this.#fail(`"${this.#peek()}" has no beginning`);
    return pattern;
  }

  #choice(): Pattern {
    const of = [this.#sequence()];
    while (this.#take('|')) of.push(this.#sequence());
    return of.length === 1 && of[0] !== undefined ? of[0] : { kind: 'choice', of };
  }

  #sequence(): Pattern {
    const of: Pattern[] = [];
    while (!['', '|', ')'].includes(this.#peek())) of.push(this.#piece());
    return { kind: 'sequence', of };
  }

  #piece(): Pattern {
    const atom = this.#atom();
    if (this.#take('?')) return { kind: 'repeat', of: atom, min: 0, max: 1 };
    if (this.#take('*')) return { kind: 'repeat', of: atom, min: 0, max: Infinity };
    if (this.#take('+')) return { kind: 'repeat', of: atom, min: 1, max: Infinity };
    if (!this.#take('{')) return atom;
    const [, least, comma, most] =
      /^(\d{1,4})(,(\d{0,4}))?$/.exec(this.#until('}')) ?? this.#fail('{…} must be {2}, {2,} or {2,5}');
    const min = Number(least);
    const max = comma === undefined ? min : most === '' || most === undefined ? Infinity : Number(most);
    if (max < min) this.#fail('{…} must not end below its beginning');
    return { kind: 'repeat', of: atom, min, max };
  }

  #atom(): Pattern {
    const character = this.#next();
    switch (character) {
      case '(':
        return this.#deeper(() => {
          const inner = this.#choice();
          if (!this.#take(')')) this.#fail('")" is missing');
          return inner;
        });
      case '[':
        return { kind: 'character', ...this.#class() };
      case '.':
        return { kind: 'character', test: (other) => other !== '\n' && other !== '\r', cost: 1 };
      case '\\':
        return { kind: 'character', test: testOf(this.#escape()), cost: 1 };
      case '?':
      case '*':
      case '+':
      case '{':
      case '}':
      case ']':
        return this.#fail(`"${character}" needs a backslash to stand for itself`);
      default:
        // The anchors of other dialects are ordinary characters here: a pattern always matches the whole text.
        return { kind: 'character', test: (other) => other === character, cost: 1 };
    }
  }

  /** After "[": members up to "]", perhaps less another class: [a-z-[aeiou]]. */
  #class(): { readonly test: CharacterTest; readonly cost: number } {
    const negative = this.#take('^');
    const members: CharacterTest[] = [];
    let without: { readonly test: CharacterTest; readonly cost: number } | undefined;
    while (!this.#take(']')) {
      if (this.#peek() === '-' && this.#peek(1) === '[' && members.length > 0) {
        this.#at += 2;
        without = this.#deeper(() => this.#class());
        if (!this.#take(']')) this.#fail('a subtraction must end its class');
        break;
      }
      members.push(this.#member());
    }
    if (members.length === 0) this.#fail('"[]" holds nothing');
    const test: CharacterTest = (character) => {
      const held = members.some((member) => member(character)) !== negative;
      return held && without?.test(character) !== true;
    };
    return { test, cost: members.length + (without?.cost ?? 0) };
  }

  #member(): CharacterTest {
    const first = this.#classCharacter();
    if (typeof first !== 'string' || this.#peek() !== '-' || [']', '['].includes(this.#peek(1))) return testOf(first);
    this.#at += 1;
    const last = this.#classCharacter();
    const [from, to] = [codeOf(first), typeof last === 'string' ? codeOf(last) : -1];
    if (to < from) this.#fail('a range must go up from one character to another');
    return (character) => codeOf(character) >= from && codeOf(character) <= to;
  }

  #classCharacter(): string | CharacterTest {
    const character = this.#next();
    if (character === '') this.#fail('"]" is missing');
    if (character === '[') this.#fail('"[" in a class needs a backslash');
    return character === '\\' ? this.#escape() : character;
  }

  /** After a backslash. */
  #escape(): string | CharacterTest {
    const letter = this.#next();
    if (letter === 'p' || letter === 'P') {
      if (!this.#take('{')) this.#fail(`\\${letter} needs a name in braces`);
      const name = this.#until('}');
      const test = namedClass(name) ?? this.#fail(`\\${letter}{${name.slice(0, 40)}} is no class that is known`);
      return letter === 'p' ? test : (character) => !test(character);
    }
    return escapedClass(letter) ?? escapedCharacter(letter) ?? this.#fail(`\\${letter} has no meaning`);
  }

  #deeper<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) this.#fail(`it is nested deeper than ${MAX_DEPTH}`);
    const inner = read();
    this.#depth -= 1;
    return inner;
  }

  #until(end: string): string {
    const start = this.#at;
    while (this.#peek() !== end) if (this.#next() === '') this.#fail(`"${end}" is missing`);
    this.#at += 1;
    return this.#characters.slice(start, this.#at - 1).join('');
  }

  #peek(ahead = 0): string {
    return this.#characters[this.#at + ahead] ?? '';
  }

  #next(): string {
    const character = this.#peek();
    this.#at += 1;
    return character;
  }

  #take(character: string): boolean {
    if (this.#peek() !== character) return false;
    this.#at += 1;
    return true;
  }

  #fail(text: string): never {
    throw new PatternError(`${text} (at character ${Math.min(this.#at, this.#characters.length)})`);
  }
}

function testOf(member: string | CharacterTest): CharacterTest {
  return typeof member === 'string' ? (character) => character === member : member;
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? -1;
}
