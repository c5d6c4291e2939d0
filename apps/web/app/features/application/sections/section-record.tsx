import { LinkButton } from '../../../parts/link-button.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { useSay } from '../../../text/use-say.ts';
import { useText } from '../../../text/use-text.ts';
import { candidacyPath } from '../candidacy.ts';
import { LineStatus } from '../standing/line-status.tsx';
import { AccommodationState, MembershipState } from './claim-states.tsx';
import { ClaimView } from './claim-view.tsx';
import { claimFor } from './entries.ts';
import type { SectionData } from './load-section.ts';
import { messages } from './section-messages.ts';
import { isEditable } from './sections.ts';

const lineOf = ({ candidacy, section }: SectionData) =>
  candidacy.standing.steps
    .flatMap((step) => step.lines)
    .find(({ id, kind }) => kind === 'requirement' && section.kind === 'requirement' && id === section.requirement.id);

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

/** A section that cannot be changed now: what was submitted, where it stands, and why. */
export const SectionRecord = (props: SectionData) => {
  const t = useText(messages);
  const say = useSay();
  const { section, candidacy, program } = props;
  const line = lineOf(props);
  const claim = section.kind === 'requirement' ? claimFor(candidacy, section.requirement.id) : undefined;
  return (
    <>
      {line && (
        <p>
          <LineStatus line={line} />
        </p>
      )}
      {line && <p>{say(line.why.reason)}</p>}
      {claim && <ClaimView claim={claim} program={program} files={candidacy.files} />}
      {section.kind === 'membership' && (
        <>
          <MembershipState membership={candidacy.membership} program={program} />
          <p>{t('priceFixed')}</p>
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
