import { open, readFile, rename } from 'node:fs/promises';

import { z } from 'zod';

import type { Clock } from '@indelible/rooms';

import type { Claims } from './claims.ts';

/** Whose tokens: all of a subject that were issued by now, or a single one. */
export const revocationRequest = z.union([
  z.strictObject({ sub: z.string().min(1) }),
  z.strictObject({ jti: z.string().min(1) }),
]);
export type RevocationRequest = z.infer<typeof revocationRequest>;

const revocation = z.object({
  claim: z.enum(['sub', 'jti']),
  value: z.string(),
  /** Milliseconds since 1970: tokens issued after this are good. */
  at: z.number(),
  /** By then every token issued before has expired. */
  until: z.number(),
});
type Revocation = z.infer<typeof revocation>;

const file = z.object({ revocations: z.array(revocation) });

export interface RevocationsOptions {
  readonly path: string;
  readonly clock: Clock;
  /** Seconds a token may be made for. */
  readonly maxLifetime: number;
}

/** Tokens that were withdrawn before they expired; kept in a file until they would have. */
export class Revocations {
  readonly #options: RevocationsOptions;
  readonly #byKey = new Map<string, Revocation>();
  #writing: Promise<void> = Promise.resolve();

  private constructor(options: RevocationsOptions, kept: readonly Revocation[]) {
    this.#options = options;
    for (const one of kept) this.#byKey.set(keyOf(one.claim, one.value), one);
  }

  /** @throws if there is a file that can't be read: then nobody knows whom to keep out. */
  static async open(options: RevocationsOptions): Promise<Revocations> {
    const text = await readFile(options.path, 'utf8').catch((error: unknown) => {
      if (isMissing(error)) return '{"revocations":[]}';
      throw error;
    });
    try {
      return new Revocations(options, file.parse(JSON.parse(text)).revocations);
    } catch (cause) {
      throw new Error(`${options.path} is damaged; repair or remove it`, { cause });
    }
  }

  /**
   * Holds from now on; resolves when it is on disk as well.
   *
   * @returns until when it is kept, in milliseconds since 1970.
   */
  async add(request: RevocationRequest): Promise<number> {
    const { clock, maxLifetime } = this.#options;
    const at = clock.now();
    const until = at + maxLifetime * 1_000;
    const [claim, value] =
      'sub' in request ? (['sub', request.sub] as const) : (['jti', request.jti] as const);
    for (const [key, one] of this.#byKey) if (one.until < at) this.#byKey.delete(key);
    this.#byKey.set(keyOf(claim, value), { claim, value, at, until });
    const written = this.#writing.then(() => this.#write());
    this.#writing = written.catch(() => {});
    await written;
    return until;
  }

  covers({ subject, id, issuedAt }: Claims): boolean {
    if (id !== null && this.#byKey.has(keyOf('jti', id))) return true;
    const all = this.#byKey.get(keyOf('sub', subject));
    return all !== undefined && issuedAt <= all.at;
  }

  /** The old list or the new one, whenever the machine stops. */
  async #write(): Promise<void> {
    const { path } = this.#options;
    const next = `${path}.next`;
    const handle = await open(next, 'w', 0o600);
    try {
      await handle.writeFile(JSON.stringify({ revocations: [...this.#byKey.values()] }));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(next, path);
  }
}

const keyOf = (claim: Revocation['claim'], value: string): string => `${claim}:${value}`;

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
