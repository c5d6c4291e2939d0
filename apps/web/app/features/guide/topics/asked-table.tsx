import { useText } from '../../../text/use-text.ts';
import { CountTable } from '../count-table.tsx';
import type { GuideProgram } from '../guide-program.ts';
import { messages } from '../messages.ts';

type Kind = GuideProgram['requirements'][number];

/** Every kind of requirement stands in one row, so that nothing that is asked for is left unsaid. */
const rowOf: Readonly<Record<Kind, keyof typeof messages>> = {
  experience: 'asksExperience',
  education: 'asksEducation',
  training: 'asksTraining',
  references: 'asksReferences',
  'background-check': 'asksBackground',
  registration: 'asksRegistration',
  attestation: 'asksConduct',
  course: 'asksOther',
  document: 'asksOther',
  'work-samples': 'asksOther',
  age: 'asksOther',
  jurisdiction: 'asksOther',
  credential: 'asksOther',
  membership: 'asksOther',
};

/** Who asks for what before one is admitted. */
export const AskedTable = ({ programs, caption }: { programs: readonly GuideProgram[]; caption: string }) => {
  const t = useText(messages);
  const rows = [...new Set(Object.values(rowOf))].map((label) => ({
    label: t(label),
    programs: programs.filter(({ requirements }) => requirements.some((kind) => rowOf[kind] === label)),
  }));
  const open = { label: t('asksNothing'), programs: programs.filter(({ openToAnyone }) => openToAnyone) };
  const shown = [open, ...rows].filter((row) => row.programs.length > 0);
  return <CountTable caption={caption} header={t('asks')} rows={shown} total={programs.length} />;
};
