import type { Program } from '@testamur/program';
import { useDocument } from '../../document/document-context.ts';
import { intlLocaleOf } from '../../text/locales.ts';
import styles from './program.module.css';
import { Mark } from './provenance-mark.tsx';
import { useWords } from './use-words.ts';

/** What the edition means for those who began under an earlier one. */
export const TransitionPart = ({ program }: { program: Program }) => {
  const { t, list } = useWords();
  const { locale } = useDocument();
  const { transition } = program;
  if (!transition) return null;
  const day = new Intl.DateTimeFormat(intlLocaleOf(locale), { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <aside className={styles.transition} aria-labelledby="transition">
      <h2 id="transition">{t('transition', { edition: program.edition, from: list(transition.from) })}</h2>
      <p>{transition.text}</p>
      <ul>
        <li>
          {transition.candidates === 'keep' ? t('candidatesKeep') : t('candidatesMove')}
          <Mark program={program} path={['transition', 'candidates']} />
        </li>
        {transition.keepUntil && (
          <li>
            {t('keepUntil', { date: day.format(new Date(transition.keepUntil)) })}
            <Mark program={program} path={['transition', 'keepUntil']} />
          </li>
        )}
        <li>
          {transition.certificants === 'keep' ? t('certificantsKeep') : t('certificantsMove')}
          <Mark program={program} path={['transition', 'certificants']} />
        </li>
      </ul>
    </aside>
  );
};
