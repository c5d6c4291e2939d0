import { useDocument } from '../../../document/document-context.ts';
import { formatDate } from '../../../parts/format-time.ts';
import { useText } from '../../../text/use-text.ts';
import type { PublishedNote } from '../editor/affected/published-path.ts';
import { messages } from './messages.ts';

/** What publishing did, in numbers. */
export const PublishedNow = ({ published: { edition, numbers, later } }: { published: PublishedNote }) => {
  const t = useText(messages);
  const { locale } = useDocument();
  return (
    <p role="status">
      {t('publishedNow', { edition })} {numbers && t('publishedMoved', numbers)}{' '}
      {later && t('publishedLater', { candidates: later.candidates, date: formatDate(later.on, locale) })}
    </p>
  );
};
