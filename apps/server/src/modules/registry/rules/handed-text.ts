import { readCredentialNumber } from '../../credentialing/index.ts';

/** What a person pastes, or a code holds, that is no credential itself. */
export type HandedText =
  | { readonly is: 'number'; readonly number: string }
  | { readonly is: 'address'; readonly address: string }
  | { readonly is: 'other' };

const numberForm = /^[A-Za-z0-9]{1,20}[-–— ][A-Za-z0-9]{8}$/;

/**
 * The address of a credential's page here leads to that credential; any other address is shown and never opened by the
 * server.
 */
export const readHandedText = (text: string, publicUrl: string): HandedText => {
  const trimmed = text.replace(/^\ufeff/, '').trim();
  if (numberForm.test(trimmed)) return { is: 'number', number: readCredentialNumber(trimmed) };
  if (trimmed.length > 2000 || !/^https?:\/\/\S+$/i.test(trimmed)) return { is: 'other' };
  const url = URL.parse(trimmed);
  if (!url) return { is: 'other' };
  const number = url.host === new URL(publicUrl).host ? /^\/c\/([^/]{4,60})\/?$/.exec(url.pathname)?.[1] : undefined;
  return number === undefined
    ? { is: 'address', address: url.href }
    : { is: 'number', number: readCredentialNumber(number) };
};
