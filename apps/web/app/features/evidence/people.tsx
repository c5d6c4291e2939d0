import { useText } from '../../text/use-text.ts';
import type { DetailValue } from './chain-types.ts';
import { messages } from './messages.ts';

type Person = Extract<DetailValue, { kind: 'people' }>['people'][number];

/** By name where the reader may know it, by their part in it else. */
export const PersonName = ({ person: { role, name }, mine }: { person: Person; mine: boolean }) => {
  const t = useText(messages);
  return name ?? t(mine ? 'roleMine' : 'role', { role });
};

/** Several of one part are counted where nobody is named. */
export const People = ({ people, mine }: { people: readonly Person[]; mine: boolean }) => {
  const t = useText(messages);
  if (people.length === 0) return t('notRecorded');
  const unnamed = (role: Person['role']) =>
    people.filter((person) => person.role === role && person.name === undefined);
  const [examiners, staff] = [unnamed('examiner'), unnamed('staff')];
  const others = people.filter((person) => !examiners.includes(person) && !staff.includes(person));
  const shown = [
    ...others.map((person) => person.name ?? t(mine ? 'roleMine' : 'role', { role: person.role })),
    ...(examiners.length > 0 ? [t('manyExaminers', { count: examiners.length })] : []),
    ...(staff.length > 0 ? [t('manyStaff', { count: staff.length })] : []),
  ];
  return shown.join(', ');
};
