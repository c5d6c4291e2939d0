import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { useActionData, useLoaderData } from 'react-router';
import { requestContext } from '../../context.ts';
import { type FormProblem, invalidForm } from '../../forms/form-problem.ts';
import { refuse } from '../../loading/refusal.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { readDate } from '../../parts/date-parts.ts';
import { Page } from '../../parts/page.tsx';
import { PrintButton } from '../../parts/print-button.tsx';
import { ColorSection } from './color-section.tsx';
import { DataSection } from './data-section.tsx';
import { FormSection } from './form-section.tsx';
import { PartSection } from './part-section.tsx';
import { StatusSection } from './status-section.tsx';

/** Shown to those who build the site, in development alone. */
const assertDevelopment = ({ context }: LoaderFunctionArgs | ActionFunctionArgs) => {
  const { development, id } = context.get(requestContext);
  if (!development) throw refuse(404, { code: 'web.not-found', message: '', requestId: id });
};

export const loader = (args: LoaderFunctionArgs) => {
  assertDevelopment(args);
  return { now: new Date().toISOString() };
};

export const action = async (args: ActionFunctionArgs) => {
  assertDevelopment(args);
  const form = await args.request.formData();
  const started = readDate(form, 'startedOn', 'month');
  return invalidForm(form, [
    ...(form.get('employer') === '' ? [{ name: 'employer', message: 'Enter the name of the library.' }] : []),
    ...(started.ok ? [] : [{ name: 'startedOn', message: 'Enter the month you started, such as March 2024.' }]),
    ...(form.get('setting') === null ? [{ name: 'setting', message: 'Choose where you work.' }] : []),
    { name: 'proof', message: 'Add a letter of your employer as PDF, JPEG or PNG.' },
  ]);
};

export default function StylePage() {
  const { now } = useLoaderData<typeof loader>();
  const problem = useActionData<FormProblem>();
  return (
    <Page
      title="Parts of the site"
      lead="Every part once, in the colors chosen at the foot of the page."
      back={<BackLink to="/help">Help</BackLink>}
      acts={<PrintButton />}
      problem={problem}
    >
      <StatusSection />
      <PartSection now={now} />
      <DataSection />
      <FormSection />
      <ColorSection />
    </Page>
  );
}
