import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';

/** Whether the holder agreed to how the mark is used. */
export const MarkUse = ({ agreement }: { agreement: { at: string; signedName: string } | undefined }) => {
  const t = useText(messages);
  if (!agreement) return t('markNotAgreed');
  return t.rich('markAgreed', { name: agreement.signedName, date: <Time key="at" at={agreement.at} show="day" /> });
};
