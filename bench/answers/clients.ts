import { createConnection, type Socket } from 'node:net';
import { serve } from './children.ts';
import { answerOf, type LoadOrder, type LoadReport, type Seat } from './messages.ts';

/**
 * One candidate a connection, each with one answer on the way at a time. Requests are written straight to the socket:
 * the clients share the machine with the server, and what they burn the server lacks.
 */
interface Client {
  readonly seat: Seat;
  readonly socket: Socket;
  seq: number;
  acknowledged: number;
  sentAt: number;
  received: string;
}

interface Tally {
  readonly order: LoadOrder;
  measuring: boolean;
  stopped: boolean;
  readonly latencies: number[];
  refused: number;
  reason: string;
}

const send = (client: Client): void => {
  const { seat, seq } = client;
  const entry = { seq, ...answerOf(seat, seq), kind: 'response', clientAt: new Date().toISOString() };
  const body = JSON.stringify({ deviceId: seat.deviceId, entries: [entry] });
  client.sentAt = performance.now();
  client.socket.write(
    `POST /api/attempts/${seat.attemptId}/responses HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer ${seat.token}\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
};

/** The status and body of a response that has come in full; the server sends lengths, never chunks, here. */
const takeResponse = (client: Client): { status: number; body: string } | undefined => {
  const head = client.received.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const length = Number(/content-length: (\d+)/i.exec(client.received.slice(0, head))?.[1]);
  if (Number.isNaN(length)) throw new Error(`A response without a length: ${client.received.slice(0, 200)}`);
  if (client.received.length < head + 4 + length) return undefined;
  const body = client.received.slice(head + 4, head + 4 + length);
  const status = Number(client.received.slice(9, 12));
  client.received = client.received.slice(head + 4 + length);
  return { status, body };
};

const onResponse = (client: Client, tally: Tally, { status, body }: { status: number; body: string }): void => {
  const acknowledged =
    status === 200 && (JSON.parse(body) as { acknowledged: number[] }).acknowledged.includes(client.seq);
  if (acknowledged) {
    client.acknowledged = client.seq;
    if (tally.measuring) tally.latencies.push(performance.now() - client.sentAt);
    client.seq += 1;
  } else {
    tally.refused += 1;
    tally.reason ||= body;
  }
  if (!tally.stopped) send(client);
};

const open = (seat: Seat, tally: Tally): Promise<Client> =>
  new Promise((resolve, reject) => {
    const socket = createConnection({ host: tally.order.host, port: tally.order.port, noDelay: true });
    const client: Client = { seat, socket, seq: 1, acknowledged: 0, sentAt: 0, received: '' };
    socket.setEncoding('latin1');
    socket.once('error', reject);
    socket.once('connect', () => resolve(client));
    socket.on('data', (chunk) => {
      client.received += String(chunk);
      for (let response = takeResponse(client); response; response = takeResponse(client)) {
        onResponse(client, tally, response);
      }
    });
  });

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

serve<LoadOrder, LoadReport>(async (order) => {
  const tally: Tally = { order, measuring: false, stopped: false, latencies: [], refused: 0, reason: '' };
  const clients = await Promise.all(order.seats.map((seat) => open(seat, tally)));
  for (const client of clients) send(client);
  await sleep(order.warmUpMs);
  tally.measuring = true;
  const began = performance.now();
  await sleep(order.measureMs);
  tally.measuring = false;
  const seconds = (performance.now() - began) / 1000;
  tally.stopped = true;
  // What is on the way still arrives and is checked, too.
  await sleep(1000);
  for (const { socket } of clients) socket.destroy();
  const sorted = tally.latencies.toSorted((a, b) => a - b);
  return {
    answers: sorted.length,
    seconds,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
    acknowledged: clients.map(({ acknowledged }) => acknowledged),
    refused: tally.refused,
    reason: tally.reason,
  };
});
