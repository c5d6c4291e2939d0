/** A word of a content stream: an operand, or the operator that ends a run of them. */
export type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string'; readonly bytes: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'operator'; readonly name: string };

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The words of a content stream (ISO 32000-1, 7.8.2); arrays and dictionaries are given as what stands in them. */
export function* tokenize(content: string): Generator<Token> {
  const word =
    /[\s[\]<>]+|\/(?<name>[^\s()<>[\]/]+)|(?<number>[-+]?(?:\d+\.?\d*|\.\d+))(?![\w])|(?<open>\()|(?<operator>[^\s()<>[\]/]+)/uy;
  while (word.lastIndex < content.length) {
    const at = word.lastIndex;
    const found = word.exec(content);
    if (found === null) throw new RangeError(`Unreadable content at ${at}: ${content.slice(at, at + 40)}`);
    const { name, number, open, operator } = found.groups ?? {};
    if (name !== undefined) yield { kind: 'name', name };
    else if (number !== undefined) yield { kind: 'number', value: Number(number) };
    else if (operator !== undefined) yield { kind: 'operator', name: operator };
    else if (open !== undefined) {
      const end = endOfString(content, word.lastIndex);
      yield { kind: 'string', bytes: unescapeString(content.slice(word.lastIndex, end)) };
      word.lastIndex = end + 1;
    }
  }
}

/** Where the parenthesis closes; balanced ones within need no escape. */
function endOfString(content: string, start: number): number {
  let depth = 1;
  for (let at = start; at < content.length; at += 1) {
    const character = content[at];
    if (character === '\\') at += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth === 0) return at;
  }
  throw new RangeError('A string has no end.');
}

const unescapeString = (written: string): string =>
  written.replace(/\\([0-7]{1,3}|[\s\S])/gu, (_, code: string) =>
    /^[0-7]/u.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
  );
