import { type LoaderFunctionArgs, redirect } from 'react-router';
import type { Api } from '../../api.ts';
import { ActForm } from '../../forms/act-form.tsx';
import { type FormProblem, invalidForm, refusedForm } from '../../forms/form-problem.ts';
import { once } from '../../forms/idempotency.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act, load } from '../../loading/load.ts';
import { ButtonRow } from '../../parts/button-row.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import { useDemonstration } from '../../viewer.ts';
import { ClosedLink } from './closed-link.tsx';
import { messages } from './messages.ts';
import { fieldOf, readStatement, type Statement } from './read-statement.ts';
import { RequestFacts } from './request-facts.tsx';
import { isLinkOver, loadRequest, type StatementRequest, statementPath } from './statement.ts';
import { StatementForm } from './statement-form.tsx';

export { linkHeaders as headers } from './link-headers.ts';

const tokenOf = ({ token }: LoaderFunctionArgs['params']): string => token ?? '';

/** Shown at two addresses, one a kind; the wrong one leads to the right one. */
export const loader = load(async ({ params, url }: LoaderFunctionArgs, { api }) => {
  const token = tokenOf(params);
  const found = await loadRequest(api, token);
  const { request, closed } = found.data;
  const right = request && statementPath(token, request.about.kind);
  if (right !== undefined && url.pathname !== right) throw redirect(right);
  const isDeclining = url.searchParams.has('decline');
  return { ...found, data: { request, closed, isDeclining } };
});

const sentAs = ({ about }: StatementRequest, { confirmed }: Statement): string => {
  if (about.kind === 'references') return 'reference';
  return confirmed ? 'confirmed' : 'denied';
};

const give = async (api: Api, token: string, form: FormData, request: Request) => {
  const asked = await api.candidacies.getStatementRequest({ token });
  const read = readStatement({ form, request: asked, t: textIn(localeOf(request), messages) });
  if (!read.ok) return invalidForm(form, read.errors);
  try {
    await api.candidacies.giveStatement({ token, ...read.statement }, once(form));
  } catch (error) {
    return refusedForm(form, error, fieldOf(asked));
  }
  throw redirect(`/statements/sent/${sentAs(asked, read.statement)}`);
};

export const action = act(async ({ request, params, url }: LoaderFunctionArgs, { api }) => {
  const token = tokenOf(params);
  const form = await request.formData();
  try {
    if (form.get('act') !== 'decline') return await give(api, token, form, request);
    await api.candidacies.declineStatement({ token }, once(form));
  } catch (error) {
    // Answered in another tab, or run out meanwhile: the page itself says what to do.
    if (isLinkOver(error)) throw redirect(url.pathname);
    throw error;
  }
  throw redirect('/statements/sent/declined');
});

interface StatementPageProps {
  loaderData: {
    readonly request: StatementRequest | undefined;
    readonly closed: { readonly isOver: boolean; readonly message: string } | undefined;
    readonly isDeclining: boolean;
  };
  actionData?: FormProblem | undefined;
}

export default function StatementPage({ loaderData, actionData }: StatementPageProps) {
  const t = useText(messages);
  const isMarked = useDemonstration();
  const { request, closed, isDeclining } = loaderData;
  if (closed) return <ClosedLink closed={closed} />;
  if (request === undefined) return null;
  const { candidateName: candidate, about, demonstration } = request;
  if (isDeclining) return <Declining candidate={candidate} />;
  return (
    <Page
      title={t(`title.${about.kind}`, { candidate })}
      lead={t(`lead.${about.kind}`, { candidate })}
      problem={actionData}
    >
      {demonstration && !isMarked && <Notice kind="demonstration" />}
      <RequestFacts request={request} />
      {about.kind === 'references' && <h2>{t('yourStatement')}</h2>}
      <StatementForm request={request} />
      <h2>{t('declineTitle')}</h2>
      <p>{t('declineLead', { candidate })}</p>
      <LinkButton to="?decline" weight="other">
        {t('toDecline')}
      </LinkButton>
    </Page>
  );
}

const Declining = ({ candidate }: { candidate: string }) => {
  const t = useText(messages);
  return (
    <Page title={t('declineTitle')} lead={t('declineLead', { candidate })}>
      <p>{t('declineEffect')}</p>
      <ActForm>
        <ButtonRow>
          <SubmitButton name="act" value="decline">
            {t('decline')}
          </SubmitButton>
          <LinkButton to="?" weight="other">
            {t('back')}
          </LinkButton>
        </ButtonRow>
      </ActForm>
    </Page>
  );
};
