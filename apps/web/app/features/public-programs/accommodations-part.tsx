import type { Program } from '@testamur/program';
import { useDocument } from '../../document/document-context.ts';
import { intlLocaleOf } from '../../text/locales.ts';
import { Mark } from './provenance-mark.tsx';
import { useWords } from './use-words.ts';

/** What is offered to those who cannot show what they know under standard conditions. */
export const AccommodationsPart = ({ program }: { program: Program }) => {
  const { t, either } = useWords();
  const { locale } = useDocument();
  const { description, timeMultipliers, others } = program.accommodations;
  const multipliers = either(timeMultipliers.map((multiplier) => multiplier.toLocaleString(intlLocaleOf(locale))));
  return (
    <>
      <p>{description}</p>
      <p>
        {t('extraTime', { multipliers })}
        <Mark program={program} path={['accommodations', 'timeMultipliers']} />
      </p>
      <ul>
        {others.map((other) => (
          <li key={other.id}>
            <strong>{other.title}.</strong> {other.description}
          </li>
        ))}
      </ul>
    </>
  );
};
