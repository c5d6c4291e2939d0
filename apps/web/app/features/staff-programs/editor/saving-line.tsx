import { useDocument } from '../../../document/document-context.ts';
import { formatInstant } from '../../../parts/format-time.ts';
import { useText } from '../../../text/use-text.ts';
import type { Draft } from './checked.ts';
import { messages } from './messages.ts';
import type { Saving } from './use-draft.ts';

/** "Saved 2:02 PM", or who saved last and when. */
export const SavingLine = ({ saving, draft }: { saving: Saving; draft: Draft }) => {
  const t = useText(messages);
  const { locale, zone } = useDocument();
  if (saving.state === 'saved') {
    return t('saving.saved', { time: formatInstant(saving.at, { locale, zone, show: 'time' }) });
  }
  if (saving.state === 'refused') return t('saving.refused', { reason: saving.reason });
  if (saving.state !== 'resting') return t(`saving.${saving.state}`);
  if (draft.draft) {
    const { savedBy, savedAt } = draft.draft;
    return t('draftBy', { who: savedBy, time: formatInstant(savedAt, { locale, zone, show: 'day-and-time' }) });
  }
  return draft.inForce ? t('fromInForce', { edition: draft.inForce.edition }) : t('fromNothing');
};
