import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';
import { createMailer } from './index.ts';

const letter = {
  to: 'ann@example.org',
  subject: 'Your result – Köln',
  text: 'You passed.',
  html: '<p>You passed.</p>',
};

let server: Server | undefined;
const sockets = new Set<Socket>();
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  server?.close();
});

/** A mail server that accepts letters, or refuses every recipient. */
async function startMailServer({
  refuse = false,
} = {}): Promise<{ url: string; commands: string[]; letters: string[] }> {
  const commands: string[] = [];
  const letters: string[] = [];
  server = createServer((socket) => {
    sockets.add(socket);
    let content: string[] | undefined;
    socket.write('220 test ESMTP\r\n');
    createInterface({ input: socket }).on('line', (line) => {
      if (content !== undefined) {
        if (line !== '.') return void content.push(line);
        letters.push(content.join('\n'));
        content = undefined;
        return void socket.write('250 taken\r\n');
      }
      commands.push(line);
      if (line === 'DATA') content = [];
      const answer =
        line === 'DATA' ? '354 go on' : refuse && line.startsWith('RCPT') ? '550 no such person' : '250 fine';
      socket.write(`${answer}\r\n`);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { url: `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, commands, letters };
}

const mailerFor = (url: string | undefined) =>
  createMailer({ SMTP_URL: url, MAIL_FROM: 'Certification Office <office@example.org>' });

test('a letter reaches the mail server with both texts', async () => {
  const { url, commands, letters } = await startMailServer();
  expect(await mailerFor(url).send(letter)).toBe('sent');
  expect(commands).toContain('MAIL FROM:<office@example.org>');
  expect(commands).toContain('RCPT TO:<ann@example.org>');
  expect(letters).toHaveLength(1);
  expect(letters[0]).toContain('From: Certification Office <office@example.org>');
  expect(letters[0]).toMatch(/^Subject: =\?UTF-8\?/m);
  expect(letters[0]).toMatch(
    /Content-Type: text\/plain[\s\S]*You passed\.[\s\S]*Content-Type: text\/html[\s\S]*<p>You passed\.<\/p>/,
  );
});

test('nobody slips a second recipient or a header into a letter', async () => {
  const { url, commands, letters } = await startMailServer();
  const crafted = { ...letter, to: 'ann@example.org, eve@example.org', subject: 'Hello\r\nBcc: eve@example.org' };
  await mailerFor(url)
    .send(crafted)
    .catch(() => undefined);
  const recipients = commands.filter((command) => command.startsWith('RCPT'));
  expect(recipients.length).toBeLessThanOrEqual(1);
  expect(recipients.filter((command) => command.includes('<eve@'))).toEqual([]);
  expect(letters.join('\n')).not.toMatch(/^Bcc:/im);
});

test('a refusal is an error that names its reason', async () => {
  const { url } = await startMailServer({ refuse: true });
  await expect(mailerFor(url).send(letter)).rejects.toThrow(/550 no such person/);
});

test('a mail server that is not there is an error', async () => {
  await expect(mailerFor('smtp://127.0.0.1:1').send(letter)).rejects.toThrow(/ECONNREFUSED/);
});

test('without a mail server, letters are kept', async () => {
  expect(await mailerFor(undefined).send(letter)).toBe('kept');
});
