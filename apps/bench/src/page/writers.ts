import * as Y from 'yjs';

import { encodePresence, presenceFrame, updateFrame } from '@indelible/protocol';

import { Line } from '../wire/line.ts';
import type { WrittenDocument } from './written-document.ts';

/** Milliseconds between two letters of one person: fast, for a person. */
const LETTER_EVERY = 150;
const FIRST_CLIENT = 3_000_000_000;

/** People who write into a document, each into a paragraph of their own, with carets that go along. */
export class Writers implements Disposable {
  readonly #document: WrittenDocument;
  readonly #lines: readonly Line[];
  readonly #timer: NodeJS.Timeout;
  #turn = 0;

  private constructor(document: WrittenDocument, lines: readonly Line[]) {
    this.#document = document;
    this.#lines = lines;
    this.#timer = setInterval(() => this.#writeOne(), LETTER_EVERY / lines.length);
  }

  static async join(port: number, document: WrittenDocument, count: number): Promise<Writers> {
    const deaf = { message: () => {}, closed: () => {} };
    const join = (): Promise<Line> => Line.open(port, `/sync/${document.id}`, deaf);
    return new Writers(document, await Promise.all(Array.from({ length: count }, join)));
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
    for (const line of this.#lines) line.cut();
  }

  /** One copy for all of them: a letter is by whoever the copy says it is at the moment. */
  #writeOne(): void {
    const { doc } = this.#document;
    const person = this.#turn % this.#lines.length;
    const client = FIRST_CLIENT + person;
    this.#turn += 1;
    const text = paragraphOf(doc, person, this.#lines.length);
    doc.clientID = client;
    const before = Y.encodeStateVector(doc);
    text.insert(text.length, this.#turn % 6 === 0 ? ' ' : 'e');
    const line = this.#lines[person];
    line?.send(updateFrame(Y.encodeStateAsUpdate(doc, before)));
    line?.send(presenceFrame(encodePresence([caret(client, this.#turn, text)])));
  }
}

/** Spread over the first tenth of the document, so that some are to be seen and some are not. */
function paragraphOf(doc: Y.Doc, person: number, people: number): Y.XmlText {
  const content = doc.getXmlFragment('content');
  const from = 1 + Math.floor((content.length / 10) * (person / people));
  for (const block of content.slice(from)) {
    const [text] = block instanceof Y.XmlElement ? block.toArray() : [];
    if (
      block instanceof Y.XmlElement &&
      block.nodeName === 'paragraph' &&
      text instanceof Y.XmlText
    ) {
      return text;
    }
  }
  throw new Error('there is no paragraph to write in');
}

function caret(client: number, clock: number, text: Y.XmlText) {
  const place: unknown = Y.relativePositionToJSON(
    Y.createRelativePositionFromTypeIndex(text, text.length),
  );
  const number = client - FIRST_CLIENT;
  const state = {
    user: { id: `writer-${number}`, name: `Writer ${number}`, color: '#7e58eb' },
    cursor: { anchor: place, head: place },
  };
  return { client, clock, state: new TextEncoder().encode(JSON.stringify(state)) };
}
