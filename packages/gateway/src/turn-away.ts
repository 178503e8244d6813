import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** Seconds, for those who came too early. */
const RETRY_AFTER = '1';

/** Answers an upgrade with a status and nothing else. */
export function refuseUpgrade(socket: Duplex, status: number): void {
  // It may break while we answer, and must not stay half open after that.
  socket.on('error', () => {}).once('finish', () => socket.destroy());
  const text = STATUS_CODES[status] ?? '';
  const retry = isEarly(status) ? `Retry-After: ${RETRY_AFTER}\r\n` : '';
  socket.end(
    `HTTP/1.1 ${status} ${text}\r\nConnection: close\r\nContent-Length: 0\r\n${retry}\r\n`,
  );
}

/** The same for a request. */
export function refuseRequest(response: ServerResponse, status: number): void {
  const retry = isEarly(status) ? { 'retry-after': RETRY_AFTER } : {};
  response.writeHead(status, { 'content-length': 0, ...retry }).end();
}

const isEarly = (status: number): boolean => status === 503 || status === 429;
