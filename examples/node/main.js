// Adds a line to a room, if one is given, and prints what the room says.
//
//   node main.js <room> [line]
//
// SERVER is where the sync server is, TOKEN what it asks for, if it does.
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

const [room, line] = process.argv.slice(2);
const { SERVER = 'ws://localhost:1234', TOKEN } = process.env;
if (room === undefined) {
  console.error('usage: node main.js <room> [line]');
  process.exit(2);
}

const doc = new Y.Doc();
const text = doc.getText('codemirror');
const params = TOKEN === undefined ? {} : { token: TOKEN };
const provider = new WebsocketProvider(SERVER, room, doc, { params, disableBc: true });
provider.on('connection-error', () => console.error(`there is no server at ${SERVER} yet`));
provider.on('closed', ({ code, reason }) => {
  console.error(`refused with ${code}: ${reason}`);
  process.exit(1);
});

await new Promise((resolve) => provider.once('sync', resolve));
if (line !== undefined) text.insert(text.length, `${line}\n`);
process.stdout.write(text.toString());

// The connection closes in order: when the server agrees to it, it has had everything before.
provider.ws.addEventListener('close', () => process.exit(0));
provider.disconnect();
