import { BackLink } from '../../../parts/back-link.tsx';
import { Page } from '../../../parts/page.tsx';
import { useText } from '../../../text/use-text.ts';
import { addressOf } from '../address.ts';
import { useWorkbench } from '../workbench-context.ts';
import { KeepForm } from './keep-form.tsx';
import { messages } from './messages.ts';
import { candidatesOf } from './plan.ts';

/** Putting what was read into the item bank. */
export const KeepPage = () => {
  const t = useText(messages);
  const { report, keeping } = useWorkbench();
  const candidates = candidatesOf(report.items);
  const [first] = keeping?.programs ?? [];
  return (
    <Page title={t('title')} lead={t('lead')} back={<BackLink to={addressOf({ at: 'report' })}>{t('back')}</BackLink>}>
      {keeping === undefined || !keeping.allowed ? (
        <p>{t('notAllowed')}</p>
      ) : first === undefined ? (
        <p>{t('noProgram')}</p>
      ) : candidates.length === 0 ? (
        <p>{t('noItems')}</p>
      ) : (
        <KeepForm keeping={keeping} first={first} candidates={candidates} />
      )}
    </Page>
  );
};
