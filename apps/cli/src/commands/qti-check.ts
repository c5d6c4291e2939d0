import { type Checked, checkFile } from '../qti/check-documents.ts';
import { defineCommand } from '../shell/command.ts';
import { failed, ok } from '../shell/errors.ts';
import { withJsonErrors } from '../shell/json-errors.ts';
import { filesIn, readBytes } from '../shell/read-file.ts';
import { counted, jsonOption, writeJson } from '../shell/render.ts';

const linesFor = ({ file, kind, status, identifier, maxScore: points, messages }: Checked): readonly string[] => {
  if (status !== 'ok') return messages.map(({ line, column, text }) => `${file}:${line}:${column}: ${text}`);
  const worth =
    points === undefined ? '' : `, ${points === null ? 'not scorable without judgment' : counted(points, 'point')}`;
  return [`${file}: ${kind} ${identifier ?? ''}${worth}`.trimEnd()];
};

const checkAll = async (paths: readonly string[]): Promise<readonly Checked[]> => {
  const checked: Checked[] = [];
  for (const path of paths) {
    for (const file of await filesIn(path)) {
      if (file === path || /\.(xml|zip)$/i.test(file))
        checked.push(...checkFile(file, await readBytes(file), file === path));
    }
  }
  return checked;
};

const keyed = (checked: readonly Checked[]) => {
  const of = (kind: Checked['kind']) => checked.filter((one) => one.kind === kind).map(({ kind: _, ...one }) => one);
  return {
    ok: checked.every(({ status }) => status !== 'refused'),
    items: of('item'),
    tests: of('test'),
    sections: of('section'),
    stimuli: of('stimulus'),
    manifests: of('manifest'),
    packages: of('package'),
  };
};

export const qtiCheck = defineCommand({
  name: 'qti check',
  summary: 'Check QTI items, tests and packages',
  description:
    'Says for each document of QTI 2.0 to 3.0 whether it is read in full. What would be left out is written as\n' +
    'FILE:LINE:COLUMN. A ZIP archive is read as a package; of a folder, all documents in it.',
  arguments: [{ name: 'PATH', says: 'XML files, packages, folders.', repeats: true }],
  options: { json: jsonOption },
  examples: ['testamur qti check items/', 'testamur qti check package.zip --json'],
  exits: ['Everything is read, though something may be left out.', 'A document is refused.'],
  run: ({ values, positionals, io }) =>
    withJsonErrors(values.json, io, async () => {
      const checked = await checkAll(positionals);
      const count = (status: Checked['status']) => checked.filter((one) => one.status === status).length;
      if (values.json) writeJson(io, keyed(checked));
      else {
        for (const one of checked) for (const line of linesFor(one)) io.out(line);
        const lossy = count('loss') === 0 ? '' : `, ${count('loss')} with losses`;
        const refused = count('refused') === 0 ? '' : `, ${count('refused')} refused`;
        io.err(`${count('ok')} of ${counted(checked.length, 'document')} read in full${lossy}${refused}.`);
      }
      return count('refused') === 0 ? ok : failed;
    }),
});
