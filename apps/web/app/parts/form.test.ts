import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { ActForm } from '../forms/act-form.tsx';
import { type FormProblem, refusedForm, valuesOf } from '../forms/form-problem.ts';
import { renderPage } from '../testing/render-page.ts';
import { DateFields } from './date-fields.tsx';
import { Field } from './field.tsx';
import { FileField } from './file-field.tsx';
import { Page } from './page.tsx';
import { RadioList } from './radio-list.tsx';
import { SelectField } from './select-field.tsx';

const options = [
  { value: 'a', label: 'First' },
  { value: 'b', label: 'Second' },
];

const fields = [
  createElement(Field, { key: 'employer', name: 'employer', label: 'Employer' }),
  createElement(Field, { key: 'note', name: 'note', label: 'Note', lines: 3, optional: true }),
  createElement(DateFields, { key: 'from', name: 'from', legend: 'From', upTo: 'month' }),
  createElement(RadioList, { key: 'setting', name: 'setting', legend: 'Setting', options }),
  createElement(SelectField, { key: 'level', name: 'level', label: 'Level', options }),
  createElement(FileField, { key: 'proof', name: 'proof', label: 'Proof', maxMegabytes: 10 }),
];

const page = (problem?: FormProblem) => {
  const form = createElement(ActForm, null, fields);
  return renderPage(() => createElement(Page, { title: 'Experience', problem }, form));
};

const names = ['employer', 'note', 'from', 'setting', 'level', 'proof'];

const refused: FormProblem = {
  errors: names.map((name) => ({ name, message: `Mend ${name}.` })),
  values: { employer: ['Town & Gown <Library>'], 'from.month': ['13'], setting: ['b'], level: ['b'] },
};

describe('a form', () => {
  it('is sent by POST without checks of the browser, and names its act', () => {
    const [form = ''] = /<form[^>]*>/.exec(page()) ?? [];
    expect(form).toContain('method="post"');
    expect(form).toContain('noValidate');
    expect(page()).toMatch(/name="idempotencyKey" value="[0-9a-f-]{36}"/);
    expect(page()).toContain('Note (optional)');
  });

  it('that was refused says so in its title and leads from the summary to each field', () => {
    const html = page(refused);
    expect(html).toContain('<title>Error: Experience · Testamur</title>');
    expect(html.indexOf('There is a problem')).toBeLessThan(html.indexOf('<h1'));
    for (const name of names) {
      expect(html, name).toContain(`href="#field-${name}"`);
      expect(html.split(`id="field-${name}"`).length, name).toBe(2);
      expect(html.split(`Mend ${name}.`).length, `${name} in the summary and beside the field`).toBe(3);
    }
  });

  it('that was refused shows what was entered', () => {
    const html = page(refused);
    expect(html).toContain('value="Town &amp; Gown &lt;Library&gt;"');
    expect(html).toContain('value="13"');
    expect(html).toMatch(/<input[^>]*checked=""[^>]*value="b"|<input[^>]*value="b"[^>]*checked=""/);
    expect(html).toMatch(/<option value="b" selected=""/);
  });

  it('never sends secrets back', () => {
    const form = new FormData();
    form.set('email', 'a@example.org');
    form.set('newPassword', 'correct horse');
    form.set('proof', new File(['x'], 'x.pdf'));
    expect(valuesOf(form)).toEqual({ email: ['a@example.org'] });
  });

  it('shows a refusal that the person can mend, and leaves others to a page of their own', () => {
    const refusal = (status: number, code: string) =>
      Object.assign(new Error('The password is wrong.'), { status, code, data: { fields: [] } });
    const wrong = refusal(403, 'identity.sign-in-failed');
    expect(refusedForm(new FormData(), wrong).data.errors).toEqual([{ name: '', message: 'The password is wrong.' }]);
    const code = refusal(403, 'identity.code-wrong');
    expect(refusedForm(new FormData(), code, undefined, 'code').data.errors).toMatchObject([{ name: 'code' }]);
    for (const other of [refusal(403, 'platform.not-allowed'), refusal(404, 'identity.no-such-member'), new Error()]) {
      expect(() => refusedForm(new FormData(), other)).toThrow(other);
    }
  });
});
