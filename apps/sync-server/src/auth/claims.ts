import { z } from 'zod';

import type { Role } from '@indelible/protocol';

/** What a good token says. */
export interface Claims {
  /** Empty if it names nobody. */
  readonly subject: string;
  readonly id: string | null;
  readonly role: Role;
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  mayEnter(room: string): boolean;
}

/** What a token is worth: its claims, or why it is worth nothing. */
export type Verdict =
  | { readonly isGood: true; readonly claims: Claims }
  | { readonly isGood: false; readonly reason: string };

/** UTF-16 code units. */
const MOST_SUBJECT = 256;

const seconds = z.number().finite();

const payloads = z.object({
  room: z.string().optional(),
  roomPrefix: z.string().optional(),
  access: z.enum(['read', 'write']),
  // It is stored beside what is written, so it has to be text.
  sub: z
    .string()
    .max(MOST_SUBJECT)
    .refine((text) => text.isWellFormed())
    .default(''),
  jti: z.string().optional(),
  iat: seconds,
  exp: seconds,
});

/**
 * Reads the payload of a token whose signature and expiry have been checked.
 *
 * @param maxLifetime seconds between `iat` and `exp`.
 */
export function readClaims(payload: unknown, maxLifetime: number): Verdict {
  const result = payloads.safeParse(payload);
  if (!result.success) {
    const claim = result.error.issues[0]?.path.join('.') ?? '';
    return { isGood: false, reason: `the token’s claim ${claim} is missing or wrong` };
  }
  const { room, roomPrefix, access, sub, jti, iat, exp } = result.data;
  if (room === undefined && roomPrefix === undefined) {
    return { isGood: false, reason: 'the token names no room and no roomPrefix' };
  }
  if (exp - iat > maxLifetime) {
    return { isGood: false, reason: `the token is made for more than ${maxLifetime} seconds` };
  }
  const isNamed = (name: string): boolean => room !== undefined && name === room;
  const isUnder = (name: string): boolean =>
    roomPrefix !== undefined && name.startsWith(roomPrefix);
  const claims: Claims = {
    subject: sub,
    id: jti ?? null,
    role: access === 'write' ? 'writer' : 'reader',
    issuedAt: iat * 1_000,
    expiresAt: exp * 1_000,
    mayEnter: (name) => isNamed(name) || isUnder(name),
  };
  return { isGood: true, claims };
}
