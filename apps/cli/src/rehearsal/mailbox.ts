import { expectThat, present } from './unmet.ts';
import type { World } from './world.ts';

/** An address beside that of the candidate: at the same place, to which no mail ever leaves. */
export const mailbox = (
  { candidate }: { readonly candidate: Pick<World['candidate'], 'email'> },
  name: string,
): string => {
  const [own = '', domain = ''] = candidate.email.split('@');
  const mark = own.slice(own.indexOf('.') + 1);
  return `${name}.${mark}@${domain}`;
};

/** The mails with links that lie in the outbox of the installation for an address, the latest first. */
export const mailTo = async ({ operator }: Pick<World, 'operator'>, to: string) => {
  const { messages } = await operator.notifications.listPlatformOutbox({ page: 1, to });
  return messages;
};

/** The personal link in the latest mail to somebody who was asked. */
export const linkTo = async (world: Pick<World, 'operator'>, to: string): Promise<string> => {
  const mails = await mailTo(world, to);
  expectThat(mails.length > 0, `a mail to ${to}`, 'none');
  const tokens = mails.flatMap(({ text }) => /\/(?:reference|attest)\/([\w-]+)/.exec(text)?.[1] ?? []);
  return present(tokens[0], `a personal link in the mail to ${to}`);
};
