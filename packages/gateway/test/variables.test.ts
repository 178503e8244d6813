import { expect, test } from 'vitest';

import { engineSettings, readVariables, serviceVariables } from '../src/variables.ts';

test('without variables the defaults hold, and an empty one counts as not set', () => {
  const variables = readVariables(serviceVariables, { PORT: '', UNRELATED: 'x' });
  expect(variables).toMatchObject({ PORT: 1234, HOST: '127.0.0.1', AUTOSAVE_DEBOUNCE_MS: 100 });
});

test('a value that can’t be used is refused by its name', () => {
  const read = (environment: Record<string, string>) => () =>
    readVariables(serviceVariables, environment);
  expect(read({ PORT: 'abc' })).toThrow(/^PORT: /);
  expect(read({ PORT: '70000' })).toThrow(/^PORT: /);
  expect(read({ AUTOSAVE_MAX_WAIT_MS: '-1' })).toThrow(/^AUTOSAVE_MAX_WAIT_MS: /);
  expect(read({ MAX_FRAME_BYTES: '1' })).toThrow(/^MAX_FRAME_BYTES: /);
  expect(read({ MAX_SOCKETS_PER_ADDRESS: 'many' })).toThrow(/^MAX_SOCKETS_PER_ADDRESS: /);
  expect(read({ TRUSTED_PROXIES: '10.0.0.0/8,elsewhere' })).toThrow(/^TRUSTED_PROXIES: .*10\.0/);
  expect(read({ ADMIN_TOKEN: 'short' })).toThrow(/^ADMIN_TOKEN: /);
  expect(read({ LOG_LEVEL: 'loud' })).toThrow(/^LOG_LEVEL: /);
});

test('a variable ends up in the setting it is named for', () => {
  const variables = readVariables(serviceVariables, {
    AUTOSAVE_DEBOUNCE_MS: '1',
    AUTOSAVE_MAX_WAIT_MS: '2',
    MAX_FRAME_BYTES: '3000',
    MAX_UPDATE_BYTES: '2000',
    MAX_DOCUMENT_BYTES: '4',
    MAX_NEW_CLIENTS: '10',
    MAX_PRESENCE_BYTES: '11',
    PRESENCE_BYTES_PER_SECOND: '12',
    DELIVER_EVERY_MS: '130',
    IDLE_CLOSE_MS: '14',
    MAX_IDLE_BYTES: '15',
    MAX_MESSAGES_PER_SECOND: '6',
    MAX_BYTES_PER_SECOND: '7',
    MAX_SOCKETS_PER_ADDRESS: '8',
    MAX_SOCKETS_PER_USER: '9',
    TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8',
  });
  const { rooms, gateway } = engineSettings(variables, 5);
  expect(rooms).toMatchObject({ schema: 5, debounce: 1, maxWait: 2, closeAfter: 14, maxIdle: 15 });
  expect(rooms.room).toMatchObject({
    maxDocument: 4,
    maxNewClients: 10,
    maxPresence: 11,
    presencePerSecond: 12,
    deliverEvery: 130,
    deliverSlowest: 130,
    limits: { frame: 3000, update: 2000 },
  });
  expect(gateway).toMatchObject({
    maxFrame: 3000,
    messagesPerSecond: 6,
    bytesPerSecond: 7,
    perAddress: 8,
    perAuthor: 9,
    trustedProxies: ['127.0.0.1', '10.0.0.0/8'],
  });
});

test('an update may be as long as the message it comes in, unless it is said otherwise', () => {
  const limits = (environment: Record<string, string>): unknown =>
    engineSettings(readVariables(serviceVariables, environment), 0).rooms.room.limits;
  expect(limits({ MAX_FRAME_BYTES: '3000' })).toEqual({ frame: 3000, update: 3000 });
  expect(limits({ MAX_FRAME_BYTES: '3000', MAX_UPDATE_BYTES: '9000' })).toEqual({
    frame: 3000,
    update: 3000,
  });
});
