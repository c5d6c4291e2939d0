import { findAssessment, type Program, type RenewalRoute } from '@testamur/program';
import type { HandbookChapter, HandbookFact, HandbookPart, HandbookSection } from '../../../platform/pdf/index.ts';
import { count, periodWords, sourced, tableOf } from './words.ts';

/** What the credential is and allows. */
export const credentialChapter = (program: Program, locale: string): HandbookChapter => {
  const { credential } = program;
  const fact = (label: string, text: string, field: string): HandbookFact => ({
    label,
    value: sourced(program, text, ['credential', field]),
  });
  return {
    title: 'Your credential',
    intro: [credential.criteria],
    sections: [
      {
        title: credential.title,
        parts: [
          {
            kind: 'facts',
            facts: [
              fact('In force for', periodWords(credential.validity, locale), 'validity'),
              ...(credential.postnominal === undefined
                ? []
                : [fact('Letters after the name', credential.postnominal, 'postnominal')]),
            ],
          },
          {
            kind: 'list',
            title: 'While it is in force, its holder may',
            items: credential.privileges.map((text) => ({ text })),
          },
        ],
      },
      ...(credential.mark === undefined
        ? []
        : [
            {
              title: credential.mark.title,
              about: 'Use of the mark',
              parts: [{ kind: 'text' as const, paragraphs: [credential.mark.text] }],
            },
          ]),
      ...(credential.card === undefined
        ? []
        : [
            {
              title: credential.card.title,
              about: 'Beside the certificate',
              parts: [{ kind: 'text' as const, paragraphs: [credential.card.text] }],
            },
          ]),
    ],
  };
};

const routeSection = (program: Program, route: RenewalRoute, index: number): HandbookSection => {
  const path = ['renewal', 'routes', index] as const;
  const parts: HandbookPart[] = [{ kind: 'text', paragraphs: [route.description] }];
  if (route.kind === 'assessment') {
    const title = findAssessment(program, route.assessment)?.title ?? route.assessment;
    const value = sourced(program, title, [...path, 'assessment']);
    parts.push({ kind: 'facts', facts: [{ label: 'To be passed', value }] });
    return { title: route.title, about: 'A way to renew', parts };
  }
  const [one, many] = route.unit === 'credits' ? ['credit', 'credits'] : ['hour', 'hours'];
  const units = (hours: number | undefined): string => (hours === undefined ? '' : count(hours, one, many));
  parts.push(
    {
      kind: 'facts',
      facts: [
        { label: 'In each cycle', value: sourced(program, units(route.hours), [...path, 'hours']) },
        ...(route.carryOver === undefined
          ? []
          : [
              {
                label: 'Carried over',
                value: sourced(program, `At most ${units(route.carryOver)}`, [...path, 'carryOver']),
              },
            ]),
      ],
    },
    tableOf(
      program,
      'What counts',
      ['Kind', 'What it is', 'At least', 'At most'],
      route.categories.map(({ title, description, minimum, maximum }) => [
        title,
        description,
        units(minimum),
        units(maximum),
      ]),
      [...path, 'categories'],
    ),
  );
  return { title: route.title, about: 'A way to renew', parts };
};

/** How it is kept, and what happens when it is not. */
export const keepingChapter = (program: Program, locale: string): HandbookChapter => {
  const { renewal, transition } = program;
  const fact = (label: string, text: string, field: string): HandbookFact => ({
    label,
    value: sourced(program, text, ['renewal', field]),
  });
  return {
    title: 'Keeping it',
    intro: [renewal.description],
    sections: [
      {
        title: 'When',
        parts: [
          {
            kind: 'facts',
            facts: [
              fact('Renewed for', periodWords(renewal.cycle, locale), 'cycle'),
              fact('Opens', `${periodWords(renewal.opensBefore, locale)} before the expiry date`, 'opensBefore'),
              fact('In grace', `${periodWords(renewal.grace, locale)} after it; still in force`, 'grace'),
              fact(
                'Lapsed',
                `For ${periodWords(renewal.reinstatement, locale)} after that a renewal brings it back`,
                'reinstatement',
              ),
              ...(renewal.reminders.length === 0
                ? []
                : [
                    fact(
                      'Reminders',
                      `${renewal.reminders.map((period) => periodWords(period, locale)).join(', ')} before the expiry date`,
                      'reminders',
                    ),
                  ]),
            ],
          },
        ],
      },
      ...renewal.routes.map((route, index) => routeSection(program, route, index)),
      ...(renewal.audit === undefined
        ? []
        : [
            {
              title: 'Audit',
              about: `${renewal.audit.percent}% of the renewals`,
              parts: [{ kind: 'text' as const, paragraphs: [renewal.audit.text] }],
            },
          ]),
      ...(renewal.retirement === undefined
        ? []
        : [
            {
              title: renewal.retirement.title,
              about: 'For those who stop working',
              parts: [{ kind: 'text' as const, paragraphs: [renewal.retirement.text] }],
            },
          ]),
      ...(transition === undefined
        ? []
        : [
            {
              title: 'From an earlier edition',
              about: transition.from.join(', '),
              parts: [{ kind: 'text' as const, paragraphs: [transition.text] }],
            },
          ]),
    ],
  };
};
