import { type Program, toMinor } from '@testamur/program';
import { Money } from '../../parts/money.tsx';
import { CostTable, PlaceTables } from './cost-table.tsx';
import { FeeNotes } from './fee-notes.tsx';
import { Price } from './price.tsx';
import { priceRanges } from './price-ranges.ts';
import { Mark } from './provenance-mark.tsx';
import { TotalTable } from './total-table.tsx';
import { useWords } from './use-words.ts';
import { scopeInWords } from './words.ts';

interface CostProps {
  program: Program;
  day: string;
}

const Bundles = ({ program, day }: CostProps) => {
  const { t } = useWords();
  if (!program.bundles) return null;
  return (
    <>
      <h3>{t('bundles')}</h3>
      <ul>
        {program.bundles.map((bundle, at) => (
          <li key={bundle.id}>
            <strong>{bundle.title}</strong>,{' '}
            {program.payerClasses.map((payer, index) => (
              <span key={payer.id}>
                {index > 0 && ', '}
                {program.payerClasses.length > 1 && `${payer.label} `}
                <Price ranges={priceRanges(program, bundle, payer.id, day)} />
              </span>
            ))}
            <Mark program={program} path={['bundles', at, 'prices']} />. {bundle.description}
          </li>
        ))}
      </ul>
    </>
  );
};

const Taxes = ({ program }: { program: Program }) => {
  const words = useWords();
  const { t, list } = words;
  if (!program.taxes) return null;
  return (
    <>
      <h3>{t('taxes')}</h3>
      <p>{t('taxesLead')}</p>
      <ul>
        {program.taxes.map((tax, at) => {
          const scope = scopeInWords(program, tax, words);
          const fees = tax.fees?.map((id) => program.fees.find((fee) => fee.id === id)?.title ?? id);
          return (
            <li key={tax.id}>
              {tax.title}: {t('percent', { percent: tax.percent })}
              <Mark program={program} path={['taxes', at, 'percent']} />.{' '}
              {fees && `${t('taxOn', { fees: list(fees) })} `}
              {scope && t('onlyFor', { scope })}
            </li>
          );
        })}
      </ul>
    </>
  );
};

/** Who pays which price. */
const Classes = ({ program }: { program: Program }) => {
  const { t } = useWords();
  if (program.payerClasses.length < 2) return null;
  return (
    <>
      <h3>{t('classes')}</h3>
      <ul>
        {program.payerClasses.map((payer, at) => (
          <li key={payer.id}>
            <strong>{payer.label}.</strong> {payer.description}
            {payer.duesPerYear && (
              <>
                {' '}
                {t('dues')}{' '}
                <Money
                  amount={{ amountMinor: toMinor(payer.duesPerYear, program.currency), currency: program.currency }}
                />
                <Mark program={program} path={['payerClasses', at, 'duesPerYear']} />.
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
};

/** All that it costs: in all, fee by fee, place by place, and what comes with it. */
export const CostPart = ({ program, day }: CostProps) => {
  const { t } = useWords();
  return (
    <>
      <TotalTable program={program} day={day} />
      <h3>{t('fees')}</h3>
      <CostTable program={program} day={day} />
      <PlaceTables program={program} day={day} />
      <FeeNotes program={program} />
      <Bundles program={program} day={day} />
      <Taxes program={program} />
      <Classes program={program} />
    </>
  );
};
