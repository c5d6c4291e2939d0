import type { RequirementOf } from '@testamur/program';
import { ButtonRow } from '../../../../parts/button-row.tsx';
import { Disclosure } from '../../../../parts/disclosure.tsx';
import { LinkButton } from '../../../../parts/link-button.tsx';
import { useSay } from '../../../../text/use-say.ts';
import { useText } from '../../../../text/use-text.ts';
import { messages as claimMessages } from '../claims/claim-messages.ts';
import { ClaimView } from '../claims/claim-view.tsx';
import { TrainingForm } from '../claims/training-form.tsx';
import { claimFor } from '../entries/entries.ts';
import type { SectionData } from '../load-section.ts';
import { findLine } from '../sections.ts';
import { AskForm } from './ask-form.tsx';
import { type Asking, roomNow, stillNeeded } from './asking.ts';
import { StatementList } from './statement-list.tsx';
import { messages } from './statement-messages.ts';

interface StatementsPartProps extends SectionData {
  requirement: Asking;
  /** Where it goes on. */
  nextPath: string;
  /** The candidate wants to state another training. */
  isChanging: boolean;
}

/** What a referee is asked, for the candidate to see; never what they answered. */
const FormShown = ({ form }: { form: RequirementOf<'references'>['form'] }) => {
  const t = useText(messages);
  return (
    <Disclosure label={t('whatAsked')}>
      <p>{t('whatAskedLead')}</p>
      <ol>
        {form.map(({ id, prompt, kind }) => (
          <li key={id}>
            {prompt} ({t(`kind.${kind}`)})
          </li>
        ))}
        <li>
          {t('recommends')} ({t('kind.yes-no')})
        </li>
      </ol>
    </Disclosure>
  );
};

interface CountsProps {
  requirement: Asking;
  missing: number;
  room: number;
  /** Somebody has still to answer. */
  isWaiting: boolean;
}

/** How many are still to be asked, for as long as somebody can be asked or waited for. */
const Counts = ({ requirement, missing, room, isWaiting }: CountsProps) => {
  const t = useText(messages);
  if (requirement.kind !== 'references' || (room === 0 && missing === 0 && !isWaiting)) return null;
  return (
    <p>
      {t('stillNeeded', { count: missing })} {room > missing && t('mayStill', { count: room })}
      {room === 0 && isWaiting && t('noRoom')}
    </p>
  );
};

/** A training as it is stated, before its provider is asked. */
const Stated = (props: StatementsPartProps & { mayChange: boolean }) => {
  const t = useText(messages);
  const { candidacy, program, requirement, mayChange } = props;
  const claim = claimFor(candidacy, requirement.id);
  if (requirement.kind !== 'training' || claim === undefined) return null;
  return (
    <>
      <ClaimView claim={claim} program={program} files={candidacy.files} />
      {mayChange && (
        <p>
          <LinkButton to="?change" weight="other">
            {t('changeTraining')}
          </LinkButton>
        </p>
      )}
    </>
  );
};

/** References, or a training with the confirmation of its provider: what is stated, who was asked, whom to ask next. */
export const StatementsPart = (props: StatementsPartProps) => {
  const tc = useText(claimMessages);
  const say = useSay();
  const { candidacy, program, requirement, nextPath, isChanging } = props;
  const { standing } = candidacy;
  const statements = candidacy.statements.filter((one) => one.requirement === requirement.id);
  const room = roomNow(program, standing, requirement);
  const missing = stillNeeded(requirement, statements);
  const isWaiting = statements.some(({ state }) => state === 'waiting');
  const line = findLine(standing, requirement.id);
  const claim = claimFor(candidacy, requirement.id);
  const isToState = standing.next.some(
    ({ kind, subject }) => kind === 'complete-requirement' && subject === requirement.id,
  );
  if (requirement.kind === 'training' && room > 0 && (claim === undefined || isChanging || isToState)) {
    return (
      <>
        {claim !== undefined && line && <p>{say(line.why.reason)}</p>}
        <TrainingForm {...props} requirement={requirement} />
        {statements.length > 0 && <StatementList statements={statements} now={standing.at} />}
      </>
    );
  }
  const training = claim?.kind === 'training' ? claim.trainingProgram : undefined;
  const provider = program.trainingPrograms?.find(({ id }) => id === training)?.provider;
  return (
    <>
      {line && (statements.length > 0 || requirement.kind === 'training') && <p>{say(line.why.reason)}</p>}
      {requirement.kind === 'references' && <FormShown form={requirement.form} />}
      <Stated {...props} mayChange={room > 0} />
      {(statements.length > 0 || requirement.kind === 'references') && (
        <StatementList statements={statements} now={standing.at} />
      )}
      <Counts requirement={requirement} missing={missing} room={room} isWaiting={isWaiting} />
      {room > 0 && (
        // A form of its own for each request: what was entered for one is not offered for the next.
        <AskForm key={statements.length} requirement={requirement} provider={provider} isFirst={missing > 0} />
      )}
      <ButtonRow>
        <LinkButton to={nextPath} weight={missing > 0 && room > 0 ? 'other' : 'main'}>
          {tc('continue')}
        </LinkButton>
      </ButtonRow>
    </>
  );
};
