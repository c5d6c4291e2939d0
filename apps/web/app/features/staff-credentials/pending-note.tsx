import { LinkButton } from '../../parts/link-button.tsx';
import { Time } from '../../parts/time.tsx';
import { Note } from '../../staff/note.tsx';
import { useText } from '../../text/use-text.ts';
import type { CredentialHead } from './credential.ts';
import { messages } from './messages.ts';

interface PendingNoteProps {
  request: CredentialHead['request'];
  /** Where it is decided, for those who may. */
  decideAt?: string | undefined;
}

/** A revocation that waits for its second person. */
export const PendingNote = ({ request, decideAt }: PendingNoteProps) => {
  const t = useText(messages);
  return (
    <Note title={t('pendingTitle')}>
      <p>
        {request
          ? t.rich('pendingBy', {
              name: request.requestedBy,
              date: <Time key="at" at={request.requestedAt} show="day" />,
              reason: request.reason,
            })
          : t('pendingUnknown')}
      </p>
      <p>{t('ownRequest')}</p>
      {decideAt && (
        <LinkButton to={decideAt} weight="other">
          {t('decide')}
        </LinkButton>
      )}
    </Note>
  );
};
