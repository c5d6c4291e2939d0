import { type Fee, type Grant, type Price, type Program, titleOf } from '@testamur/program';
import { formatDay } from '../../../kernel/index.ts';
import type { HandbookChapter, HandbookFact, HandbookPart, HandbookSection } from '../../../platform/pdf/index.ts';
import { amountWords, forWords, periodWords, sourced, tableOf } from './words.ts';

const kinds: Readonly<Record<Fee['kind'], string>> = {
  registration: 'On registering',
  application: 'With the application',
  assessment: 'Before the attempt',
  certification: 'Before the credential is issued',
  maintenance: 'Each year',
  renewal: 'With each renewal',
  reinstatement: 'With the renewal of a lapsed credential',
};

/** The currency of a row: that of its regions, where they have one of their own. */
const currencyOf = (program: Program, { for: only = {} }: Price): string => {
  const region = program.regions?.find(({ id }) => only.region?.includes(id) === true);
  return region?.currency ?? program.currency;
};

const pricesPart = (
  program: Program,
  prices: readonly Price[],
  path: readonly (string | number)[],
  title: string,
  locale: string,
): HandbookPart => {
  const rows = prices.map((price) => {
    const payer = program.payerClasses.find(({ id }) => id === price.payerClass)?.label;
    const place = forWords(program, price.for);
    const whom = [payer, place].filter((words) => words !== undefined && words !== '').join(', ');
    const amount = amountWords(price.amount, currencyOf(program, price), locale);
    return [whom === '' ? 'Everybody' : whom, price.from === undefined ? '' : formatDay(price.from, locale), amount];
  });
  return tableOf(program, title, ['For whom', 'From', 'Amount'], rows, path);
};

const grantWords = ({ title, period, description }: Grant, locale: string): string =>
  `${title}${period === undefined ? '' : ` for ${periodWords(period, locale)}`}: ${description}`;

const feeSection = (program: Program, fee: Fee, index: number, locale: string): HandbookSection => {
  const only = forWords(program, fee.for);
  const fact = (label: string, text: string, field: string): HandbookFact => ({
    label,
    value: sourced(program, text, ['fees', index, field]),
  });
  const parts: HandbookPart[] = [
    { kind: 'text', paragraphs: [fee.description] },
    pricesPart(program, fee.prices, ['fees', index, 'prices'], 'Prices', locale),
    {
      kind: 'facts',
      facts: [
        ...(only === '' ? [] : [{ label: 'Only for', value: { text: only } }]),
        ...(fee.kind === 'assessment'
          ? [
              fact('Pays for', fee.assessments.map((id) => titleOf(program.assessments, id)).join(', '), 'assessments'),
              ...(typeof fee.retake === 'string'
                ? [fact('A further attempt', fee.retake === 'same' ? 'Costs the same' : 'Costs nothing', 'retake')]
                : []),
            ]
          : []),
        ...(fee.kind === 'maintenance' ? [fact('Due every', periodWords(fee.every, locale), 'every')] : []),
        ...(fee.kind === 'maintenance' ? [fact('Can be paid late by', periodWords(fee.grace, locale), 'grace')] : []),
        fact('Due within', periodWords(fee.dueWithin, locale), 'dueWithin'),
        ...(fee.vouchers === true ? [{ label: 'Vouchers', value: { text: 'Taken for this fee' } }] : []),
      ],
    },
  ];
  if (fee.kind === 'assessment' && typeof fee.retake !== 'string') {
    parts.push(pricesPart(program, fee.retake, ['fees', index, 'retake'], 'A further attempt', locale));
  }
  if (fee.includes) parts.push({ kind: 'list', title: 'Includes', items: fee.includes.map((text) => ({ text })) });
  if (fee.grants) {
    const items = fee.grants.map((grant) => ({ text: grantWords(grant, locale) }));
    parts.push({ kind: 'list', title: 'Comes with it', items });
  }
  return { title: fee.title, about: kinds[fee.kind], parts };
};

const stages = {
  submission: 'the application is submitted',
  acceptance: 'the application is accepted',
  authorization: 'the authorization',
  assessment: 'the first assessment begins',
  decision: 'the decision',
} as const;

/** What it costs, for whom and when, and what is given back. */
export const feesChapter = (program: Program, locale: string): HandbookChapter => {
  const { refund } = program.policies;
  return {
    title: 'What it costs',
    intro: ['Nothing is charged before an invoice says what for. Amounts of other years may differ.'],
    sections: [
      ...(program.payerClasses.length < 2
        ? []
        : [
            {
              title: 'Who pays which price',
              parts: program.payerClasses.map(({ label, description }) => ({
                kind: 'text' as const,
                title: label,
                paragraphs: [description],
              })),
            },
          ]),
      ...program.fees.map((fee, index) => feeSection(program, fee, index, locale)),
      ...(program.bundles ?? []).map(
        (bundle, index): HandbookSection => ({
          title: bundle.title,
          about: 'Instead of paying one by one',
          parts: [
            { kind: 'text', paragraphs: [bundle.description] },
            pricesPart(program, bundle.prices, ['bundles', index, 'prices'], 'Prices', locale),
            {
              kind: 'list',
              title: 'In place of',
              items: bundle.fees.map((id) => ({ text: titleOf(program.fees, id) })),
            },
          ],
        }),
      ),
      ...(program.taxes === undefined
        ? []
        : [
            {
              title: 'Taxes',
              about: 'On top of the prices',
              parts: [
                {
                  kind: 'facts' as const,
                  facts: program.taxes.map((tax, index) => {
                    const where = forWords(program, tax.for);
                    const text = `${tax.percent}%${where === '' ? '' : `: ${where}`}`;
                    return { label: tax.title, value: sourced(program, text, ['taxes', index, 'percent']) };
                  }),
                },
              ],
            },
          ]),
      {
        title: 'Refunds',
        parts: [
          { kind: 'text', paragraphs: [refund.text] },
          ...(refund.rules === undefined
            ? []
            : [
                tableOf(
                  program,
                  'Given back to those who withdraw',
                  ['Before', 'Share', 'Of'],
                  refund.rules.map(({ before, percent, fees }) => [
                    stages[before],
                    `${percent}%`,
                    fees === undefined ? 'All fees' : fees.map((id) => titleOf(program.fees, id)).join(', '),
                  ]),
                ),
              ]),
        ],
      },
    ],
  };
};
