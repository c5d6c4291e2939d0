import type { Program } from '@testamur/program';
import { useDocument } from '../../../../document/document-context.ts';
import { formatDate } from '../../../../parts/format-time.ts';
import { useText } from '../../../../text/use-text.ts';
import { messages } from './messages.ts';

/** What the edition means for those under way, from the file itself. */
export const TransitionWords = ({ transition }: { transition: Program['transition'] | undefined }) => {
  const t = useText(messages);
  const { locale } = useDocument();
  if (!transition) return <p>{t('noTransition')}</p>;
  const { from, candidates, certificants, keepUntil, text } = transition;
  const forCandidates = () => {
    if (candidates === 'move') return t('candidatesMove');
    return keepUntil ? t('candidatesKeepUntil', { date: formatDate(keepUntil, locale) }) : t('candidatesKeep');
  };
  return (
    <>
      <ul>
        <li>{t('from', { editions: from.join(', ') })}</li>
        <li>{forCandidates()}</li>
        <li>{t(certificants === 'move' ? 'certificantsMove' : 'certificantsKeep')}</li>
        <li>{t('past')}</li>
      </ul>
      <p>{t('told')}</p>
      <blockquote>{text}</blockquote>
    </>
  );
};
