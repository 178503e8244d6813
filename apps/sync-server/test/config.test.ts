import { generateKeyPairSync } from 'node:crypto';

import { expect, test } from 'vitest';

import { systemClock } from '@indelible/rooms';

import { createVerifier } from '../src/auth/verify-token.ts';
import { readConfig } from '../src/config.ts';

const SECRET = 'x'.repeat(32);

test('without variables everybody may enter, from anywhere', () => {
  expect(readConfig({})).toMatchObject({ AUTH: 'none', ORIGINS: [], MAX_SOCKETS_PER_ADDRESS: 0 });
});

test.each([
  [{ AUTH: 'password' }, /^AUTH: /],
  [{ AUTH: 'jwt' }, /^AUTH: jwt needs one of JWT_SECRET, JWT_PUBLIC_KEY, JWKS_URL; 0 are set$/],
  [{ AUTH: 'jwt', JWT_SECRET: SECRET, JWKS_URL: 'https://x.example/jwks' }, /^AUTH: .*2 are set$/],
  [{ AUTH: 'jwt', JWT_SECRET: 'short' }, /^JWT_SECRET: must have at least 32 bytes$/],
  [{ JWT_SECRET: SECRET }, /^JWT_SECRET: is set, but not used while AUTH is none/],
  [{ AUTH: 'jwt', JWKS_URL: 'file:///jwks' }, /^JWKS_URL: must be an http or https URL$/],
  [{ AUTH: 'jwt', JWT_SECRET: SECRET, JWT_MAX_LIFETIME_S: '0' }, /^JWT_MAX_LIFETIME_S: /],
  [{ ORIGINS: 'https://a.example/path' }, /^ORIGINS: use origins such as/],
  [{ ORIGINS: '*' }, /^ORIGINS: /],
])('%o is refused in one line by the name of the setting', (environment, message) => {
  expect(() => readConfig(environment)).toThrow(message);
});

test.each([
  ['-----BEGIN PUBLIC KEY-----\nnonsense', /^JWT_PUBLIC_KEY: can’t be read \(/],
  ['/there/is/no/such/file.pem', /^JWT_PUBLIC_KEY: can’t be read \(ENOENT/],
  [
    generateKeyPairSync('x25519').publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    /^JWT_PUBLIC_KEY: must be an RSA or an Ed25519 key, and is x25519$/,
  ],
])('a public key that can’t be used is refused in one line', (JWT_PUBLIC_KEY, message) => {
  const config = readConfig({ AUTH: 'jwt', JWT_PUBLIC_KEY });
  expect(() => createVerifier(config, systemClock)).toThrow(message);
});
