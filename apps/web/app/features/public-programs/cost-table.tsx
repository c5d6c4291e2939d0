import type { Fee, PayerClass, Program } from '@testamur/program';
import type { ReactNode } from 'react';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Price } from './price.tsx';
import { placeRows, priceRanges } from './price-ranges.ts';
import styles from './program.module.css';
import { Mark } from './provenance-mark.tsx';
import { useWords } from './use-words.ts';
import { scopeInWords, type Words } from './words.ts';

interface CostProps {
  program: Program;
  day: string;
}

/** One column for each payer class; where there is one class, its name says nothing. */
export const classColumns = <Row,>(
  program: Program,
  words: Words,
  cell: (row: Row, payer: PayerClass) => ReactNode,
): Column<Row>[] =>
  program.payerClasses.map((payer) => ({
    id: payer.id,
    header: program.payerClasses.length === 1 ? words.t('price') : payer.label,
    numeric: true,
    cell: (row) => cell(row, payer),
  }));

const whenOf = (fee: Fee, { t, period }: Words): string => {
  if (fee.kind === 'assessment' && fee.retake !== 'same') return t('whenFirst');
  if (fee.kind !== 'maintenance') return t(`when-${fee.kind}`);
  return fee.every === 'P1Y' || fee.every === 'P12M'
    ? t('whenEachYear')
    : t('whenEvery', { period: period(fee.every) });
};

/** Every fee by payer class, when it is asked for, and who says so. */
export const CostTable = ({ program, day }: CostProps) => {
  const words = useWords();
  const { t } = words;
  return (
    <DataTable
      caption={t('cost')}
      columns={[
        {
          id: 'item',
          header: t('item'),
          cell: (fee: Fee) => {
            const scope = scopeInWords(program, fee, words);
            return (
              <>
                {fee.title}
                {scope && <span className={styles.scope}> {t('onlyFor', { scope })}</span>}
              </>
            );
          },
        },
        ...classColumns<Fee>(program, words, (fee, payer) => (
          <>
            <Price ranges={priceRanges(program, fee, payer.id, day)} />
            <Mark program={program} path={['fees', program.fees.indexOf(fee), 'prices']} />
          </>
        )),
        { id: 'when', header: t('when'), line: 3, cell: (fee) => whenOf(fee, words) },
      ]}
      rows={program.fees}
      keyOf={(fee) => fee.id}
      empty={<p>{t('noFees')}</p>}
    />
  );
};

/** What a fee costs where: one table for each whose price depends on the place or on what was chosen. */
export const PlaceTables = ({ program, day }: CostProps) => {
  const words = useWords();
  const { t } = words;
  return program.fees.map((fee, at) => {
    const rows = placeRows(program, fee, day);
    if (rows.length === 0) return null;
    const codes = new Set(
      rows.flatMap(({ prices }) => Object.values(prices).flatMap((one) => one.map((r) => r.currency))),
    );
    return (
      <DataTable
        key={fee.id}
        caption={t('byPlace', { title: fee.title })}
        captionShown
        columns={[
          {
            id: 'place',
            header: t('place'),
            cell: ({ place: { region, track } }) =>
              scopeInWords(
                program,
                {
                  for: {
                    ...(region === undefined ? {} : { region: [region] }),
                    ...Object.fromEntries(Object.entries(track ?? {}).map(([axis, id]) => [axis, [id]])),
                  },
                },
                words,
              ),
          },
          ...classColumns<(typeof rows)[number]>(program, words, ({ prices }, payer) => (
            <>
              <Price ranges={prices[payer.id] ?? []} withCode={codes.size > 1} />
              <Mark program={program} path={['fees', at, 'prices']} />
            </>
          )),
        ]}
        rows={rows}
        keyOf={({ place }) => JSON.stringify(place)}
        empty={null}
      />
    );
  });
};
