import { ButtonRow } from '../../parts/button-row.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Time } from '../../parts/time.tsx';
import { Note } from '../../staff/note.tsx';
import { useText } from '../../text/use-text.ts';
import type { KeyList, SigningKey } from './key-list.ts';
import { messages } from './messages.ts';

interface Decision {
  /** Who reads. */
  viewerId: string;
  /** Where it is decided, for those who may. */
  decideAt?: string | undefined;
  /** The page is where it is decided: who has to do it needs no saying. */
  deciding?: boolean;
}

interface SecondProps extends Omit<Decision, 'viewerId'> {
  own: boolean;
}

const Second = ({ own, decideAt, deciding = false }: SecondProps) => {
  const t = useText(messages);
  if (deciding && !own) return null;
  return (
    <>
      <p>{t(own ? 'yourOwn' : 'secondPerson')}</p>
      {decideAt && !own && (
        <ButtonRow>
          <LinkButton to={decideAt} weight="other">
            {t('decide')}
          </LinkButton>
        </ButtonRow>
      )}
    </>
  );
};

/** A new key that waits for its second person. */
export const RotationNote = ({
  request,
  viewerId,
  ...decision
}: Decision & { request: NonNullable<KeyList['rotationRequest']> }) => {
  const t = useText(messages);
  const { requestedBy: name, requestedById, requestedAt, reason, algorithm, fingerprint } = request;
  const date = <Time key="at" at={requestedAt} show="day" />;
  return (
    <Note title={t('rotationAsked')}>
      <p>{t.rich('rotationBy', { name, date, algorithm, fingerprint, reason })}</p>
      <Second own={requestedById === viewerId} {...decision} />
    </Note>
  );
};

/** A report that waits for its second person. */
export const CompromiseNote = ({
  request,
  viewerId,
  fingerprint,
  ...decision
}: Decision & { request: NonNullable<SigningKey['compromiseRequest']>; fingerprint: string }) => {
  const t = useText(messages);
  const { requestedBy: name, requestedById, requestedAt, reason } = request;
  const date = <Time key="at" at={requestedAt} show="day" />;
  return (
    <Note title={t('compromiseAsked', { fingerprint })}>
      <p>{t.rich('compromiseBy', { name, date, reason })}</p>
      <Second own={requestedById === viewerId} {...decision} />
    </Note>
  );
};
