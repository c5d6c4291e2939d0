import { createHash } from 'node:crypto';
import { formatMoney } from '@testamur/program';
import type { Located } from '../locate.ts';
import type { Assumptions } from './assumptions.ts';
import type { PlanView } from './plan-view.ts';

interface CalendarSource extends Located {
  readonly assumptions: Assumptions;
  readonly view: PlanView;
}

interface CalendarOptions {
  readonly publicUrl: string;
  readonly madeAt: Date;
  readonly language?: string | undefined;
}

/** TEXT of RFC 5545, 3.3.11: what would end or divide a value is escaped, and control characters go. */
const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the format forbids.
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');

const maxOctets = 75;

/** A content line in pieces of at most 75 octets, no character torn apart (RFC 5545, 3.1). */
export const foldLine = (line: string): string => {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > maxOctets) {
      pieces.push(piece);
      // The space that begins a further piece counts, too.
      [piece, octets] = ['', 1];
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n ');
};

const dayOf = (date: string): string => date.replaceAll('-', '');

const dayAfter = (date: string): string =>
  dayOf(new Date(Date.parse(`${date}T00:00:00.000Z`) + 86_400_000).toISOString().slice(0, 10));

/** Letters, digits and hyphens of what the plan is about: the same plan made again updates the same events. */
const planKey = ({ organization, program, assumptions }: CalendarSource): string => {
  const { region, track, route, startOn } = assumptions;
  const parts = [
    organization.slug,
    program.id,
    region,
    Object.entries(track ?? {})
      .flat()
      .sort(),
    route,
    startOn,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
};

/** RFC 5545, 3.8.2.4: a day, without a time, is the same day wherever the calendar is read. */
const eventLines = (
  source: CalendarSource,
  event: PlanView['events'][number],
  { publicUrl, madeAt, language }: CalendarOptions,
): string[] => {
  const { program, view } = source;
  const money = (amountMinor: number): string => formatMoney(amountMinor, view.currency, language ?? 'en-US');
  const amount = event.amountMinor === 0 ? undefined : money(event.amountMinor);
  const summary = `${program.abbreviation}: ${event.title}${amount === undefined ? '' : ` (${amount})`}`;
  const lines = event.lines.map(({ title, amountMinor }) => `${title}: ${money(amountMinor)}`);
  const description = [
    ...(event.reason === undefined ? [] : [event.reason]),
    ...(lines.length > 1 ? lines : []),
    'An outlook from a plan, and no deadline that binds anybody.',
  ].join('\n');
  const stamp = `${madeAt.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}-${planKey(source)}@${new URL(publicUrl).hostname}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${dayOf(event.on)}`,
    `DTEND;VALUE=DATE:${dayAfter(event.on)}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
};

/** The dates of a plan as an iCalendar object of all-day events (RFC 5545). */
export const writeCalendar = (source: CalendarSource, options: CalendarOptions): string => {
  const name = `${source.program.abbreviation}: plan`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Testamur//Guide//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...source.view.events.flatMap((event) => eventLines(source, event, options)),
    'END:VCALENDAR',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
};
