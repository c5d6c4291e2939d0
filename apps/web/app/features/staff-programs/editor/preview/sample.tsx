import type { Program, Standing } from '@testamur/program';
import { DataTable } from '../../../../parts/data-table.tsx';
import { SelectField } from '../../../../parts/select-field.tsx';
import { Status } from '../../../../parts/status.tsx';
import { Time } from '../../../../parts/time.tsx';
import { useSay } from '../../../../text/use-say.ts';
import { useText } from '../../../../text/use-text.ts';
import { StandingTable } from '../../../staff-review/sections/standing-table.tsx';
import { regionField, trackField } from '../checked.ts';
import styles from '../editor.module.css';
import { messages } from '../messages.ts';

type Choices = Pick<Program, 'regions' | 'tracks'>;

/** Whom the sample is about. The fields belong to the form of the editor, and to every view that depends on them. */
export const SamplePlaceFields = ({ program, sample }: { program: Choices; sample: Standing }) => {
  const t = useText(messages);
  const { regions = [], tracks = [] } = program;
  if (regions.length === 0 && tracks.length === 0) return null;
  const optionsOf = (list: readonly { id: string; title: string }[]) =>
    list.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <div className={styles.choices}>
      {regions.length > 0 && (
        <SelectField
          name={regionField}
          label={t('region')}
          options={optionsOf(regions)}
          defaultValue={sample.region ?? ''}
        />
      )}
      {tracks.map(({ id, title, options }) => (
        <SelectField
          key={id}
          name={trackField(id)}
          label={title}
          options={optionsOf(options)}
          defaultValue={sample.track?.[id] ?? ''}
        />
      ))}
    </div>
  );
};

/** Where somebody stands who has just begun, as the candidate is told. */
export const Sample = ({ sample }: { sample: Standing }) => {
  const t = useText(messages);
  const say = useSay();
  return (
    <>
      <p>
        <Status of="candidacy" is={sample.status} /> {say(sample.statusReason)}
      </p>
      <DataTable
        caption={t('next')}
        captionShown
        rows={sample.next}
        keyOf={({ kind, subject }) => `${kind} ${subject ?? ''}`}
        empty={<p>{t('nextNothing')}</p>}
        columns={[
          { id: 'what', header: t('nextWhat'), cell: ({ title }) => say(title) },
          { id: 'by', header: t('nextBy'), line: 3, cell: ({ by }) => by && <Time at={by} show="day" /> },
        ]}
      />
      <StandingTable steps={sample.steps} />
    </>
  );
};
