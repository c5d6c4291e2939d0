import {
  classicalJson,
  decisionJson,
  type Examination,
  examination,
  readMinutes,
  standardPlots,
  technicalReport,
} from '@testamur/psychometrics';
import { defineCommand } from '../shell/command.ts';
import { CommandError, ok } from '../shell/errors.ts';
import { withJsonErrors } from '../shell/json-errors.ts';
import { jsonOption, writeJson } from '../shell/render.ts';
import { dataArgument, ignoreOption, keyOption, located, rawOf, readData } from '../stats/data.ts';
import { numberOf } from '../stats/option-values.ts';
import { progress } from '../stats/progress.ts';
import { readTable } from '../stats/read-table.ts';
import { overrideOption } from '../stats/stats-command.ts';
import { linesOf } from '../stats/text.ts';

export const statsReport = defineCommand({
  name: 'stats report',
  summary: 'The technical report of an exam as a PDF',
  description:
    'Figures of the year, scores, reliability, decision consistency, items with flags, and a page per item with its\n' +
    'options. On standard output stand the main figures; the rest is in the PDF.',
  arguments: [dataArgument],
  options: {
    key: { ...keyOption.key, required: true, says: 'The key, CSV `id,key`; DATA holds the chosen options.' },
    cut: { type: 'string', value: 'N', required: true, says: 'The lowest total score that passes.' },
    out: { type: 'string', value: 'FILE', required: true, says: 'Where the report goes: a file that ends in .pdf.' },
    times: {
      type: 'string',
      value: 'FILE',
      says: 'Seconds that candidates took, CSV: the column id, and one column in all or a column per item.',
    },
    title: { type: 'string', value: 'TITLE', says: 'The name of the exam; Examination without it.' },
    organization: { type: 'string', value: 'NAME', says: 'The certification body.' },
    ...ignoreOption,
    override: overrideOption,
    json: jsonOption,
  },
  examples: ['testamur stats report answers.csv --key key.csv --cut 110 --out report.pdf --title "Form 1, 2026"'],
  exits: ['The report is written.', 'Never.'],
  run: ({ values, positionals: [file = ''], io }) =>
    withJsonErrors(values.json, io, async () => {
      const { out, title = 'Examination', organization = '' } = values;
      // Before the work, not after it.
      if (!out.endsWith('.pdf')) throw new CommandError(`${out}: a report ends in .pdf.`);
      const cut = numberOf('cut', values.cut);
      io.err(`Reading ${file}`);
      const { raw, key } = await rawOf(file, await readData(file, values), values.key);
      const { times } = values;
      const timed = times === undefined ? undefined : await readTable(times);
      const minutes = timed === undefined ? {} : { minutes: located(times ?? '', () => readMinutes(timed)) };
      const override = values.override === undefined ? {} : { override: { reason: values.override } };
      const input = { raw, key, cut, title, plots: standardPlots, ...minutes, ...override };
      io.err(`Analyzing ${raw.persons.length} candidates and ${raw.items.length} items`);
      const analysis = located(file, () => examination(input));
      const tell = progress(io, 'Item pages');
      const report = technicalReport({ ...input, progress: (done, total) => tell(`${done} of ${total}`) }, analysis);
      io.err('Typesetting');
      const { writeReport } = await import('../stats/write-report.ts');
      await writeReport(out, report, organization);
      io.err(`Wrote ${out}.`);
      if (values.json === true) writeJson(io, jsonOf(analysis, out));
      else for (const line of linesOf({ ...report, sections: [] }, io)) io.out(line);
      return ok;
    }),
});

/** The classical analysis and the quality of decisions as their own commands write them, and the file. */
const jsonOf = ({ classical, options, decision }: Examination, file: string) => ({
  file,
  classical: classicalJson(classical, options),
  decision: decision === null ? null : decisionJson(decision),
});
