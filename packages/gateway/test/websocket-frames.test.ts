import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';

import { encodeMessages } from '../src/websocket-frames.ts';

/** The messages that a WebSocket client reads from chunks that are written under its line. */
async function read(chunks: readonly Uint8Array[]): Promise<Uint8Array[]> {
  await using stack = new AsyncDisposableStack();
  const sockets = new WebSocketServer({ noServer: true });
  const server = createServer().on('upgrade', (request, wire, head) =>
    sockets.handleUpgrade(request, wire, head, (socket) => {
      for (const chunk of chunks) wire.write(chunk);
      socket.close();
    }),
  );
  stack.defer(() => void server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const messages: Uint8Array[] = [];
  client.on('message', (data: Buffer, isBinary: boolean) => {
    expect(isBinary).toBe(true);
    messages.push(new Uint8Array(data));
  });
  await once(client, 'close');
  return messages;
}

test('a stock client reads messages of every length, many in one chunk', async () => {
  const lengths = [0, 1, 125, 126, 127, 16_383, 16_384, 65_535, 65_536, 100_000, 3];
  const messages = lengths.map((length) => new Uint8Array(length).fill(length % 251));
  expect(await read(encodeMessages(messages))).toEqual(messages);
});

test('small messages become one chunk; large ones are not copied', () => {
  const large = new Uint8Array(50_000);
  const chunks = encodeMessages([new Uint8Array(10), new Uint8Array(20), large, new Uint8Array(5)]);
  expect(chunks.map(({ length }) => length)).toEqual([12 + 22 + 4, 50_000, 7]);
  expect(chunks[1]).toBe(large);
  expect(encodeMessages([])).toEqual([]);
});
