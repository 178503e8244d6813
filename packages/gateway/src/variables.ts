import { z } from 'zod';

import { defaultRoomsSettings, type RoomsSettings } from '@indelible/rooms';

import { defaultGatewaySettings, type GatewaySettings } from './settings.ts';

const milliseconds = z.coerce.number().int().min(0).max(600_000);
const bytes = z.coerce.number().int().min(0);

/** The environment variables that every process with a gateway understands. */
export const serviceVariables = z.object({
  /** 0 lets the machine choose a free one. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(1234),
  HOST: z.string().min(1).default('127.0.0.1'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  AUTOSAVE_DEBOUNCE_MS: milliseconds.default(defaultRoomsSettings.debounce),
  AUTOSAVE_MAX_WAIT_MS: milliseconds.default(defaultRoomsSettings.maxWait),
  MAX_FRAME_BYTES: bytes.min(1024).default(defaultGatewaySettings.maxFrame),
  MAX_DOCUMENT_BYTES: bytes.default(defaultRoomsSettings.room.maxDocument),
  /** 0: as long as the disk has room. */
  MAX_DATABASE_BYTES: bytes.default(0),
});
export type ServiceVariables = z.infer<typeof serviceVariables>;

/** A setting that can't be used; the message names it and says what it should be. */
class SettingError extends Error {}

/**
 * Reads settings from an environment; an empty variable counts as not set.
 *
 * @throws {SettingError}
 */
export function readVariables<Schema extends z.ZodType>(
  schema: Schema,
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<z.output<Schema>> {
  const given = Object.entries(environment).filter(([, value]) => value !== '');
  const result = schema.safeParse(Object.fromEntries(given));
  if (result.success) return Object.freeze(result.data);
  const [issue] = result.error.issues;
  throw new SettingError(`${issue?.path.join('.')}: ${issue?.message}`);
}

/** @param schema the number of the documents' schema, see `RoomsSettings`. */
export function engineSettings(
  variables: ServiceVariables,
  schema: number,
): { readonly rooms: RoomsSettings; readonly gateway: GatewaySettings } {
  const frame = variables.MAX_FRAME_BYTES;
  const { room } = defaultRoomsSettings;
  return {
    gateway: { ...defaultGatewaySettings, maxFrame: frame },
    rooms: {
      ...defaultRoomsSettings,
      schema,
      debounce: variables.AUTOSAVE_DEBOUNCE_MS,
      maxWait: variables.AUTOSAVE_MAX_WAIT_MS,
      room: {
        ...room,
        maxDocument: variables.MAX_DOCUMENT_BYTES,
        limits: { frame, update: frame },
      },
    },
  };
}
