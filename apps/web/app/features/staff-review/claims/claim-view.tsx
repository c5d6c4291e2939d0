import { Time } from '../../../parts/time.tsx';
import { useText } from '../../../text/use-text.ts';
import type { Claim } from '../candidacy.ts';
import { messages } from '../messages.ts';
import type { RequirementReview } from '../review.ts';
import type { ClaimContext } from './claim-context.ts';
import { Degree, Job } from './entries.tsx';
import { CourseTaken, Paper } from './paper.tsx';
import { ConsentClaim, HeldCredential, TrainingClaim } from './short-claims.tsx';

interface ClaimViewProps extends ClaimContext, Pick<RequirementReview, 'experience' | 'stale' | 'consent'> {
  claim: Claim;
}

/** What the candidate states, entry by entry with its evidence. */
export const ClaimView = ({ claim, experience, stale, consent, ...context }: ClaimViewProps) => {
  const t = useText(messages);
  switch (claim.kind) {
    case 'experience':
      return claim.entries.map((entry) => <Job key={entry.id} entry={entry} experience={experience} {...context} />);
    case 'education':
      return claim.entries.map((entry) => <Degree key={entry.id} entry={entry} {...context} />);
    case 'course':
      return claim.entries.map((entry) => <CourseTaken key={entry.id} entry={entry} stale={stale} {...context} />);
    case 'document':
    case 'work-samples':
      return claim.entries.map((entry) => <Paper key={entry.id} entry={entry} stale={stale} {...context} />);
    case 'attestation':
      return <p>{t('signedBy', { name: claim.signedName, version: claim.documentVersion })}</p>;
    case 'training':
      return <TrainingClaim claim={claim} labels={context.labels} />;
    case 'background-check':
      return <ConsentClaim claim={claim} consent={consent} stale={stale} />;
    case 'age':
      return <p>{t.rich('bornOn', { date: <Time key="date" on={claim.bornOn} /> })}</p>;
    case 'credential':
      return <HeldCredential claim={claim} {...context} />;
    case 'registration':
      return <p>{t('registered')}</p>;
  }
};
