import { Button } from '@mantine/core';
import { Form, Link } from 'react-router';
import { Disclosure } from '../../parts/disclosure.tsx';
import { CheckList } from '../../parts/radio-list.tsx';
import { useText } from '../../text/use-text.ts';
import { comparePath } from '../catalog/filters.ts';
import { type Listed, mostCompared } from '../catalog/listed.ts';
import styles from './compare.module.css';
import { messages } from './messages.ts';

interface MenusProps {
  programs: readonly Listed[];
  ids: readonly string[];
}

/** On narrow screens: a menu above each of the two columns. Programs beyond the second stay in the address. */
export const Menus = ({ programs, ids }: MenusProps) => {
  const t = useText(messages);
  return (
    <Form method="get" action="/compare" className={styles.menus} aria-label={t('menus')} key={ids.join()}>
      {[0, 1].map((at) => (
        <select key={at} name="p" defaultValue={ids[at] ?? ''} aria-label={t('column', { number: at + 1 })}>
          {ids[at] === undefined && <option value="">{t('add')}</option>}
          {programs.map(({ id, abbreviation }) => (
            <option key={id} value={id}>
              {abbreviation}
            </option>
          ))}
        </select>
      ))}
      {ids.slice(2).map((id) => (
        <input key={id} type="hidden" name="p" value={id} />
      ))}
      <Button type="submit" variant="default">
        {t('change')}
      </Button>
    </Form>
  );
};

/** Further programs, one link each; nothing where four stand there. */
export const AddProgram = ({ programs, ids }: MenusProps) => {
  const t = useText(messages);
  const others = programs.filter(({ id }) => !ids.includes(id));
  if (ids.length >= mostCompared || others.length === 0) return null;
  return (
    <div className={styles.add}>
      <Disclosure label={t('add')} key={ids.join()}>
        <ul>
          {others.map(({ id, title }) => (
            <li key={id}>
              <Link to={comparePath([...ids, id])} preventScrollReset>
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
};

/** Where the address names none: all of them to choose from. */
export const ChoosePrograms = ({ programs }: { programs: readonly Listed[] }) => {
  const t = useText(messages);
  return (
    <Form method="get" action="/compare">
      <CheckList
        name="p"
        legend={t('choose')}
        large
        options={programs.map(({ id, title, summary }) => ({ value: id, label: title, hint: summary }))}
      />
      <Button type="submit" mt={24}>
        {t('show')}
      </Button>
    </Form>
  );
};
