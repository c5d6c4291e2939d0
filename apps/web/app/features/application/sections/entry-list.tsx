import type { Requirement } from '@testamur/program';
import { Link } from 'react-router';
import { ActForm } from '../../../forms/act-form.tsx';
import { fieldId } from '../../../forms/form-problem.ts';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { LinkButton } from '../../../parts/link-button.tsx';
import { useText } from '../../../text/use-text.ts';
import { candidacyPath } from '../candidacy.ts';
import type { Removed } from './change-entries.ts';
import { EntryDetail } from './claim-view.tsx';
import { claimFor, entryWords } from './entries.ts';
import { Proof, Total, UndoBar } from './entry-list-parts.tsx';
import type { SectionData } from './load-section.ts';
import { SavedAt } from './saved-at.tsx';
import { messages } from './section-messages.ts';
import styles from './sections.module.css';

interface EntryListProps extends SectionData {
  requirement: Requirement;
  removed: Removed['removed'] | undefined;
}

/** The jobs or degrees so far, what they add up to, and the way to the next one. */
export const EntryList = ({ candidacy, program, requirement, countedYears, removed }: EntryListProps) => {
  const t = useText(messages);
  const claim = claimFor(candidacy, requirement.id);
  const entries = claim === undefined || claim.kind === 'attestation' ? [] : claim.entries;
  const isJobs = requirement.kind === 'experience';
  const base = candidacyPath(candidacy.id, `/apply/${requirement.id}/entries`);
  return (
    <>
      <Proof requirement={requirement} />
      {removed && <UndoBar removed={removed} />}
      <h2 id={fieldId('entries')}>{t(isJobs ? 'jobs' : 'degrees')}</h2>
      {entries.length === 0 && <EmptyState title={t(isJobs ? 'noJobs' : 'noDegrees')} />}
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
      <Total candidacy={candidacy} requirement={requirement} countedYears={countedYears} />
      <p>
        <LinkButton to={`${base}/new`} weight={entries.length === 0 ? 'main' : 'other'}>
          {t(addWords(isJobs, entries.length === 0))}
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

const addWords = (isJobs: boolean, isFirst: boolean) => {
  if (isJobs) return isFirst ? 'addFirstJob' : 'addJob';
  return isFirst ? 'addFirstDegree' : 'addDegree';
};
