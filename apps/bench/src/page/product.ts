import { fileURLToPath } from 'node:url';

import { serverKinds } from '../servers/kinds.ts';
import type { ServerKind } from '../servers/server-kind.ts';

const [ours] = serverKinds;
if (ours === undefined) throw new Error('there is no server of ours');

/** The product with its page, as people start it. */
export const product: ServerKind = {
  ...ours,
  script: fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url)),
};
