import { createTransport } from 'nodemailer';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** `sent`: a mail server took it. `kept`: no mail server is set up, and the outbox page is where it can be read. */
export type MailOutcome = 'sent' | 'kept';

export interface Mailer {
  /** @throws when the mail server refuses or cannot be reached; trying again later may help. */
  send(mail: Mail): Promise<MailOutcome>;
}

/** Sends through SMTP_URL; without one, nothing leaves the machine. */
export function createMailer(config: {
  readonly SMTP_URL: string | undefined;
  readonly MAIL_FROM: string | undefined;
}): Mailer {
  if (config.SMTP_URL === undefined) return { send: async () => 'kept' };
  // No pool: letters are few, and an idle connection to a mail server is closed by it sooner or later.
  const transport = createTransport({
    url: config.SMTP_URL,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // A letter is made of texts alone: no file of this machine and no address is ever read into it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text, html }) {
      await transport.sendMail({ from: config.MAIL_FROM, to: { name: '', address: to }, subject, text, html });
      return 'sent';
    },
  };
}
