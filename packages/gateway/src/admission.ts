import type { IncomingMessage } from 'node:http';

import type { CloseCode, DocumentId, Role } from '@indelible/protocol';

/** What a WebSocket upgrade asks for. */
export interface Target {
  /** Decoded, without the leading slash. */
  readonly path: string;
  readonly params: URLSearchParams;
  readonly request: IncomingMessage;
}

/** The answer to an upgrade. */
export type Admission =
  | {
      readonly type: 'admit';
      readonly document: DocumentId;
      readonly role: Role;
      /** Written beside everything that comes over this line. */
      readonly author: string;
    }
  /** The line is opened and closed with this code, for a browser can't read an HTTP status. */
  | { readonly type: 'refuse'; readonly code: CloseCode; readonly reason: string }
  /** Not ours, or not to be had over a WebSocket: an HTTP status without a body. */
  | { readonly type: 'status'; readonly status: number };

/** Who may enter; the one thing a gateway has to be told. A rejection is answered with 4503. */
export type Admit = (target: Target) => Admission | Promise<Admission>;

/** Null if the URL can't be decoded. */
export function readTarget(request: IncomingMessage): Target | null {
  try {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    return { path: decodeURIComponent(pathname.slice(1)), params: searchParams, request };
  } catch {
    return null;
  }
}
