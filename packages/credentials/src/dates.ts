const TIMESTAMP =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-](0\d|1[0-3]):[0-5]\d|[+-]14:00)$/;

/** Days of a month; `Date.UTC` takes years below 100 for others, and the calendar repeats every 400. */
function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/**
 * Reads an `xsd:dateTimeStamp` of the years 0000 to 9999 (the time zone is required).
 *
 * @returns milliseconds since 1970-01-01T00:00:00Z; undefined when the text is no such time.
 * @see Verifiable Credentials Data Model 2.0, 4.9; XML Schema 1.1 part 2, 3.4.28.
 */
export function parseTimestamp(text: unknown): number | undefined {
  if (typeof text !== 'string') {
    return undefined;
  }
  const match = TIMESTAMP.exec(text);
  if (match === null) {
    return undefined;
  }
  const [, year, month, day] = match;
  return Number(day) > 28 && Number(day) > daysOf(Number(year), Number(month)) ? undefined : Date.parse(text);
}

/**
 * An instant given by a caller.
 *
 * @throws {RangeError} when it is no instant; the message names the argument.
 */
export function instantOf(value: Date | string, argument: string): Date {
  const time = value instanceof Date ? value.getTime() : parseTimestamp(value);
  if (time === undefined || Number.isNaN(time)) {
    throw new RangeError(`${argument} must be a Date or a time with its zone such as 2030-03-02T00:00:00Z.`);
  }
  return new Date(time);
}
