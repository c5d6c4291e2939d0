import { Facts } from '../../parts/facts.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import type { StatementRequest } from './statement.ts';

/** Who asks, about whom, how long it takes, until when, and who reads it. */
export const RequestFacts = ({ request }: { request: StatementRequest }) => {
  const t = useText(messages);
  const {
    organizationName: organization,
    programTitle: program,
    candidateName: candidate,
    name,
    until,
    about,
    requirementTitle,
  } = request;
  const asked = about.kind === 'references' ? t('askedAs', { name, relation: about.relation }) : name;
  return (
    <Facts
      facts={[
        { label: t('who'), value: t('whoFor', { organization, program }) },
        { label: t('whom'), value: candidate },
        { label: t('asked'), value: asked },
        { label: t('fulfills'), value: requirementTitle },
        ...(about.kind === 'training'
          ? [
              { label: t('training'), value: about.title },
              { label: t('provider'), value: about.provider },
              { label: t('stated'), value: <Time on={about.completedOn} /> },
            ]
          : []),
        { label: t('time'), value: t(`minutes.${about.kind}`) },
        { label: t('until'), value: <Time at={until} zone="UTC" show="day" /> },
        { label: t('reads'), value: t(`reads.${about.kind}`, { candidate }) },
        { label: t('about'), value: request.notice },
      ]}
    />
  );
};
