import type { Admit } from '@indelible/gateway';
import { CloseCode, parseRoomName } from '@indelible/protocol';

/** Every name is a room, and everybody may write. */
export const admitEverybody: Admit = ({ path }) => {
  const document = parseRoomName(path);
  if (document === null) {
    return { type: 'refuse', code: CloseCode.notFound, reason: 'this can’t be the name of a room' };
  }
  return { type: 'admit', document, role: 'writer', author: '' };
};
