import type { Admission, Admit, Target } from '@indelible/gateway';
import { CloseCode, parseRoomName } from '@indelible/protocol';

import { NO_SUCH_ROOM } from '../admission.ts';
import type { Revocations } from './revocations.ts';
import type { VerifyToken } from './verify-token.ts';

/** Whoever has a token may enter the rooms it names, until it expires or is revoked. */
export const admitByToken =
  (verify: VerifyToken, revocations: Revocations): Admit =>
  async (target) => {
    const token = readToken(target);
    if (token === null) return unauthenticated('a token is needed');
    const verdict = await verify(token);
    if (!verdict.isGood) return unauthenticated(verdict.reason);
    const { claims } = verdict;
    if (revocations.covers(claims)) return unauthenticated('the token was revoked');
    const { subject: author, role, id, expiresAt } = claims;
    // Whoever may not enter a room does not learn whether its name is a good one.
    if (!claims.mayEnter(target.path)) return forbidden;
    const document = parseRoomName(target.path);
    if (document === null) return NO_SUCH_ROOM;
    return { type: 'admit', document, role, author, pass: { id, expiresAt } };
  };

/** Browsers can't set headers on a WebSocket, so theirs comes in the URL. */
function readToken({ request, params }: Target): string | null {
  const [, bearer] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
  return bearer ?? params.get('token');
}

const unauthenticated = (reason: string): Admission => ({
  type: 'refuse',
  code: CloseCode.unauthenticated,
  reason,
});

const forbidden: Admission = {
  type: 'refuse',
  code: CloseCode.forbidden,
  reason: 'the token is for another room',
};
