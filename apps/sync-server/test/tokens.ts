import { SignJWT, type CryptoKey, type KeyObject } from 'jose';

export const SECRET = 'only the app and the sync server know this';

/** Seconds since 1970. */
export const now = (): number => Math.floor(Date.now() / 1_000);

export interface Signing {
  readonly key?: CryptoKey | KeyObject | Uint8Array;
  readonly alg?: string;
  readonly kid?: string;
}

/** A token for writing in `room`, but for what is said otherwise; `undefined` leaves a claim out. */
export function token(
  claims: Readonly<Record<string, unknown>> = {},
  signing: Signing = {},
): Promise<string> {
  const { key = new TextEncoder().encode(SECRET), alg = 'HS256', kid } = signing;
  const usual = { room: 'room', access: 'write', iat: now(), exp: now() + 600 };
  return new SignJWT({ ...usual, ...claims })
    .setProtectedHeader(kid === undefined ? { alg } : { alg, kid })
    .sign(key);
}
