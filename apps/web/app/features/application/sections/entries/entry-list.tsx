import { Link } from 'react-router';
import { ActForm } from '../../../../forms/act-form.tsx';
import { fieldId } from '../../../../forms/form-problem.ts';
import { SubmitButton } from '../../../../forms/submit-button.tsx';
import { ButtonRow } from '../../../../parts/button-row.tsx';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { LinkButton } from '../../../../parts/link-button.tsx';
import { useText } from '../../../../text/use-text.ts';
import { candidacyPath } from '../../candidacy.ts';
import { EntryDetail } from '../claims/entry-detail.tsx';
import type { SectionData } from '../load-section.ts';
import { SavedAt } from '../saved-at.tsx';
import { messages } from '../section-messages.ts';
import styles from '../sections.module.css';
import type { Removed } from './change-entries.ts';
import { claimFor, type EntryRequirement, entriesOf, entryWords } from './entries.ts';
import { Total, UndoBar } from './entry-list-parts.tsx';

interface EntryListProps extends SectionData {
  requirement: EntryRequirement;
  removed: Removed['removed'] | undefined;
}

/** The jobs, degrees, courses or papers so far, what they add up to, and the way to the next one. */
export const EntryList = ({ candidacy, program, requirement, tally, removed }: EntryListProps) => {
  const t = useText(messages);
  const entries = entriesOf(claimFor(candidacy, requirement.id));
  const { kind } = requirement;
  const base = candidacyPath(candidacy.id, `/apply/${requirement.id}/entries`);
  return (
    <>
      {removed && <UndoBar removed={removed} />}
      <h2 id={fieldId('entries')}>{t(`all.${kind}`)}</h2>
      {entries.length === 0 && <EmptyState title={t(`none.${kind}`)} />}
      <ul className={styles.entries} data-wide>
        {entries.map((entry) => {
          const what = entryWords(entry);
          return (
            <li key={entry.id} className={styles.entry}>
              <div className={styles.entryHead}>
                <strong>{what}</strong>
                <div className={styles.entryActs}>
                  <Link to={`${base}/${entry.id}`} aria-label={t('changeOf', { what })}>
                    {t('change')}
                  </Link>
                  {entries.length > 1 && (
                    <ActForm>
                      <input type="hidden" name="entryId" value={entry.id} />
                      <button type="submit" name="act" value="remove" aria-label={t('removeOf', { what })}>
                        {t('remove')}
                      </button>
                    </ActForm>
                  )}
                </div>
              </div>
              <EntryDetail entry={entry} program={program} files={candidacy.files} />
            </li>
          );
        })}
      </ul>
      <Total candidacy={candidacy} requirement={requirement} tally={tally} />
      <p>
        <LinkButton to={`${base}/new`} weight={entries.length === 0 ? 'main' : 'other'}>
          {t(entries.length === 0 ? `addFirst.${kind}` : `add.${kind}`)}
        </LinkButton>
      </p>
      {entries.length > 0 && (
        <ActForm>
          <ButtonRow>
            <SubmitButton>{t('continue')}</SubmitButton>
            <SavedAt candidacy={candidacy} requirement={requirement.id} />
          </ButtonRow>
        </ActForm>
      )}
    </>
  );
};
