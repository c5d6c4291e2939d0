import { Disclosure } from '../../parts/disclosure.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { type Attempt, incidentWords } from './attempts.ts';
import { messages } from './messages.ts';

/** The latest incident in words, the others behind it. */
export const IncidentList = ({ incidents, name }: Pick<Attempt, 'incidents'> & { name: string }) => {
  const t = useText(messages);
  const latest = incidents.at(-1);
  if (!latest) return null;
  return (
    <Disclosure label={t(incidentWords(latest.kind))} about={name}>
      <ul>
        {incidents.map(({ at, kind, note }) => (
          <li key={`${at} ${kind} ${note}`}>
            <Time at={at} />: {t('incident', { what: t(incidentWords(kind)), note })}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
};
