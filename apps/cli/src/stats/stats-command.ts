import { mayShow, type Presentation, type SampleJudgment } from '@testamur/psychometrics';
import { type Argument, type Command, defineCommand, type Options, type ValuesOf } from '../shell/command.ts';
import { CommandError, ok } from '../shell/errors.ts';
import type { Io } from '../shell/io.ts';
import { withJsonErrors } from '../shell/json-errors.ts';
import { jsonOption, writeJson } from '../shell/render.ts';
import { linesOf } from './text.ts';

/** What a method found: for programs, and for people. */
export interface Found {
  /** The object of `--json`. */
  readonly json: Readonly<Record<string, unknown>>;
  /** Made only when somebody reads it. */
  readonly present: () => Presentation;
  /** How far the sample carries the result. */
  readonly sample?: SampleJudgment;
}

/** Sets a rule of sample sizes aside. */
export const overrideOption = {
  type: 'string',
  value: 'REASON',
  says: 'Show the result although the sample is too small for it; the reason is recorded with it.',
} as const;

const shared = {
  plot: {
    type: 'string',
    value: 'FILE',
    says: 'Draw it: a file that ends in .svg or .png; more plots as FILE-2, FILE-3.',
  },
  report: { type: 'string', value: 'FILE', says: 'Write it with its plots as a PDF.' },
  override: overrideOption,
  json: jsonOption,
} as const satisfies Options;

interface Definition<O extends Options> {
  /** As it is typed after `stats`. */
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly arguments: readonly Argument[];
  readonly options: O;
  readonly examples: readonly string[];
  find(given: {
    readonly values: ValuesOf<O>;
    readonly positionals: readonly string[];
    readonly io: Io;
    /** To be handed on to the method. */
    readonly override: { readonly override?: { readonly reason: string } };
  }): Promise<Found>;
}

/** A command that finds a statistic: `--json`, `--plot`, `--report` and `--override` are the same for all of them. */
export function defineStats<const O extends Options>(definition: Definition<O>): Command {
  const options = { ...definition.options, ...shared };
  return defineCommand({
    ...definition,
    name: `stats ${definition.name}`,
    options,
    exits: ['The statistics are found; their samples are judged beside them.'],
    run: ({ values, positionals, io }) => {
      // The options of the definition and the shared ones are read as one.
      const own = values as unknown as ValuesOf<O>;
      const { json, plot, report, override } = values as unknown as ValuesOf<typeof shared>;
      return withJsonErrors(json, io, async () => {
        const reason = override === undefined ? {} : { override: { reason: override } };
        const found = await refusals(() => definition.find({ values: own, positionals, io, override: reason }));
        const presentation = json === true && plot === undefined && report === undefined ? null : found.present();
        if (presentation !== null && plot !== undefined) {
          if (!shown(found)) {
            throw new CommandError(
              `Nothing is drawn: ${found.sample?.says ?? 'the sample is too small'}. --override "REASON" draws it and records why.`,
            );
          }
          const figures = presentation.sections.flatMap((section) => section.figures);
          // The drawing and typesetting libraries load only when somebody wants them.
          const { writePlots } = await import('./write-plot.ts');
          const files = await writePlots(plot, figures);
          io.err(`Wrote ${files.join(', ')}.`);
        }
        if (presentation !== null && report !== undefined) {
          const { writeReport } = await import('./write-report.ts');
          await writeReport(report, shown(found) ? presentation : countsOnly(presentation, found));
          io.err(`Wrote ${report}.`);
        }
        if (json === true) writeJson(io, found.json);
        else if (presentation !== null) {
          for (const line of linesOf(shown(found) ? presentation : countsOnly(presentation, found), io)) io.out(line);
        }
        return ok;
      });
    },
  });
}

const shown = ({ sample }: Found): boolean => sample === undefined || mayShow(sample);

/** A sample that is too small for the method: people see what was counted, and why there is no more. */
const countsOnly = ({ title, subtitle, notices }: Presentation, { sample }: Found): Presentation => ({
  title,
  subtitle,
  facts: sample === undefined ? [] : [{ label: 'Sample', value: `${sample.n}`, note: '' }],
  notices: [
    ...notices.filter(({ verdict }) => verdict !== 'too-few'),
    {
      verdict: 'too-few',
      text: `${sample?.says ?? ''}. Nothing but counts is shown; --override "REASON" shows the rest and records why.`,
    },
  ],
  sections: [],
});

/** What the package refuses is something that the person at the keyboard can mend. */
async function refusals<T>(find: () => Promise<T>): Promise<T> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof RangeError) throw new CommandError(`${error.message}.`.replace(/\.\.$/, '.'));
    throw error;
  }
}
