import { Page } from '../../parts/page.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import type { Closed } from './statement.ts';

/** A link that is used, taken back, expired or unknown, and what to do about it. */
export const ClosedLink = ({ closed }: { closed: Closed }) => {
  const t = useText(messages);
  return (
    <Page title={t(closed.isOver ? 'closedTitle' : 'refusedTitle')} lead={closed.message}>
      <p>{t('closedHelp')}</p>
    </Page>
  );
};
