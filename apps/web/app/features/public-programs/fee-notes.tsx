import { type Fee, findPayerClass, type Grant, type Price, type Program, toMinor } from '@testamur/program';
import { Money } from '../../parts/money.tsx';
import { Mark } from './provenance-mark.tsx';
import { useWords } from './use-words.ts';
import { scopeInWords, type Words } from './words.ts';

const grantOf = (grant: Grant, { t, period }: Words): string => {
  const title =
    grant.period === undefined ? grant.title : t('grantFor', { title: grant.title, period: period(grant.period) });
  return t('grantMore', { title, description: grant.description });
};

const retakeOf = (fee: Fee, { t }: Words): string | undefined => {
  if (fee.kind !== 'assessment') return undefined;
  if (fee.retake === 'same') return t('retakeSame');
  return fee.retake === 'none' ? t('retakeFree') : t('retakeOwn');
};

/** The currency of a price that is for one region alone; else that of the program. */
const currencyOf = (program: Program, row: Price): string => {
  const [region, ...others] = row.for?.region ?? [];
  const own = others.length === 0 ? program.regions?.find(({ id }) => id === region)?.currency : undefined;
  return own ?? program.currency;
};

/** Prices of later attempts, row by row as the program file has them. */
const RetakePrices = ({ program, rows, at }: { program: Program; rows: readonly Price[]; at: number }) => {
  const words = useWords();
  return (
    <ul>
      {rows.map((row) => {
        const currency = currencyOf(program, row);
        const forWhom = [
          row.payerClass && findPayerClass(program, row.payerClass)?.label,
          scopeInWords(program, row, words),
          row.from && words.t('from', { date: row.from }),
        ].filter(Boolean);
        return (
          <li key={JSON.stringify(row)}>
            {forWhom.length > 0 && `${forWhom.join(', ')}: `}
            <Money amount={{ amountMinor: toMinor(row.amount, currency), currency }} />
            <Mark program={program} path={['fees', at, 'retake']} />
          </li>
        );
      })}
    </ul>
  );
};

const FeeNote = ({ program, fee, at }: { program: Program; fee: Fee; at: number }) => {
  const words = useWords();
  const { t, period } = words;
  const retake = retakeOf(fee, words);
  const retakePrices = fee.kind === 'assessment' && typeof fee.retake !== 'string' ? fee.retake : [];
  return (
    <li>
      <strong>{fee.title}.</strong> {fee.description} {t('dueWithin', { period: period(fee.dueWithin) })}
      <Mark program={program} path={['fees', at, 'dueWithin']} />{' '}
      {fee.kind === 'maintenance' && (
        <>
          {t('maintenanceGrace', { period: period(fee.grace) })}
          <Mark program={program} path={['fees', at, 'grace']} />{' '}
        </>
      )}
      {retake && (
        <>
          {retake}
          {retakePrices.length === 0 && <Mark program={program} path={['fees', at, 'retake']} />}
        </>
      )}
      {retakePrices.length > 0 && <RetakePrices program={program} rows={retakePrices} at={at} />}
      {fee.vouchers && <> {t('vouchers')}</>}
      {fee.includes && (
        <>
          <div>
            {t('includes')}
            <Mark program={program} path={['fees', at, 'includes']} />
          </div>
          <ul>
            {fee.includes.map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ul>
        </>
      )}
      {fee.grants && (
        <>
          <div>
            {t('feeGrants')}
            <Mark program={program} path={['fees', at, 'grants']} />
          </div>
          <ul>
            {fee.grants.map((grant) => (
              <li key={grant.title}>{grantOf(grant, words)}</li>
            ))}
          </ul>
        </>
      )}
    </li>
  );
};

/** What is to be known of each fee beside its price. */
export const FeeNotes = ({ program }: { program: Program }) =>
  program.fees.length > 0 && (
    <ul>
      {program.fees.map((fee, at) => (
        <FeeNote key={fee.id} program={program} fee={fee} at={at} />
      ))}
    </ul>
  );
