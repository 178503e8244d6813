import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import { readVariables, serviceVariables } from '@indelible/gateway';

const DEFAULT_FOLDER = fileURLToPath(new URL('../../../data', import.meta.url));
/** Bytes: a minute of video. */
const MAX_UPLOAD = 100 * 1024 * 1024;

const variables = serviceVariables.extend({
  /** Where everything is kept. Made if there is none. */
  DATA_DIR: z.string().min(1).default(DEFAULT_FOLDER),
  /** A larger file is not taken. */
  MAX_UPLOAD_BYTES: z.coerce.number().int().min(1).default(MAX_UPLOAD),
  MAX_SOCKETS_PER_ADDRESS: z.coerce.number().int().min(0).default(100),
});

export type Config = Readonly<z.infer<typeof variables>>;

/** @throws {SettingError} */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config =>
  readVariables(variables, environment);
