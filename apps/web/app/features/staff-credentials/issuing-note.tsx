import { Link } from 'react-router';
import { Note } from '../../staff/note.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';

interface IssuingNoteProps {
  /** Certificates that are decided and not published yet. */
  waiting: { total: number; issuances: readonly { stage: 'sign' | 'verify' | 'publish' }[] };
  /** A run that issues again what a withdrawn key signed. */
  run: { id: string; done: number; total: number } | undefined;
  base: string;
}

/** What is on its way and is not in the list yet, or is being signed again. */
export const IssuingNote = ({ waiting, run, base }: IssuingNoteProps) => {
  const t = useText(messages);
  const count = waiting.total;
  const forKey = waiting.issuances.every(({ stage }) => stage === 'sign');
  return (
    <>
      {count > 0 && (
        <Note title={t(forKey ? 'waitForKey' : 'waitToBePublished', { count })}>
          <Link to={`${base}/issuances`}>{t('seeWaiting')}</Link>
        </Note>
      )}
      {run && (
        <Note title={t('signedAgain', { done: run.done, total: run.total })}>
          <Link to={`${base}/reissues/${run.id}`}>{t('seeRun')}</Link>
        </Note>
      )}
    </>
  );
};
