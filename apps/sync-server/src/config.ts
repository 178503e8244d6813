import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import { list, readVariables, serviceVariables } from '@indelible/gateway';

const DEFAULT_FOLDER = fileURLToPath(new URL('../../../data', import.meta.url));
const KEYS = ['JWT_SECRET', 'JWT_PUBLIC_KEY', 'JWKS_URL'] as const;

const variables = serviceVariables
  .extend({
    /** Where everything is kept. Made if there is none. */
    DATA_DIR: z.string().min(1).default(DEFAULT_FOLDER),
    /** `none`: whoever reaches the port may read and write every room. */
    AUTH: z.enum(['none', 'jwt']).default('none'),
    /** For HS256. */
    JWT_SECRET: z.string().optional(),
    /** For RS256 and EdDSA: PEM, or the path of a PEM file. */
    JWT_PUBLIC_KEY: z.string().optional(),
    /** The same, where keys change. */
    JWKS_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https URL' }).optional(),
    JWT_ISSUER: z.string().optional(),
    JWT_AUDIENCE: z.string().optional(),
    /** Seconds; a token that is made for longer is refused, and so long a revocation is kept. */
    JWT_MAX_LIFETIME_S: z.coerce.number().int().min(1).default(86_400),
    /** Empty: pages from anywhere. */
    ORIGINS: list.refine(
      (items) => items.every(isOrigin),
      'use origins such as https://notes.example.com, without a path, separated by commas',
    ),
  })
  .superRefine((given, context) => {
    const keys = KEYS.filter((name) => given[name] !== undefined);
    const complain = (path: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (given.AUTH === 'jwt' && keys.length !== 1) {
      complain('AUTH', `jwt needs one of ${KEYS.join(', ')}; ${keys.length} are set`);
    }
    // Somebody believes to have locked the door.
    const [unused] = keys;
    if (given.AUTH === 'none' && unused !== undefined) {
      complain(unused, 'is set, but not used while AUTH is none; set AUTH to jwt');
    }
    if (given.JWT_SECRET !== undefined && Buffer.byteLength(given.JWT_SECRET) < 32) {
      complain('JWT_SECRET', 'must have at least 32 bytes');
    }
  });

export type Config = Readonly<z.output<typeof variables>>;

/** @throws {SettingError} */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config =>
  readVariables(variables, environment);

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}
