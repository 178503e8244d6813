import type { ServerOptions } from 'node:http';

import { z } from 'zod';

import { defaultRoomsSettings, type RoomsSettings } from '@indelible/rooms';

import { proxyList } from './address.ts';
import { defaultGatewaySettings, type GatewaySettings } from './settings.ts';

const milliseconds = z.coerce.number().int().min(0).max(600_000);
const bytes = z.coerce.number().int().min(0);
const count = z.coerce.number().int().min(0);

/** What is between commas; nothing if the variable is not set. */
export const list = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((item) => item.trim() || []));

const networks = list.refine(
  isProxyList,
  'use addresses such as 127.0.0.1 or networks such as 10.0.0.0/8',
);

function isProxyList(items: readonly string[]): boolean {
  try {
    proxyList(items);
    return true;
  } catch {
    return false;
  }
}

/** The environment variables that every process with a gateway understands. */
export const serviceVariables = z.object({
  /** 0 lets the machine choose a free one. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(1234),
  HOST: z.string().min(1).default('127.0.0.1'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  AUTOSAVE_DEBOUNCE_MS: milliseconds.default(defaultRoomsSettings.debounce),
  AUTOSAVE_MAX_WAIT_MS: milliseconds.default(defaultRoomsSettings.maxWait),
  MAX_FRAME_BYTES: bytes.min(1024).default(defaultGatewaySettings.maxFrame),
  /** The longest message counts, if this is larger. */
  MAX_UPDATE_BYTES: bytes.default(0),
  MAX_NEW_CLIENTS: count.default(defaultRoomsSettings.room.maxNewClients),
  MAX_PRESENCE_BYTES: bytes.default(defaultRoomsSettings.room.maxPresence),
  PRESENCE_BYTES_PER_SECOND: bytes.default(defaultRoomsSettings.room.presencePerSecond),
  DELIVER_EVERY_MS: milliseconds.default(defaultRoomsSettings.room.deliverEvery),
  IDLE_CLOSE_MS: milliseconds.default(defaultRoomsSettings.closeAfter),
  MAX_IDLE_BYTES: bytes.default(defaultRoomsSettings.maxIdle),
  MAX_DOCUMENT_BYTES: bytes.default(defaultRoomsSettings.room.maxDocument),
  /** 0: as long as the disk has room. */
  MAX_DATABASE_BYTES: bytes.default(0),
  MAX_MESSAGES_PER_SECOND: count.default(defaultGatewaySettings.messagesPerSecond),
  MAX_BYTES_PER_SECOND: bytes.default(defaultGatewaySettings.bytesPerSecond),
  MAX_SOCKETS_PER_ADDRESS: count.default(defaultGatewaySettings.perAddress),
  MAX_SOCKETS_PER_USER: count.default(defaultGatewaySettings.perAuthor),
  TRUSTED_PROXIES: networks,
  /** Lines over HTTP, for networks that block WebSockets. */
  HTTP_FALLBACK: z.enum(['on', 'off']).default('on'),
  /** How long a request may take to arrive. */
  REQUEST_TIMEOUT_MS: milliseconds.default(10_000),
  /** With one, whoever wants to know how the server is must present it. */
  ADMIN_TOKEN: z.string().min(16).optional(),
});
export type ServiceVariables = z.infer<typeof serviceVariables>;

/** A setting that can't be used; the message names it and says what it should be. */
export class SettingError extends Error {}

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
  return {
    gateway: {
      ...defaultGatewaySettings,
      maxFrame: frame,
      messagesPerSecond: variables.MAX_MESSAGES_PER_SECOND,
      bytesPerSecond: variables.MAX_BYTES_PER_SECOND,
      perAddress: variables.MAX_SOCKETS_PER_ADDRESS,
      perAuthor: variables.MAX_SOCKETS_PER_USER,
      trustedProxies: variables.TRUSTED_PROXIES,
      httpFallback: variables.HTTP_FALLBACK === 'on',
    },
    rooms: {
      ...defaultRoomsSettings,
      schema,
      debounce: variables.AUTOSAVE_DEBOUNCE_MS,
      maxWait: variables.AUTOSAVE_MAX_WAIT_MS,
      closeAfter: variables.IDLE_CLOSE_MS,
      maxIdle: variables.MAX_IDLE_BYTES,
      room: roomSettings(variables),
    },
  };
}

function roomSettings(variables: ServiceVariables): RoomsSettings['room'] {
  const { room } = defaultRoomsSettings;
  const frame = variables.MAX_FRAME_BYTES;
  const deliverEvery = variables.DELIVER_EVERY_MS;
  return {
    ...room,
    deliverEvery,
    deliverSlowest: Math.max(room.deliverSlowest, deliverEvery),
    presencePerSecond: variables.PRESENCE_BYTES_PER_SECOND,
    maxPresence: variables.MAX_PRESENCE_BYTES,
    maxNewClients: variables.MAX_NEW_CLIENTS,
    maxDocument: variables.MAX_DOCUMENT_BYTES,
    limits: { frame, update: Math.min(variables.MAX_UPDATE_BYTES || frame, frame) },
  };
}

/**
 * For `listen`: where, and how many may wait to be let in. After a restart everybody comes at once, and who
 * finds no place to wait tries again only after a second. The kernel may allow fewer.
 */
export const listenOptions = ({ PORT, HOST }: ServiceVariables) => ({
  port: PORT,
  host: HOST,
  backlog: 4_096,
});

/** For Node's `createServer`: how long a request may take to arrive, looked at every second. */
export const requestLimits = ({ REQUEST_TIMEOUT_MS }: ServiceVariables): ServerOptions => ({
  headersTimeout: REQUEST_TIMEOUT_MS,
  requestTimeout: REQUEST_TIMEOUT_MS,
  connectionsCheckingInterval: 1_000,
});
