import { inject, vi } from 'vitest';
import { apiAs } from './api.ts';
import { patienceMs } from './browser.ts';

/** The newest account mail to an address with this subject, once it is there: read by the operator from the outbox. */
export const accountMail = async (to: string, subject: string): Promise<string> => {
  const operator = await apiAs('operator');
  return vi.waitFor(
    async () => {
      const { messages } = await operator.notifications.listPlatformOutbox({ to });
      const found = messages.find((message) => message.subject.includes(subject));
      if (!found) {
        const others = messages.map((message) => message.subject).join(', ');
        throw new Error(`No mail "${subject}" came to ${to}; there are: ${others || 'none'}.`);
      }
      return found.text;
    },
    { timeout: patienceMs, interval: 100 },
  );
};

/** The link in a mail, as a path of this site. */
export const linkIn = (text: string): string => {
  const origin = inject('baseUrl');
  const link = text.split(/\s+/).find((word) => word.startsWith(`${origin}/`));
  if (link === undefined) throw new Error(`The mail holds no link:\n${text}`);
  return link.slice(origin.length);
};
