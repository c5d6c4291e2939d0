import { type ActionFunctionArgs, redirect } from 'react-router';
import { preferenceCookie, preferenceCookies } from '../document/cookies.ts';
import { ownPath } from '../loading/sign-in-path.ts';
import { isLocale } from '../text/locales.ts';

const schemes: readonly string[] = ['auto', 'light', 'dark'];

/** Keeps the language and the colors that a reader chose at the foot of a page, then shows that page again. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const form = await request.formData();
  const headers = new Headers();
  const locale = String(form.get('locale') ?? '');
  if (isLocale(locale)) headers.append('Set-Cookie', preferenceCookie(preferenceCookies.locale, locale));
  const scheme = String(form.get('scheme') ?? '');
  if (schemes.includes(scheme)) headers.append('Set-Cookie', preferenceCookie(preferenceCookies.scheme, scheme));
  return redirect(ownPath(String(form.get('to') ?? '/')), { headers });
};

export const loader = () => redirect('/');
