/** Names of fields whose values are never logged. */
const SECRET_NAME =
  /pass(word|phrase)?$|token|secret|cookie|authorization|api[-_]?key|private[-_]?key|backup[-_]?codes?|otp|signature/i;

/** The password of a connection string or an address, as in `postgres://user:password@host`. */
const URL_PASSWORD = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@"]*):[^\s@/"]+@/gi;

const DEEPEST = 6;
const HIDDEN = '[hidden]';

/** The line, JSON or not, without passwords in addresses. */
export function redactAddresses(line: string): string {
  return line.replace(URL_PASSWORD, '$1:…@');
}

/** A copy for the log: secrets hidden at any depth, errors as plain data, nothing nested too deeply. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? String(value) : value;
  if (depth >= DEEPEST) return '[deeper]';
  if (value instanceof Error) return describeError(value, depth);
  if (value instanceof Date) return value;
  if (value instanceof Headers) return redact(Object.fromEntries(value), depth);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.map((entry) => redact(entry, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [
      name,
      SECRET_NAME.test(name) && entry !== undefined && entry !== null ? HIDDEN : redact(entry, depth + 1),
    ]),
  );
}

/** The row that PostgreSQL adds to an error (`detail`) holds personal data and stays out. */
const ERROR_FIELDS = ['code', 'constraint', 'table', 'column', 'schema', 'routine', 'syscall', 'path'] as const;

function describeError(error: Error, depth: number): Record<string, unknown> {
  const known = error as Error & Partial<Record<(typeof ERROR_FIELDS)[number], unknown>>;
  const fields = ERROR_FIELDS.flatMap((name) => (known[name] === undefined ? [] : [[name, known[name]]]));
  return {
    type: error.name,
    message: error.message,
    stack: error.stack ?? '',
    ...Object.fromEntries(fields),
    ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }),
  };
}
