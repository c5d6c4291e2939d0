import { load } from '../../loading/load.ts';
import { refuse } from '../../loading/refusal.ts';
import { Page } from '../../parts/page.tsx';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/sent-page';
import { messages } from './messages.ts';

const kinds = ['reference', 'confirmed', 'denied', 'declined'] as const;

export const loader = load(({ params }: Route.LoaderArgs, { request }) => {
  const what = kinds.find((kind) => kind === params.what);
  if (what === undefined) throw refuse(404, { code: 'web.not-found', message: '', requestId: request.id });
  return { what };
});

/** After sending: that it arrived, and what happens with it. */
export default function SentPage({ loaderData: { what } }: Route.ComponentProps) {
  const t = useText(messages);
  return (
    <Page title={t(`sent.${what}`)} lead={t(`then.${what}`)}>
      <p>{t('close')}</p>
    </Page>
  );
}
