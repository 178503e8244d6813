import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

import { MessageType } from '@indelible/protocol';

import type { Dialect, Ears } from './dialect.ts';
import { hear } from './y-websocket-dialect.ts';

/** Hocuspocus 4 puts the room's name before each y-websocket frame and has a few types of its own. */
const Type = { auth: 2, syncReply: 4, stateless: 5, close: 7, syncStatus: 8 } as const;
const TOKEN = 0;
const DENIED = 1;

/** Source: `@hocuspocus/server` 4.7.0, `MessageReceiver.ts` and `ClientConnection.ts`. */
export function hocuspocusDialect(room: string): Dialect {
  const prefix = encoding.encode((encoder) => encoding.writeVarString(encoder, room));
  const wrap = (frame: Uint8Array): Uint8Array => Buffer.concat([prefix, frame]);
  return {
    path: '/',
    greeting: [wrap(encodeToken())],
    wrap,
    barrier: () => null,
    hear: (message, at, ears) => hearOwn(message.subarray(prefix.length), at, ears),
  };
}

const encodeToken = (): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, Type.auth);
    encoding.writeVarUint(encoder, TOKEN);
    encoding.writeVarString(encoder, 'nobody asks');
    encoding.writeVarString(encoder, '4.7.0');
  });

function hearOwn(frame: Uint8Array, at: number, ears: Ears): void {
  switch (frame[0]) {
    case MessageType.sync:
    case MessageType.presence:
      hear(frame, at, ears);
      return;
    case Type.syncReply:
      hear(Buffer.concat([new Uint8Array([MessageType.sync]), frame.subarray(1)]), at, ears);
      return;
    case Type.syncStatus:
      if (decoding.readVarUint(decoding.createDecoder(frame.subarray(1))) === 1) {
        ears.acknowledged(null, at);
      }
      return;
    case Type.auth:
      if (frame[1] === DENIED) throw new Error('the server lets nobody in');
      return;
    case Type.stateless:
    case Type.close:
      return;
    default:
      throw new Error(`a message of unknown type ${frame[0]}`);
  }
}
