const opaque = /^[0-9a-f]{8}-[0-9a-f]{4}-/i;

const inWords = (value: unknown): string => {
  if (typeof value === 'string') return opaque.test(value) ? value.slice(-6) : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(inWords).join(' ');
  if (typeof value === 'object' && value !== null) return detailInWords(value as Record<string, unknown>);
  return '';
};

/** What an entry adds, on one line. Of opaque ids the last six characters tell two apart. */
export const detailInWords = (detail: Readonly<Record<string, unknown>>): string =>
  Object.entries(detail)
    .map(([name, value]) => `${name} ${inWords(value)}`.trim())
    .join(', ');
