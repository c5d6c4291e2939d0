import { useText } from '../../../text/use-text.ts';
import type { Claim } from '../candidacy.ts';
import { messages } from '../messages.ts';
import type { ExperienceYears, FilesById } from '../review.ts';
import { Degree, Job } from './entries.tsx';

interface ClaimViewProps {
  claim: Claim;
  years: ExperienceYears | undefined;
  settings: Readonly<Record<string, string>>;
  files: FilesById;
  candidacyPath: string | undefined;
}

/** What the candidate states, entry by entry with its evidence. */
export const ClaimView = ({ claim, years, settings, ...evidence }: ClaimViewProps) => {
  const t = useText(messages);
  switch (claim.kind) {
    case 'experience':
      return claim.entries.map((entry) => (
        <Job key={entry.id} entry={entry} settings={settings} years={years} {...evidence} />
      ));
    case 'education':
      return claim.entries.map((entry) => <Degree key={entry.id} entry={entry} {...evidence} />);
    case 'attestation':
      return <p>{t('signedBy', { name: claim.signedName, version: claim.documentVersion })}</p>;
  }
};
