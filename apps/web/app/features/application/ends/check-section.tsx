import { findBundle, findPayerClass, findRegion, type Program, type Requirement } from '@testamur/program';
import { Link } from 'react-router';
import { fieldId, useField } from '../../../forms/form-problem.ts';
import { Panel } from '../../../parts/panel.tsx';
import { Status } from '../../../parts/status.tsx';
import { useSay } from '../../../text/use-say.ts';
import { useText } from '../../../text/use-text.ts';
import { chosenBundle } from '../bundles.ts';
import { type Candidacy, candidacyPath } from '../candidacy.ts';
import { ClaimView } from '../sections/claims/claim-view.tsx';
import { claimFor } from '../sections/entries/entries.ts';
import { messages as sectionMessages } from '../sections/section-messages.ts';
import { findLine, isNeedless, type Section } from '../sections/sections.ts';
import { shownState } from '../sections/statements/asking.ts';
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

interface AnswerProps extends CheckSectionProps {
  /** What is missing stands above already. */
  isNamed: boolean;
}

const Membership = ({ candidacy, program }: Pick<AnswerProps, 'candidacy' | 'program'>) => {
  const t = useText(messages);
  const { membership, standing } = candidacy;
  const claimed = membership?.memberNumber ? membership : undefined;
  const label = findPayerClass(program, claimed?.payerClass ?? standing.payerClass)?.label ?? '';
  return (
    <>
      <p>{label}</p>
      {claimed && <p>{t('memberNumber', { number: claimed.memberNumber })}</p>}
    </>
  );
};

const Region = ({ candidacy: { standing }, program }: Pick<AnswerProps, 'candidacy' | 'program'>) => {
  const t = useText(messages);
  return <p>{findRegion(program, standing.region ?? '')?.title ?? t('nothingYet')}</p>;
};

/** Who was asked, and what came of it. */
const People = ({ candidacy, requirement }: { candidacy: Candidacy; requirement: Requirement }) => {
  const asked = candidacy.statements.filter((one) => one.requirement === requirement.id && one.state !== 'withdrawn');
  if (asked.length === 0) return null;
  return (
    <ul>
      {asked.map((statement) => (
        <li key={statement.requestId}>
          {statement.name} <Status of="statement" is={shownState(statement)} />
        </li>
      ))}
    </ul>
  );
};

const Stated = ({ candidacy, program, requirement }: Omit<AnswerProps, 'section'> & { requirement: Requirement }) => {
  const t = useText(messages);
  const claim = claimFor(candidacy, requirement.id);
  switch (requirement.kind) {
    case 'jurisdiction':
      return <Region candidacy={candidacy} program={program} />;
    case 'membership':
      return <Membership candidacy={candidacy} program={program} />;
    case 'references':
      return <People candidacy={candidacy} requirement={requirement} />;
    default:
      return (
        <>
          {claim ? <ClaimView claim={claim} program={program} files={candidacy.files} /> : <p>{t('nothingYet')}</p>}
          {requirement.kind === 'training' && <People candidacy={candidacy} requirement={requirement} />}
        </>
      );
  }
};

const asking: ReadonlySet<string> = new Set(['complete-requirement', 'request-statement']);

const Answer = (props: AnswerProps) => {
  const t = useText(messages);
  const ts = useText(sectionMessages);
  const say = useSay();
  const { candidacy, program, section, isNamed } = props;
  const { accommodation, standing } = candidacy;
  switch (section.kind) {
    case 'region':
      return <Region candidacy={candidacy} program={program} />;
    case 'membership':
      return <Membership candidacy={candidacy} program={program} />;
    case 'bundle':
      return <p>{findBundle(program, chosenBundle(candidacy) ?? '')?.title ?? t('oneByOne')}</p>;
    case 'accommodation':
      return <p>{accommodation?.request ?? t('noAccommodation')}</p>;
    case 'register':
      return <p>{t('listed', { listed: standing.listed })}</p>;
    case 'requirement': {
      const { id } = section.requirement;
      if (isNeedless(section, standing)) return <p>{ts('needless')}</p>;
      // What is stated and suffices needs no word; after the submission the reviewer's stands above the section.
      const isMissing =
        !isNamed &&
        standing.status === 'draft' &&
        standing.next.some(({ kind, subject }) => asking.has(kind) && subject === id);
      const line = findLine(standing, id);
      return (
        <>
          {isMissing && line && (
            <p>
              <LineStatus line={line} />
            </p>
          )}
          {isMissing && line && line.state !== 'not-started' && <p>{say(line.why.reason)}</p>}
          <Stated candidacy={candidacy} program={program} requirement={section.requirement} isNamed={isNamed} />
        </>
      );
    }
  }
};
