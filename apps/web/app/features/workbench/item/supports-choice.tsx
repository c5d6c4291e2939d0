import type { Catalog } from '@testamur/qti';
import { useId, useState } from 'react';
import { Disclosure } from '../../../parts/disclosure.tsx';
import fieldStyles from '../../../parts/field.module.css';
import {
  type ReadPreferences,
  readPnp,
  SupportsMenu,
  type SupportWishes,
  wishesOf,
} from '../../../player/supports/index.ts';
import { useText } from '../../../text/use-text.ts';
import styles from '../workbench.module.css';
import { messages } from './messages.ts';

interface SupportsChoiceProps {
  catalogs: readonly Catalog[];
  wishes: SupportWishes;
  onChange(wishes: SupportWishes): void;
}

interface Person {
  readonly name: string;
  readonly read: ReadPreferences;
}

/** A record of needs and preferences is a page long; what is larger is something else. */
const MAX_BYTES = 1_000_000;

/** Which supports of the item are shown: one by one, or as a person's needs and preferences have it. */
export const SupportsChoice = ({ catalogs, wishes, onChange }: SupportsChoiceProps) => {
  const t = useText(messages);
  const id = useId();
  const [person, setPerson] = useState<Person | undefined>();
  if (catalogs.length === 0) return null;
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const read: ReadPreferences =
      file.size > MAX_BYTES ? { ok: false, problem: t('pnpTooLarge') } : readPnp(await file.text());
    setPerson({ name: file.name, read });
    if (read.ok) onChange(wishesOf(read.preferences));
  };
  return (
    <Disclosure label={t('supports')}>
      <SupportsMenu catalogs={catalogs} wishes={wishes} onChange={onChange} />
      <label htmlFor={id}>{t('pnp')}</label>
      <p id={`${id}-hint`} className={styles.hint}>
        {t('pnpHint')}
      </p>
      <input
        id={id}
        type="file"
        accept=".xml,.json"
        className={fieldStyles.file}
        aria-describedby={`${id}-hint`}
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
      <div role="status">{person && <Said person={person} />}</div>
    </Disclosure>
  );
};

const Said = ({ person: { name, read } }: { person: Person }) => {
  const t = useText(messages);
  if (!read.ok) return <p className={styles.trouble}>{t('pnpRefused', { name, problem: read.problem })}</p>;
  const { unmet, time } = read.preferences;
  return (
    <>
      <p>{t('pnpShown', { name })}</p>
      {time !== null && <p>{t('pnpTime')}</p>}
      {unmet.length > 0 && <p>{t('pnpUnmet', { names: unmet.join(', ') })}</p>}
      {read.problems.length > 0 && (
        <ul className={styles.messages}>
          {read.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </>
  );
};
