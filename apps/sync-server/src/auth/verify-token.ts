import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

import {
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
} from 'jose';

import { SettingError } from '@indelible/gateway';
import type { Clock } from '@indelible/rooms';

import type { Config } from '../config.ts';
import { readClaims, type Verdict } from './claims.ts';

/** @throws if it can't be told now, for the keys can't be fetched. */
export type VerifyToken = (token: string) => Promise<Verdict>;

/** What jose throws because of the token; anything else is not the token's fault. */
const TOKEN_FAULTS = [
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSMultipleMatchingKeys,
  errors.JWKSNoMatchingKey,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JWTClaimValidationFailed,
  errors.JWTInvalid,
];

/** @throws {SettingError} if a key can't be used. */
export function createVerifier(config: Config, clock: Clock): VerifyToken {
  const verify = chooseKey(config);
  const { JWT_ISSUER, JWT_AUDIENCE, JWT_MAX_LIFETIME_S } = config;
  const options: JWTVerifyOptions = {
    ...(JWT_ISSUER !== undefined && { issuer: JWT_ISSUER }),
    ...(JWT_AUDIENCE !== undefined && { audience: JWT_AUDIENCE }),
  };
  return async (token) => {
    try {
      const currentDate = new Date(clock.now());
      const payload = await verify(token, { ...options, currentDate });
      return readClaims(payload, JWT_MAX_LIFETIME_S);
    } catch (error) {
      return { isGood: false, reason: fault(error) };
    }
  };
}

type Verify = (token: string, options: JWTVerifyOptions) => Promise<unknown>;

/** The key decides which algorithms may be used, never the token. */
function chooseKey({ JWT_SECRET, JWT_PUBLIC_KEY, JWKS_URL }: Config): Verify {
  if (JWT_SECRET !== undefined) {
    return withKey(new TextEncoder().encode(JWT_SECRET), ['HS256']);
  }
  if (JWT_PUBLIC_KEY !== undefined) {
    const { key, algorithm } = readPublicKey(JWT_PUBLIC_KEY);
    return withKey(key, [algorithm]);
  }
  if (JWKS_URL === undefined) throw new SettingError('AUTH: jwt needs a key');
  const keys: JWTVerifyGetKey = createRemoteJWKSet(new URL(JWKS_URL));
  const algorithms = ['RS256', 'EdDSA'];
  return async (token, options) =>
    (await jwtVerify(token, keys, { ...options, algorithms })).payload;
}

const withKey =
  (key: Uint8Array | KeyObject, algorithms: string[]): Verify =>
  async (token, options) =>
    (await jwtVerify(token, key, { ...options, algorithms })).payload;

function readPublicKey(setting: string): { key: KeyObject; algorithm: string } {
  const complain = (message: string): never => {
    throw new SettingError(`JWT_PUBLIC_KEY: ${message}`);
  };
  let key: KeyObject;
  try {
    const isPem = setting.trimStart().startsWith('-----BEGIN');
    // One line is all that some places have for a variable.
    key = createPublicKey(isPem ? setting.replaceAll('\\n', '\n') : readFileSync(setting));
  } catch (error) {
    return complain(`can’t be read (${error instanceof Error ? error.message : String(error)})`);
  }
  const type = key.asymmetricKeyType;
  if (type === 'rsa') return { key, algorithm: 'RS256' };
  if (type === 'ed25519') return { key, algorithm: 'EdDSA' };
  return complain(`must be an RSA or an Ed25519 key, and is ${type ?? 'something else'}`);
}

function fault(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'the token has expired';
  if (TOKEN_FAULTS.some((kind) => error instanceof kind)) return 'the token is not valid';
  throw error;
}
