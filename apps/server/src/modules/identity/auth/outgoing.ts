import { AsyncLocalStorage } from 'node:async_hooks';

/** Mail that better-auth wants sent. The token opens what the mail is about. */
export type OutgoingMail =
  | { readonly kind: 'confirm-email' | 'reset-password'; readonly person: MailedPerson; readonly token: string }
  | { readonly kind: 'address-in-use'; readonly person: MailedPerson };

export interface MailedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
}

const current = new AsyncLocalStorage<OutgoingMail[]>();

/** Runs `work` and returns what it wanted mailed, so that the mail goes out with the transaction of the call. */
export const collectMail = async <T>(work: () => Promise<T>): Promise<{ answer: T; mail: readonly OutgoingMail[] }> => {
  const mail: OutgoingMail[] = [];
  const answer = await current.run(mail, work);
  return { answer, mail };
};

export const noteMail = (mail: OutgoingMail): void => {
  const collected = current.getStore();
  if (!collected) throw new Error(`A mail of kind ${mail.kind} was made where nobody collects mail.`);
  collected.push(mail);
};
