import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

import type { Gateway } from '@indelible/gateway';
import { isBearer, type Monitor } from '@indelible/monitor';
import { CloseCode } from '@indelible/protocol';
import type { Logger, Rooms } from '@indelible/rooms';

import { revocationRequest, type Revocations } from './auth/revocations.ts';

export interface HttpOptions {
  readonly rooms: Rooms;
  readonly gateway: Gateway;
  readonly monitor: Monitor;
  readonly logger: Logger;
  /** Null without tokens. */
  readonly revocations: Revocations | null;
  readonly adminToken: string | undefined;
}

interface Reply {
  readonly status: number;
  readonly body: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const REVOCATIONS_PATH = '/api/v1/revocations';
/** Bytes. */
const MOST_BODY = 4_096;

/** Plain HTTP: lines where WebSockets are blocked, how the server is, and withdrawing tokens. */
export const answerHttp =
  (options: HttpOptions): RequestListener =>
  (request, response) => {
    if (options.gateway.request(request, response)) return;
    decide(options, request)
      .catch((error: unknown): Reply => {
        options.logger.error({ err: error }, 'a request failed');
        return { status: 500, body: 'Something went wrong on the server\n' };
      })
      .then((reply) => send(response, reply))
      .catch((error: unknown) => options.logger.error({ err: error }, 'could not answer'));
  };

async function decide(options: HttpOptions, request: IncomingMessage): Promise<Reply> {
  const { rooms, monitor } = options;
  const [path = ''] = (request.url ?? '').split('?');
  if (path === REVOCATIONS_PATH && request.method === 'POST') return revoke(options, request);
  if (path === '/healthz') return { status: 200, body: 'ok\n' };
  if (path === '/readyz') {
    return rooms.canSave ? { status: 200, body: 'ok\n' } : { status: 503, body: 'can’t save\n' };
  }
  const answer = await monitor.answer(path, request.headers.authorization);
  if (answer !== null) return answer;
  const headers = { upgrade: 'websocket' };
  return { status: 426, body: 'This is a WebSocket server.\n', headers };
}

async function revoke(options: HttpOptions, request: IncomingMessage): Promise<Reply> {
  const { revocations, adminToken, gateway } = options;
  if (revocations === null || adminToken === undefined) {
    return { status: 404, body: 'Tokens are revoked with AUTH=jwt and an ADMIN_TOKEN\n' };
  }
  if (!isBearer(request.headers.authorization, adminToken)) {
    return { status: 401, body: 'Send “Authorization: Bearer ADMIN_TOKEN”\n' };
  }
  const parsed = revocationRequest.safeParse(parseJson(await readBody(request)));
  if (!parsed.success) {
    return { status: 400, body: 'Send {"sub": "…"} or {"jti": "…"} as JSON\n' };
  }
  const { data } = parsed;
  const kept = revocations.add(data);
  // Whoever is let in from here on is refused already; those who are in go now, not after the disk.
  const closed = gateway.expel(
    ({ author, pass }) => ('sub' in data ? author === data.sub : pass?.id === data.jti),
    CloseCode.unauthenticated,
    'the token was revoked',
  );
  const until = new Date(await kept).toISOString();
  return { status: 200, type: 'application/json', body: JSON.stringify({ closed, until }) };
}

/** Null if it is too long. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MOST_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function send(response: ServerResponse, { status, body, type, headers }: Reply): void {
  const contentType = type ?? 'text/plain; charset=utf-8';
  response.writeHead(status, { 'content-type': contentType, ...headers }).end(body);
}
