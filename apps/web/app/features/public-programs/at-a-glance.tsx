import type { Program } from '@testamur/program';
import { useDocument } from '../../document/document-context.ts';
import { Facts } from '../../parts/facts.tsx';
import { Money } from '../../parts/money.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import { periodInWords } from './period.ts';
import { firstCost } from './prices.ts';
import { isAssumed } from './source-mark.tsx';

/** Fee, time, validity: what decides whether a reader goes on. */
export const AtAGlance = ({ program, day }: { program: Program; day: string }) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const cost = firstCost(program, day);
  const same = cost && cost.from.amountMinor === cost.to.amountMinor;
  return (
    <Facts
      stacked
      facts={[
        {
          label: t('fee'),
          value: cost && (same ? <Money amount={cost.from} /> : <Money amount={cost.from} upTo={cost.to} />),
        },
        { label: t('time'), value: t('timeAbout', { period: periodInWords(program.usualTime.period, locale) }) },
        {
          label: t('keeps'),
          value: t('keepsFor', { period: periodInWords(program.credential.validity, locale) }),
          assumed: isAssumed(program.credential, 'validity'),
        },
      ]}
    />
  );
};
