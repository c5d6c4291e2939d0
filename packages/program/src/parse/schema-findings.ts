import type * as z from 'zod';
import { closest } from './closest.ts';
import { type Finding, type Path, pathInWords } from './problem.ts';
import { keysAllowedAt } from './schema-keys.ts';

type Issue = z.core.$ZodIssue;

const kindNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a part with keys of its own',
};

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const part of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
  return value;
}

function shown(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a part with keys of its own';
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
}

function named(path: Path): string {
  return path.length === 0 ? 'the file' : `"${pathInWords(path)}"`;
}

function wrongType(issue: z.core.$ZodIssueInvalidType, path: Path, value: unknown): Finding {
  const expected = kindNames[issue.expected] ?? issue.expected;
  if (value === undefined) {
    return { path, spot: 'value', message: `${named(path)} is missing; it has to be ${expected}.` };
  }
  const finding = {
    path,
    spot: 'value' as const,
    message: `${named(path)} has to be ${expected}, but is ${shown(value)}.`,
  };
  // A schema that says more than the type says it here; zod's own wording begins otherwise.
  if (!issue.message.startsWith('Invalid input')) return { ...finding, hint: `It ${issue.message}.` };
  if (issue.expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return { ...finding, hint: `Put it in quotes: "${String(value)}".` };
  }
  if (
    (issue.expected === 'number' || issue.expected === 'int') &&
    typeof value === 'string' &&
    Number.isFinite(Number(value))
  ) {
    return { ...finding, hint: `Write it without quotes: ${value}.` };
  }
  return finding;
}

function wrongChoice(path: Path, value: unknown, choices: readonly unknown[]): Finding {
  const words = choices.map(String);
  const guess = typeof value === 'string' ? closest(value, words) : undefined;
  const list = words.map((word) => `"${word}"`).join(', ');
  const what = value === undefined ? 'is missing' : `is ${shown(value)}`;
  const hint = guess === undefined ? undefined : `Did you mean "${guess}"?`;
  const message = `${named(path)} ${what}; it has to be ${words.length === 1 ? list : `one of ${list}`}.`;
  return hint === undefined ? { path, spot: 'value', message } : { path, spot: 'value', message, hint };
}

function unknownKeys(
  issue: z.core.$ZodIssueUnrecognizedKeys,
  path: Path,
  root: unknown,
  schema: z.core.$ZodType,
): Finding[] {
  const allowed = keysAllowedAt(schema, path, root);
  const present = new Set(Object.keys(Object(valueAt(root, path))));
  return issue.keys.map((key) => {
    const guess =
      closest(
        key,
        allowed.filter((name) => !present.has(name)),
      ) ?? closest(key, allowed);
    const hint = guess === undefined ? `Keys known here: ${allowed.join(', ')}.` : `Did you mean "${guess}"?`;
    return {
      path: [...path, key],
      spot: 'key',
      message: `${named([...path, key])} is not a key of the program language.`,
      hint,
    };
  });
}

/** How deep the issues of one member of a union lie: the member that gets furthest is the one that was meant. */
function reach(issues: readonly Issue[]): number {
  const wrongAtTop = issues.some((issue) => issue.path.length === 0 && issue.code === 'invalid_type');
  return wrongAtTop ? -1 : Math.max(0, ...issues.map((issue) => issue.path.length)) * 10 - issues.length;
}

function union(issue: z.core.$ZodIssueInvalidUnion, path: Path, root: unknown, schema: z.core.$ZodType): Finding[] {
  if ('options' in issue && issue.options !== undefined) return [wrongChoice(path, valueAt(root, path), issue.options)];
  const best = [...issue.errors].sort((a, b) => reach(b) - reach(a))[0];
  if (best === undefined || best.length === 0) {
    return [{ path, spot: 'value', message: `${named(path)} is not of a form that is possible here.` }];
  }
  return best.flatMap((part) => findingsOf(part, path, root, schema));
}

function findingsOf(issue: Issue, base: Path, root: unknown, schema: z.core.$ZodType): Finding[] {
  const path: Path = [...base, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
  const value = valueAt(root, path);
  switch (issue.code) {
    case 'invalid_type':
      return [wrongType(issue, path, value)];
    case 'invalid_value':
      return [wrongChoice(path, value, issue.values)];
    case 'unrecognized_keys':
      return unknownKeys(issue, path, root, schema);
    case 'invalid_union':
      return union(issue, path, root, schema);
    case 'too_small':
    case 'too_big': {
      const isLow = issue.code === 'too_small';
      const bound = isLow ? issue.minimum : issue.maximum;
      const measured =
        typeof value === 'number'
          ? `is ${value}`
          : typeof value === 'string'
            ? 'has a wrong length'
            : 'has a wrong number of entries';
      const relation = isLow
        ? issue.inclusive === false
          ? 'more than'
          : 'at least'
        : issue.inclusive === false
          ? 'less than'
          : 'at most';
      return [{ path, spot: 'value', message: `${named(path)} ${measured}; it has to be ${relation} ${bound}.` }];
    }
    default:
      return [{ path, spot: 'value', message: `${named(path)} is ${shown(value)}: ${issue.message}.` }];
  }
}

/** What the schema finds, in words for people who write program files. */
export function schemaFindings(issues: readonly Issue[], root: unknown, schema: z.core.$ZodType): Finding[] {
  return issues.flatMap((issue) => findingsOf(issue, [], root, schema));
}
