/** End of the string that begins at `start`: the place after its closing quote. */
function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') {
    at += json[at] === '\\' ? 2 : 1;
  }
  return at + 1;
}

function isName(json: string, end: number): boolean {
  const colon = /\s*:/y;
  colon.lastIndex = end;
  return colon.test(json);
}

/**
 * The first name that stands twice in one object, which `JSON.parse` passes over in silence.
 *
 * @param json text that `JSON.parse` accepts.
 */
export function findRepeatedMember(json: string): string | undefined {
  // One set of names for each object that is open at the place read; arrays hold no names.
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (character === '{') {
      open.push(new Set());
    } else if (character === '[') {
      open.push(undefined);
    } else if (character === '}' || character === ']') {
      open.pop();
    } else if (character === '"') {
      const end = endOfString(json, at);
      const names = open.at(-1);
      if (names !== undefined && isName(json, end)) {
        const name = String(JSON.parse(json.slice(at, end)));
        if (names.has(name)) {
          return name;
        }
        names.add(name);
      }
      at = end - 1;
    }
  }
  return undefined;
}
