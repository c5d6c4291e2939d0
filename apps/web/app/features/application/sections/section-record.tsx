import type { StandingLine } from '@testamur/program';
import { LinkButton } from '../../../parts/link-button.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { useSay } from '../../../text/use-say.ts';
import { useText } from '../../../text/use-text.ts';
import { type Claim, candidacyPath } from '../candidacy.ts';
import { LineStatus } from '../standing/line-status.tsx';
import { BundleRecord } from './claims/bundle-form.tsx';
import { messages as claimMessages } from './claims/claim-messages.ts';
import { AccommodationState, MembershipState } from './claims/claim-states.tsx';
import { ClaimView } from './claims/claim-view.tsx';
import { RegionRecord } from './claims/region-form.tsx';
import { claimFor } from './entries/entries.ts';
import type { SectionData } from './load-section.ts';
import { messages } from './section-messages.ts';
import { findLine, isEditable, type Section } from './sections.ts';

const lineOf = ({ candidacy, section }: SectionData) =>
  section.kind === 'requirement' ? findLine(candidacy.standing, section.requirement.id) : undefined;

/** What a section is about, whether it is asked for by a requirement or beside them. */
const isAbout = (section: Section, what: 'region' | 'membership'): boolean => {
  if (section.kind !== 'requirement') return section.kind === what;
  return section.requirement.kind === (what === 'region' ? 'jurisdiction' : 'membership');
};

/** What a reviewer wants to have, above the section that is to be mended. */
export const Asked = (props: SectionData) => {
  const t = useText(messages);
  const say = useSay();
  const line = lineOf(props);
  const { section, candidacy } = props;
  if (candidacy.standing.status !== 'more-needed' || line === undefined) return null;
  if (!isEditable(section, candidacy.standing)) return null;
  return (
    <Panel title={t('asked')}>
      <p>{say(line.why.reason)}</p>
    </Panel>
  );
};

/** Signing and registering are told in full by the line itself, once they count. */
const isTold = (claim: Claim, line: StandingLine | undefined): boolean =>
  line?.state === 'met' && (claim.kind === 'attestation' || claim.kind === 'registration');

/** A section that cannot be changed now: what was submitted, where it stands, and why. */
export const SectionRecord = (props: SectionData) => {
  const t = useText(messages);
  const tc = useText(claimMessages);
  const say = useSay();
  const { section, candidacy, program } = props;
  const line = lineOf(props);
  const reason = line && say(line.why.reason);
  const detail = line?.detail && say(line.detail);
  const claim = section.kind === 'requirement' ? claimFor(candidacy, section.requirement.id) : undefined;
  return (
    <>
      {line && (
        <p>
          <LineStatus line={line} />
        </p>
      )}
      {reason !== undefined && reason !== detail && <p>{reason}</p>}
      {claim && !isTold(claim, line) && <ClaimView claim={claim} program={program} files={candidacy.files} />}
      {isAbout(section, 'region') && <RegionRecord {...props} />}
      {section.kind === 'bundle' && <BundleRecord {...props} />}
      {isAbout(section, 'membership') && (
        <>
          <MembershipState membership={candidacy.membership} program={program} />
          {candidacy.standing.owed.length > 0 && <p>{tc('priceFixed')}</p>}
        </>
      )}
      {section.kind === 'accommodation' && (
        <>
          <AccommodationState accommodation={candidacy.accommodation} />
          <p>{t('accommodationOver')}</p>
        </>
      )}
      {section.kind === 'requirement' && !candidacy.standing.final && line?.state !== 'met' && <p>{t('readOnly')}</p>}
      <LinkButton to={candidacyPath(candidacy.id)} weight="other">
        {t('toStanding')}
      </LinkButton>
    </>
  );
};
