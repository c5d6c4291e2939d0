import { parseProgram } from '@testamur/program';
import { problemLine } from '../program-file.ts';
import { defineCommand } from '../shell/command.ts';
import { failed, ok } from '../shell/errors.ts';
import { readText } from '../shell/read-file.ts';
import { counted, jsonOption, writeJson } from '../shell/render.ts';

export const programCheck = defineCommand({
  name: 'program check',
  summary: 'Check a program file',
  description:
    'Reads the file and proves it: its YAML, the program language, and what its parts say together. What is wrong is\n' +
    'written as FILE:LINE:COLUMN, with what was probably meant.',
  arguments: [{ name: 'FILE', says: 'A program file, such as program.yaml.' }],
  options: { json: jsonOption },
  examples: ['testamur program check program.yaml'],
  exits: ['The program is sound.', 'It has problems.'],
  run: async ({ values, positionals: [file = ''], io }) => {
    const parsed = parseProgram(await readText(file), file);
    if (parsed.ok) {
      const { id, title, edition, requirements, assessments } = parsed.program;
      if (values.json) writeJson(io, { file, ok: true, program: { id, title, edition }, problems: [] });
      else {
        const parts = `${counted(requirements.length, 'requirement')}, ${counted(assessments.length, 'assessment')}`;
        io.out(`${file}: ${title} (${id}, edition ${edition}) is sound: ${parts}.`);
      }
      return ok;
    }
    const { problems } = parsed;
    if (values.json) writeJson(io, { file, ok: false, problems });
    else {
      for (const problem of problems) io.out(problemLine(problem));
      io.err(`${counted(problems.length, 'problem')}.`);
    }
    return failed;
  },
});
