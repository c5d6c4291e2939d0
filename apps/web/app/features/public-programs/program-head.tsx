import { IconInfoCircle } from '@tabler/icons-react';
import type { Program } from '@testamur/program';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './program.module.css';

/** Said on every page about a program whose organization has not confirmed it, in the words of its file. */
export const ExampleNotice = ({ program }: { program: Program }) => {
  const t = useText(messages);
  if (program.notice.confirmedByOrganization) return null;
  return (
    <p className={styles.example}>
      <Icon of={IconInfoCircle} />
      <span>
        {program.notice.text} <a href="#sources">{t('sourcesBelow')}</a>
      </span>
    </p>
  );
};
