/** One content line of RFC 5545: its name, its parameters and its value, as it is written. */
export interface ContentLine {
  readonly name: string;
  readonly parameters: string;
  readonly value: string;
}

const unescapeText = (text: string): string =>
  text.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));

/**
 * Reads an iCalendar object by the grammar of RFC 5545: lines end with CRLF and have 75 octets at most, folded ones go on
 * with one space. Throws for anything else.
 */
export const readCalendar = (text: string) => {
  if (!text.endsWith('\r\n')) throw new Error('The last line does not end with CRLF.');
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (/[\r\n]/.test(line)) throw new Error(`A line ends without CRLF: ${line}`);
    if (Buffer.byteLength(line) > 75) throw new Error(`A line has more than 75 octets: ${line}`);
  }
  const lines: ContentLine[] = [];
  for (const logical of physical.join('\r\n').replaceAll('\r\n ', '').split('\r\n')) {
    const match = /^([A-Z-]+)((?:;[A-Z-]+=[^:;,"]+)*):(.*)$/u.exec(logical);
    if (!match) throw new Error(`This is no content line: ${logical}`);
    lines.push({ name: match[1] ?? '', parameters: match[2] ?? '', value: match[3] ?? '' });
  }
  const [first, last] = [lines[0], lines.at(-1)];
  if (first?.name !== 'BEGIN' || first.value !== 'VCALENDAR' || last?.value !== 'VCALENDAR') {
    throw new Error('It is no VCALENDAR.');
  }
  const events: Record<string, ContentLine>[] = [];
  let open: Record<string, ContentLine> | undefined;
  for (const line of lines.slice(1, -1)) {
    if (line.name === 'BEGIN') {
      if (open || line.value !== 'VEVENT') throw new Error(`Unexpected ${line.value}.`);
      open = {};
    } else if (line.name === 'END') {
      if (!open) throw new Error('An event ends that did not begin.');
      events.push(open);
      open = undefined;
    } else if (open) {
      if (open[line.name]) throw new Error(`${line.name} stands twice in one event.`);
      open[line.name] = line;
    }
  }
  const textOf = (event: Record<string, ContentLine>, name: string): string => unescapeText(event[name]?.value ?? '');
  return { lines, events, textOf };
};
