import type { Program } from '@testamur/program';
import type { HandbookChapter } from '../../../platform/pdf/index.ts';
import { periodWords, sourced } from './words.ts';

/** What both sides owe each other. */
export const rightsChapter = (program: Program, locale: string): HandbookChapter => {
  const { codeOfConduct, agreements = [], policies } = program;
  return {
    title: 'Rights and duties',
    intro: [],
    sections: [
      {
        title: 'Code of conduct',
        about: `Version ${codeOfConduct.version}`,
        parts: codeOfConduct.articles.map(({ title, text }) => ({ kind: 'text', title, paragraphs: [text] })),
      },
      ...agreements.map(({ title, version, text }) => ({
        title,
        about: `Version ${version}`,
        parts: [{ kind: 'text' as const, paragraphs: [text] }],
      })),
      {
        title: 'Appeals and complaints',
        parts: [
          { kind: 'text', paragraphs: [policies.appeal.text] },
          {
            kind: 'facts',
            facts: [
              {
                label: 'Appeal within',
                value: sourced(program, `${periodWords(policies.appeal.within, locale)} from the notice`, [
                  'policies',
                  'appeal',
                  'within',
                ]),
              },
            ],
          },
        ],
      },
      { title: 'Confidentiality', parts: [{ kind: 'text', paragraphs: [policies.confidentiality.text] }] },
      {
        title: 'How long records are kept',
        parts: [
          { kind: 'text', paragraphs: [policies.retention.text] },
          {
            kind: 'facts',
            facts: [
              {
                label: 'Kept for',
                value: sourced(program, `${periodWords(policies.retention.keptFor, locale)} after the last cycle`, [
                  'policies',
                  'retention',
                  'keptFor',
                ]),
              },
            ],
          },
        ],
      },
    ],
  };
};
