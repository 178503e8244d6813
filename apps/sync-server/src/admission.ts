import type { Admission, Admit } from '@indelible/gateway';
import { CloseCode, parseRoomName } from '@indelible/protocol';

export const NO_SUCH_ROOM: Admission = {
  type: 'refuse',
  code: CloseCode.notFound,
  reason: 'this can’t be the name of a room',
};

/** Every name is a room, and everybody may write. */
export const admitEverybody: Admit = ({ path }) => {
  const document = parseRoomName(path);
  if (document === null) return NO_SUCH_ROOM;
  return { type: 'admit', document, role: 'writer', author: '' };
};

/**
 * Turns away pages from anywhere else before there is a connection; with no origins, none. Browsers always
 * say where a page is from. Who does not say is no browser and could say anything, so it may ask `admit`.
 */
export const fromOrigins =
  (origins: readonly string[], admit: Admit): Admit =>
  (target) => {
    const { origin } = target.request.headers;
    const isForeign = origins.length > 0 && origin !== undefined && !origins.includes(origin);
    return isForeign ? { type: 'status', status: 403 } : admit(target);
  };
