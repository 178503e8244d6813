import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { basicSetup } from 'codemirror';
import { yCollab, yUndoManagerKeymap } from 'y-codemirror.next';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

const params = new URLSearchParams(location.search);
const server = params.get('server') ?? 'ws://localhost:1234';
const room = params.get('room') ?? 'codemirror';
const token = params.get('token');

const doc = new Y.Doc();
const text = doc.getText('codemirror');
const provider = new WebsocketProvider(
  server,
  room,
  doc,
  token === null ? {} : { params: { token } },
);

const hue = Math.floor(Math.random() * 360);
provider.awareness.setLocalStateField('user', {
  name: params.get('name') ?? 'Somebody',
  color: `hsl(${hue} 70% 40%)`,
  colorLight: `hsl(${hue} 70% 40% / 0.2)`,
});

const status = document.getElementById('status');
provider.on('status', (event) => (status.textContent = event.status));
// The sync server refuses for good with a code and a reason, such as 4401 for a token that has expired.
provider.on('closed', ({ code, reason }) => (status.textContent = `refused (${code}): ${reason}`));
document.getElementById('room').textContent = room;

new EditorView({
  parent: document.getElementById('editor'),
  state: EditorState.create({
    doc: text.toString(),
    extensions: [
      // Before the editor's own undo, which would take back what others wrote.
      keymap.of(yUndoManagerKeymap),
      basicSetup,
      EditorView.contentAttributes.of({ 'aria-label': 'Shared text' }),
      yCollab(text, provider.awareness, { undoManager: new Y.UndoManager(text) }),
    ],
  }),
});
