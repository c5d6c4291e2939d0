import { findPayerClass, type Program } from '@testamur/program';
import { Link } from 'react-router';
import { fieldId, useField } from '../../../forms/form-problem.ts';
import { Panel } from '../../../parts/panel.tsx';
import { useSay } from '../../../text/use-say.ts';
import { useText } from '../../../text/use-text.ts';
import { type Candidacy, candidacyPath } from '../candidacy.ts';
import { ClaimView } from '../sections/claim-view.tsx';
import { claimFor } from '../sections/entries.ts';
import { messages as sectionMessages } from '../sections/section-messages.ts';
import type { Section } from '../sections/sections.ts';
import { LineStatus } from '../standing/line-status.tsx';
import { messages } from './messages.ts';

interface CheckSectionProps {
  candidacy: Candidacy;
  program: Program;
  section: Section;
}

/** One section as it will be submitted, with the way to change it; what is missing is named here, too. */
export const CheckSection = (props: CheckSectionProps) => {
  const t = useText(messages);
  const ts = useText(sectionMessages);
  const { candidacy, section } = props;
  const { error } = useField(section.slug);
  const title = section.kind === 'requirement' ? section.requirement.title : ts(section.kind);
  return (
    <Panel
      title={title}
      acts={
        <Link
          id={fieldId(section.slug)}
          to={`${candidacyPath(candidacy.id, `/apply/${section.slug}`)}?from=check`}
          aria-label={t('changeOf', { what: title })}
        >
          {t('change')}
        </Link>
      }
    >
      {error && (
        <p style={{ color: 'var(--t-bad)' }}>
          <strong>{error}</strong>
        </p>
      )}
      <Answer {...props} isNamed={error !== undefined} />
    </Panel>
  );
};

/** `isNamed`: what is missing stands above already. */
const Answer = ({ candidacy, program, section, isNamed }: CheckSectionProps & { isNamed: boolean }) => {
  const t = useText(messages);
  const say = useSay();
  const { membership, accommodation, standing, files } = candidacy;
  switch (section.kind) {
    case 'membership': {
      const claimed = membership?.memberNumber ? membership : undefined;
      const label = findPayerClass(program, claimed?.payerClass ?? standing.payerClass)?.label ?? '';
      return (
        <>
          <p>{label}</p>
          {claimed && <p>{t('memberNumber', { number: claimed.memberNumber })}</p>}
        </>
      );
    }
    case 'accommodation':
      return <p>{accommodation?.request ?? t('noAccommodation')}</p>;
    case 'register':
      return <p>{t('listed', { listed: standing.listed })}</p>;
    case 'requirement': {
      const { id } = section.requirement;
      const claim = claimFor(candidacy, id);
      // What is stated and suffices needs no word; after the submission the reviewer's stands above the section.
      const isMissing =
        !isNamed &&
        standing.status === 'draft' &&
        standing.next.some(({ kind, subject }) => kind === 'complete-requirement' && subject === id);
      const line = standing.steps.flatMap((step) => step.lines).find((one) => one.id === id);
      return (
        <>
          {isMissing && line && (
            <p>
              <LineStatus line={line} />
            </p>
          )}
          {isMissing && line && claim && <p>{say(line.why.reason)}</p>}
          {claim ? <ClaimView claim={claim} program={program} files={files} /> : <p>{t('nothingYet')}</p>}
        </>
      );
    }
  }
};
