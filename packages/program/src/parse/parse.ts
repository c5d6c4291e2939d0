import { LineCounter, type Node, parseDocument } from 'yaml';
import { type Program, programSchema } from '../schema/program.ts';
import { hasTooMany, maxValues, repeatedKeys } from './bounds.ts';
import { contradictions } from './checks/index.ts';
import { positionOf } from './positions.ts';
import type { Finding, ProgramProblem } from './problem.ts';
import { schemaFindings } from './schema-findings.ts';

export type ParsedProgram =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly problems: readonly ProgramProblem[] };

/** More than any program needs; a file beyond it is refused before it is read. */
const maxCharacters = 2_000_000;

function place(finding: Finding, file: string, root: Node | null, lines: LineCounter): ProgramProblem {
  const { line, column } = positionOf(root, finding.path, finding.spot, lines);
  const { message, hint } = finding;
  return hint === undefined ? { file, line, column, message } : { file, line, column, message, hint };
}

function inOrder(problems: readonly ProgramProblem[]): ProgramProblem[] {
  return [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
}

/**
 * Reads a program file and proves it: the syntax of YAML, the shape of the program language (unknown keys are refused),
 * and what the parts say together (ids, sums, reachable pass marks, prices for all, a source for each figure).
 *
 * @param yamlText the text of the file, YAML 1.2.
 * @param fileName stands in the problems; nothing is read.
 * @returns the program, or every problem found in the first of the three stages that finds any, in the order of the file.
 */
export function parseProgram(yamlText: string, fileName: string): ParsedProgram {
  if (yamlText.length > maxCharacters) {
    const message = `The file has ${yamlText.length} characters; a program file has at most ${maxCharacters}.`;
    return { ok: false, problems: [{ file: fileName, line: 1, column: 1, message }] };
  }
  const lines = new LineCounter();
  const options = { lineCounter: lines, prettyErrors: false, version: '1.2', uniqueKeys: false } as const;
  const document = parseDocument(yamlText, options);
  const faults = [
    ...[...document.errors, ...document.warnings].map(({ pos, message }) => ({ offset: pos[0], message })),
    ...repeatedKeys(document.contents).map((offset) => ({ offset, message: 'Map keys must be unique' })),
  ];
  if (faults.length > 0) {
    const problems = faults.map(({ offset, message }) => {
      const { line, col } = lines.linePos(offset);
      return {
        file: fileName,
        line: Math.max(1, line),
        column: Math.max(1, col),
        message: `This is not valid YAML: ${message}.`,
      };
    });
    return { ok: false, problems: inOrder(problems) };
  }
  const root: Node | null = document.contents;
  const refuse = (findings: readonly Finding[]): ParsedProgram => ({
    ok: false,
    problems: inOrder(findings.map((finding) => place(finding, fileName, root, lines))),
  });

  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return refuse([{ path: [], spot: 'value', message: `The file cannot be unfolded: ${why}.` }]);
  }
  if (content === null) return refuse([{ path: [], spot: 'value', message: 'The file is empty.' }]);
  if (hasTooMany(content)) {
    const message = `The file holds more than ${maxValues} values, aliases unfolded; no program needs as many.`;
    return refuse([{ path: [], spot: 'value', message }]);
  }

  const shaped = programSchema.safeParse(content);
  if (!shaped.success) return refuse(schemaFindings(shaped.error.issues, content, programSchema));
  const findings = contradictions(shaped.data);
  return findings.length > 0 ? refuse(findings) : { ok: true, program: shaped.data };
}
