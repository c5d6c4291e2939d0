import type { Requirement } from '@testamur/program';
import { useText } from '../../../text/use-text.ts';
import { messages } from './section-messages.ts';

/** What has to be handed in, and what it has to show. */
export const Proof = ({ requirement }: { requirement: Requirement }) => {
  const t = useText(messages);
  if (requirement.evidence.length === 0) return null;
  return (
    <>
      <h2>{t('evidence')}</h2>
      <ul>
        {requirement.evidence.map(({ title, description }) => (
          <li key={title}>
            <strong>{title}</strong>: {description}
          </li>
        ))}
      </ul>
    </>
  );
};
