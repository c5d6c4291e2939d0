import { assemble, presentAssembly, readAssemblySpec } from '@testamur/psychometrics';
import { readJson } from '../shell/read-file.ts';
import { located } from '../stats/data.ts';
import { defineStats } from '../stats/stats-command.ts';

export const statsAssemble = defineStats({
  name: 'assemble',
  summary: 'Choose the items of forms by a specification',
  description:
    'Solves the specification as an integer program: the best forms there are, with a table of compliance, or the\n' +
    'constraints that contradict each other. packages/psychometrics/src/assembly/README.md says what a specification holds.',
  arguments: [{ name: 'SPEC', says: 'The specification, JSON.' }],
  options: {},
  examples: ['testamur stats assemble spec.json --json'],
  find: async ({ positionals: [file = ''] }) => {
    const json = await readJson(file);
    const spec = located(file, () => readAssemblySpec(json));
    const result = await assemble(spec);
    return { json: { ...result }, present: () => presentAssembly(result, spec) };
  },
});
