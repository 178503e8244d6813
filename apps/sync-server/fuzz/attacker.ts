import { WebSocket } from 'ws';

import type { HostileFrame } from './hostile-frame.ts';
import { within } from './patience.ts';

/** What became of the first frames of several: the last of them may have closed the line. */
interface Judged {
  readonly frames: number;
  readonly closedWith: number | null;
}

/** Somebody with hostile frames, who comes back whenever he is thrown out. */
export class Attacker implements Disposable {
  /** How often his line was closed, by close code. */
  readonly closes = new Map<number, number>();
  readonly #url: string;
  #socket: WebSocket | null = null;

  constructor(url: string) {
    this.#url = url;
  }

  /** Sends all frames, over as many lines as it takes, and waits until the server has read each. */
  async send(frames: readonly HostileFrame[]): Promise<void> {
    for (let sent = 0; sent < frames.length;) {
      this.#socket ??= await this.#dial();
      const { frames: judged, closedWith } = await this.#deliver(this.#socket, frames.slice(sent));
      sent += judged;
      if (closedWith === null) continue;
      this.closes.set(closedWith, (this.closes.get(closedWith) ?? 0) + 1);
      this.#socket = null;
    }
  }

  /** Goes away, as a process that is killed. */
  leave(): void {
    this.#socket
      ?.removeAllListeners()
      .on('error', () => {})
      .terminate();
    this.#socket = null;
  }

  [Symbol.dispose](): void {
    this.leave();
  }

  async #dial(): Promise<WebSocket> {
    const socket = new WebSocket(this.#url, { perMessageDeflate: false });
    const opened = Promise.withResolvers<void>();
    socket.once('open', () => opened.resolve());
    // A broken line says so with `close`; a server that is gone is found out elsewhere.
    socket.on('error', (error) => opened.reject(error));
    await within('a line', opened.promise);
    return socket;
  }

  /** A ping behind each frame: its answer says that the frame was read, and did not close the line. */
  async #deliver(socket: WebSocket, frames: readonly HostileFrame[]): Promise<Judged> {
    const judged = Promise.withResolvers<Judged>();
    let answered = 0;
    const onPong = (): void => {
      answered += 1;
      if (answered === frames.length) judged.resolve({ frames: answered, closedWith: null });
    };
    const onClose = (code: number): void =>
      judged.resolve({ frames: answered + 1, closedWith: code });
    socket.on('pong', onPong).once('close', onClose);
    for (const frame of frames) {
      socket.send(frame);
      socket.ping();
    }
    try {
      return await within('an answer to hostile frames', judged.promise);
    } finally {
      socket.off('pong', onPong).off('close', onClose);
    }
  }
}
