import type { IncomingMessage } from 'node:http';

import type { CloseCode, DocumentId, Role } from '@indelible/protocol';

import type { Approach } from './gates.ts';

/** What a WebSocket upgrade, or a request for a line over HTTP, asks for. */
export interface Target {
  /** Decoded, without the leading slash. */
  readonly path: string;
  readonly params: URLSearchParams;
  readonly request: IncomingMessage;
}

/** What somebody came in with, if it runs out or can be withdrawn. */
export interface Pass {
  /** The name of this one pass, or null. */
  readonly id: string | null;
  /** Milliseconds since 1970: then the line is closed with 4401. */
  readonly expiresAt: number;
}

/** The answer to that. */
export type Admission =
  | {
      readonly type: 'admit';
      readonly document: DocumentId;
      readonly role: Role;
      /** Written beside everything that comes over this line; empty if nobody knows. */
      readonly author: string;
      readonly pass?: Pass;
    }
  /** The line is opened and closed with this code, for a browser can't read an HTTP status. */
  | { readonly type: 'refuse'; readonly code: CloseCode; readonly reason: string }
  /** Not ours, or not to be had as a line: an HTTP status without a body. */
  | { readonly type: 'status'; readonly status: number };

export type Admitted = Extract<Admission, { type: 'admit' }>;

/** Who may enter; the one thing a gateway has to be told. A rejection is answered with 4503. */
export type Admit = (target: Target) => Admission | Promise<Admission>;

/** The answer, and what was asked for beside it. */
export interface Decision {
  readonly answer: Admission;
  readonly approach: Approach;
}

/** Null if the URL can't be decoded. */
export function readTarget(request: IncomingMessage): Target | null {
  try {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    return { path: decodeURIComponent(pathname.slice(1)), params: searchParams, request };
  } catch {
    return null;
  }
}
