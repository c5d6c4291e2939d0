import { useDocument } from '../../../document/document-context.ts';
import { Facts } from '../../../parts/facts.tsx';
import { formatDuration } from '../../../parts/format-time.ts';
import { Time } from '../../../parts/time.tsx';
import { useText } from '../../../text/use-text.ts';
import { messages } from './messages.ts';
import type { Rating } from './rating.ts';

/** Whom to expect, how long it takes, on which days it can be held, and what the panel has done. */
export const SessionFacts = ({ rating }: { rating: Rating }) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const { session, candidateName, panel } = rating;
  if (!session) return null;
  const { minutes, window, heldOn } = session;
  return (
    <Facts
      facts={[
        ...(candidateName === undefined ? [] : [{ label: t('candidate'), value: candidateName }]),
        { label: t('sessionTime'), value: formatDuration(minutes, locale) },
        ...(window
          ? [
              {
                label: t('sessionDays'),
                value: t.rich('fromUntil', {
                  from: <Time key="from" at={window.from} show="day" />,
                  until: <Time key="until" at={window.until} show="day" />,
                }),
              },
            ]
          : []),
        { label: t('heldOn'), value: heldOn === undefined ? t('notHeld') : <Time on={heldOn} /> },
        ...(panel.examiners > 1 ? [{ label: t('panel'), value: t('panelState', panel) }] : []),
      ]}
    />
  );
};
