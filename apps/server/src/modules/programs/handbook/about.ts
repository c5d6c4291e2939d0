import { costRange, formatMoney, type Program } from '@testamur/program';
import type { HandbookChapter, HandbookFact } from '../../../platform/pdf/index.ts';
import { count, periodWords, sourced } from './words.ts';

const costWords = (program: Program, at: Date, locale: string): string =>
  costRange(program, { at: at.toISOString() })
    .map(({ currency, lowestMinor, highestMinor }) => {
      const [low, high] = [lowestMinor, highestMinor].map((amount) => formatMoney(amount, currency, locale));
      if (highestMinor === 0) return 'No fee';
      return lowestMinor === highestMinor ? `${high}` : `${low} to ${high}`;
    })
    .join('; ');

/** The first answers. */
export const glanceOf = (program: Program, at: Date, locale: string): readonly HandbookFact[] => {
  const fees = program.fees.findIndex(({ kind }) => kind !== 'renewal' && kind !== 'maintenance');
  const cost = costWords(program, at, locale);
  const assessed = program.assessments.map(({ title }) => title).join(', ');
  return [
    {
      label: 'Cost until certified',
      value: fees < 0 ? { text: cost } : sourced(program, cost, ['fees', fees, 'prices']),
    },
    {
      label: 'Usual time',
      value: sourced(program, periodWords(program.usualTime.period, locale), ['usualTime', 'period']),
    },
    { label: 'What is assessed', value: { text: assessed } },
    {
      label: 'In force for',
      value: sourced(program, periodWords(program.credential.validity, locale), ['credential', 'validity']),
    },
    {
      label: 'Renewed every',
      value: sourced(program, periodWords(program.renewal.cycle, locale), ['renewal', 'cycle']),
    },
  ];
};

/** What the certification is: for whom, and what its holders do at work. */
export const aboutChapter = (program: Program, locale: string): HandbookChapter => {
  const { preparation } = program;
  const study = preparation?.studyHours;
  return {
    title: 'About this certification',
    intro: [program.summary],
    sections: [
      { title: 'Who it is for', parts: [{ kind: 'text', paragraphs: [program.audience] }] },
      { title: 'Scope', parts: [{ kind: 'text', paragraphs: [program.scope] }] },
      {
        title: 'Where its holders work',
        parts: [{ kind: 'list', items: program.workplaces.map(({ title }) => ({ text: title })) }],
      },
      {
        title: 'Job and tasks',
        about: 'What a holder does at work',
        parts: program.tasks.map(({ title, description }) => ({ kind: 'text', title, paragraphs: [description] })),
      },
      ...(preparation === undefined
        ? []
        : [
            {
              title: 'How to prepare',
              parts: [
                { kind: 'text' as const, paragraphs: [preparation.text] },
                ...(study === undefined
                  ? []
                  : [
                      {
                        kind: 'facts' as const,
                        facts: [
                          {
                            label: 'Study time',
                            value: sourced(program, count(study, 'hour', 'hours'), ['preparation', 'studyHours']),
                          },
                        ],
                      },
                    ]),
                ...(preparation.materials ?? []).map(({ title, description }) => ({
                  kind: 'text' as const,
                  title,
                  paragraphs: [description],
                })),
              ],
            },
          ]),
      {
        title: 'How long it takes',
        parts: [
          {
            kind: 'facts',
            facts: [
              {
                label: 'Usual time',
                value: sourced(program, periodWords(program.usualTime.period, locale), ['usualTime', 'period']),
              },
            ],
          },
          { kind: 'text', paragraphs: [program.usualTime.text] },
        ],
      },
    ],
  };
};
