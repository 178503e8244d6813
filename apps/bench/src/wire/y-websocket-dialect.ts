import * as decoding from 'lib0/decoding';

import { decodeExtension, decodeFrame, extensionFrame, MessageType } from '@indelible/protocol';

import type { Dialect, Ears } from './dialect.ts';

/** The stock client's protocol. */
export const yWebsocketDialect = (room: string): Dialect => ({
  path: `/${room}`,
  greeting: [],
  wrap: (frame) => frame,
  barrier: () => null,
  hear,
});

/** The same with our acknowledgements. */
export const extendedDialect = (room: string): Dialect => ({
  ...yWebsocketDialect(room),
  path: `/${room}?ext=1`,
  barrier: (n) => extensionFrame({ type: 'barrier', n }),
});

/** Understands a y-websocket frame. */
export function hear(message: Uint8Array, at: number, ears: Ears): void {
  // By far the most there is of anything, so it is not taken apart.
  if (message[0] === MessageType.presence) {
    ears.presence(countCarets(message));
    return;
  }
  const frame = decodeFrame(message);
  if (frame.type === 'step1') ears.asked(frame.stateVector);
  else if (frame.type === 'step2') ears.update(frame.update, true, at);
  else if (frame.type === 'update') ears.update(frame.update, false, at);
  else if (frame.type === 'extension') {
    const said = decodeExtension(frame.body);
    if (said.type === 'saved') ears.acknowledged(said.n, at);
  }
}

/** varUint(1) varUint(bytes) varUint(carets) … */
function countCarets(message: Uint8Array): number {
  const decoder = decoding.createDecoder(message);
  decoding.readVarUint(decoder);
  decoding.readVarUint(decoder);
  return decoding.readVarUint(decoder);
}
