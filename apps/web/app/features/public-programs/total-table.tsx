import { costRange, type Program } from '@testamur/program';
import { DataTable } from '../../parts/data-table.tsx';
import { totalPath } from './at-a-glance.tsx';
import { classColumns } from './cost-table.tsx';
import { Price } from './price.tsx';
import { Mark } from './provenance-mark.tsx';
import { useWords } from './use-words.ts';

interface Place {
  /** Absent where it costs the same everywhere. */
  readonly id?: string;
  readonly title: string;
}

/** What it takes in all until certified, taxes included: by class, and by place where it depends on it. */
export const TotalTable = ({ program, day }: { program: Program; day: string }) => {
  const words = useWords();
  const { t } = words;
  const at = `${day}T12:00:00.000Z`;
  const rows: readonly Place[] = program.regions ?? [{ title: t('untilCertified') }];
  const costOf = (region: string | undefined, payerClass: string) =>
    costRange(program, { at, payerClass, ...(region === undefined ? {} : { region }) });
  const currencies = new Set(program.regions?.map(({ currency }) => currency ?? program.currency));
  return (
    <DataTable
      caption={program.taxes ? t('totalTaxed') : t('total')}
      captionShown
      columns={[
        { id: 'place', header: program.regions ? t('place') : t('item'), cell: (row) => row.title },
        ...classColumns<Place>(program, words, ({ id }, payer) => {
          const path = totalPath(program, id);
          return (
            <>
              <Price ranges={costOf(id, payer.id)} withCode={currencies.size > 1} />
              {path && <Mark program={program} path={path} />}
            </>
          );
        }),
      ]}
      rows={rows}
      keyOf={(row) => row.id ?? 'everywhere'}
      empty={null}
    />
  );
};
