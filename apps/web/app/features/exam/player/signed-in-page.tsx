import { load } from '../../../loading/load.ts';
import { requireViewer } from '../../../loading/sign-in.ts';
import { messages as partMessages } from '../../../parts/messages.ts';
import { useText } from '../../../text/use-text.ts';
import type { Route } from './+types/signed-in-page';
import { messages } from './messages.ts';
import { ScreenPage } from './screen.tsx';

export const loader = load(({ url }: Route.LoaderArgs, { viewer }) => ({ name: requireViewer(url, viewer).name }));

/** Where a person comes who signed in on a second page, because the first one holds an exam. */
export default function SignedInPage() {
  const t = useText(messages);
  return (
    <ScreenPage title={t('signedInTitle')} takesFocus={false} mark={useText(partMessages)('mark')}>
      <p>{t('signedInDetail')}</p>
    </ScreenPage>
  );
}
