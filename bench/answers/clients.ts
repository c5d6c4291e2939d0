import { createConnection, type Socket } from 'node:net';
import { serve } from './children.ts';
import { answerOf, type LoadSlice, type Seat, type SeatOrder, type SliceOrder } from './messages.ts';

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
  measuring: boolean;
  stopped: boolean;
  onTheWay: number;
  latencies: number[];
  refused: number;
  reason: string;
}

const send = (client: Client, tally: Tally): void => {
  const { seat, seq } = client;
  const entry = { seq, ...answerOf(seat, seq), kind: 'response', clientAt: new Date().toISOString() };
  const body = JSON.stringify({ deviceId: seat.deviceId, entries: [entry] });
  tally.onTheWay += 1;
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
  tally.onTheWay -= 1;
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
  if (!tally.stopped) send(client, tally);
};

const open = ({ host, port }: SeatOrder, seat: Seat, tally: Tally): Promise<Client> =>
  new Promise((resolve, reject) => {
    const socket = createConnection({ host, port, noDelay: true });
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

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

serve<SeatOrder, SliceOrder, LoadSlice>(async (order) => {
  const tally: Tally = { measuring: false, stopped: true, onTheWay: 0, latencies: [], refused: 0, reason: '' };
  const clients = await Promise.all(order.seats.map((seat) => open(order, seat, tally)));
  return async ({ warmUpMs, measureMs }) => {
    tally.stopped = false;
    for (const client of clients) send(client, tally);
    await sleep(warmUpMs);
    tally.latencies = [];
    tally.measuring = true;
    const began = performance.now();
    await sleep(measureMs);
    tally.measuring = false;
    const seconds = (performance.now() - began) / 1000;
    tally.stopped = true;
    // What is on the way still arrives, counts as acknowledged, and is checked, too.
    while (tally.onTheWay > 0) await sleep(5);
    const { latencies, refused, reason } = tally;
    const acknowledged = clients.map((client) => client.acknowledged);
    return { count: latencies.length, seconds, latencies, acknowledged, refused, reason };
  };
});
