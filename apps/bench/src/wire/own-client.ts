import {
  decodeExtension,
  decodeFrame,
  extensionFrame,
  step1Frame,
  step2Frame,
  type Extension,
  type Frame,
} from '@indelible/protocol';

import { emptyUpdate } from './letter-update.ts';
import { Line } from './line.ts';
import type { DocumentCopy } from './person.ts';

/** Where a client of ours goes on when its line comes back. */
export interface Place {
  readonly epoch: string;
  readonly place: string;
}

/** Milliseconds. */
const MOST_WAITING = 15_000;
const AFTERWARDS = 500;

/** Joins with a copy of everything there is, and leaves once it knows its place. */
export async function learnPlace(port: number, room: string, has: DocumentCopy): Promise<Place> {
  const talk = await Talk.open(port, `/${room}?ext=1&from=`, (said, line) => {
    if (said.type === 'step1') line.send(step2Frame(emptyUpdate));
    if (said.type === 'hello') line.send(step1Frame(has.stateVector));
    if (said.type === 'step1') line.send(extensionFrame({ type: 'barrier', n: 1 }));
  });
  await talk.heard('saved');
  const { place } = await talk.heard('place');
  const { epoch } = await talk.heard('hello');
  talk.cut();
  return { epoch, place };
}

/**
 * Comes back to a place, as our provider does.
 *
 * @returns bytes received until everything was there, and for half a second after.
 * @throws {Error} if the server does not go on from there.
 */
export async function comeBack(port: number, room: string, from: Place): Promise<number> {
  const query = new URLSearchParams({ ext: '1', epoch: from.epoch, from: from.place });
  const talk = await Talk.open(port, `/${room}?${query}`, () => {});
  const { resumed } = await talk.heard('hello');
  if (resumed !== true) throw new Error('the server did not go on from the place it had told');
  await talk.heard('step2');
  await new Promise((resolve) => setTimeout(resolve, AFTERWARDS));
  talk.cut();
  return talk.bytesIn;
}

type Said = Exclude<Frame, { type: 'extension' }> | Extension;
type SaidOf<Type extends Said['type']> = Extract<Said, { type: Type }>;

/** A line on which what the server says is waited for, one after the other. */
class Talk {
  readonly #line: Line;
  readonly #said: Map<string, Said>;
  readonly #waiting: Set<() => void>;

  private constructor(line: Line, said: Map<string, Said>, waiting: Set<() => void>) {
    this.#line = line;
    this.#said = said;
    this.#waiting = waiting;
  }

  static async open(
    port: number,
    path: string,
    answer: (said: Said, line: Line) => void,
  ): Promise<Talk> {
    const said = new Map<string, Said>();
    const waiting = new Set<() => void>();
    const line: Line = await Line.open(port, path, {
      message(bytes) {
        const frame = decodeFrame(bytes.slice());
        const message = frame.type === 'extension' ? decodeExtension(frame.body) : frame;
        said.set(message.type, message);
        answer(message, line);
        for (const look of waiting) look();
      },
      closed: () => {},
    });
    return new Talk(line, said, waiting);
  }

  get bytesIn(): number {
    return this.#line.bytesIn;
  }

  /** The last of its kind, as soon as there is one. @throws {Error} if there is none for long. */
  heard<Type extends Said['type']>(type: Type): Promise<SaidOf<Type>> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`the server said no ${type}`));
      }, MOST_WAITING);
      const isIt = (said: Said | undefined): said is SaidOf<Type> => said?.type === type;
      const look = (): void => {
        const said = this.#said.get(type);
        if (!isIt(said)) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(said);
      };
      this.#waiting.add(look);
      look();
    });
  }

  cut(): void {
    this.#line.cut();
  }
}
