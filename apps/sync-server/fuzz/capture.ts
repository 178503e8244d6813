/**
 * `npx -y pnpm exec node apps/sync-server/fuzz/capture.ts`, in the root: lets three stock clients write on a
 * real server, and keeps what they sent in `traffic.json`.
 */
import { writeFileSync } from 'node:fs';

import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

import { edit } from './edit.ts';
import { Random } from './random.ts';
import { Target } from './target.ts';

/** Their order in an update is what matters, and small numbers mutate better. */
const CLIENTS = [3, 700, 2 ** 31 + 5];
const ROUNDS = 150;

const frames: string[] = [];

class RecordingSocket extends WebSocket {
  override send(data: Uint8Array): void {
    frames.push(Buffer.from(data).toString('base64'));
    super.send(data);
  }
}

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => void setTimeout(resolve, 5));
};

await using target = await Target.start();
const people = CLIENTS.map((client, index) => {
  const doc = new Y.Doc({ gc: index !== 1 });
  doc.clientID = client;
  return new WebsocketProvider(target.url, 'captured', doc, {
    disableBc: true,
    WebSocketPolyfill: RecordingSocket as unknown as typeof globalThis.WebSocket,
  });
});
await until(() => people.every(({ synced }) => synced));

const same = (): boolean => {
  const [first, ...others] = people.map(({ doc }) => Y.snapshot(doc));
  return others.every((other) => first !== undefined && Y.equalSnapshots(first, other));
};
const random = new Random(1);
for (let round = 0; round < ROUNDS; round++) {
  const person = random.pick(people);
  // Now and then somebody writes without a line, and comes back with a long step 2.
  if (random.chance(0.05)) person.disconnect();
  edit(person.doc, random);
  if (random.chance(0.2)) edit(random.pick(people).doc, random);
  if (random.chance(0.1)) {
    person.awareness.setLocalState({ user: { name: 'Ünal' }, cursor: { at: round } });
  }
  if (!random.chance(0.5)) continue;
  for (const other of people) other.connect();
  await until(() => people.every(({ synced }) => synced) && same());
}
for (const person of people) {
  person.destroy();
  person.doc.destroy();
}
writeFileSync(new URL('./traffic.json', import.meta.url), `${JSON.stringify(frames, null, 2)}\n`);
console.log(`${frames.length} frames`);
