import type { Environment, Socket } from './environment.ts';
import { deadlineOf, firstLineState, type LineEvent, type LineState } from './line-state.ts';
import { transition, type SocketCommand } from './line-table.ts';
import type { ProviderSettings } from './settings.ts';

export interface LinePorts {
  /** With query. */
  readonly url: string;
  readonly environment: Environment;
  readonly settings: ProviderSettings;
  /** A new line; nothing of an older one arrives any more. */
  readonly onOpen: () => void;
  readonly onFrame: (frame: Uint8Array) => void;
  readonly onState: (state: LineState) => void;
}

const ABNORMAL = 1006;
const NORMAL = 1000;

/** Runs the machine of `line-state.ts` and `line-table.ts` on a real socket and a real clock. */
export class Line {
  readonly #ports: LinePorts;
  #state: LineState;
  #socket: Socket | null = null;
  #stopListening: () => void = () => undefined;
  #stopTimer: (() => void) | null = null;
  #timerAt = Infinity;

  constructor(ports: LinePorts) {
    this.#ports = ports;
    this.#state = firstLineState(ports.environment.clock.now());
  }

  get state(): LineState {
    return this.#state;
  }

  /** Opens the first socket. */
  start(): void {
    this.#state = firstLineState(this.#ports.environment.clock.now());
    this.#ports.onState(this.#state);
    this.#obey('open');
    this.#arm();
  }

  /** Writes to the socket if there is one. */
  send(frame: Uint8Array): void {
    // A copy, because a socket takes no view of memory that might be shared.
    this.#socket?.send(new Uint8Array(frame));
  }

  /** Tells the machine what happened. */
  dispatch(event: LineEvent): void {
    const { environment, settings } = this.#ports;
    const before = this.#state;
    const { state, command } = transition(before, event, {
      now: environment.clock.now(),
      random: environment.random(),
      online: environment.page.isOnline(),
      settings,
    });
    this.#state = state;
    if (state !== before) this.#ports.onState(state);
    this.#obey(command);
    this.#arm();
  }

  #obey(command: SocketCommand): void {
    switch (command) {
      case 'none':
        break;
      case 'open':
        this.#open();
        break;
      case 'hangUp':
        this.#hangUp();
        break;
      case 'reopen':
        this.#hangUp();
        this.#open();
        break;
    }
  }

  #open(): void {
    const { environment, url, onOpen, onFrame } = this.#ports;
    let socket: Socket;
    try {
      socket = new environment.WebSocket(url);
    } catch {
      // Decided here: an address the browser refuses is a line that can't be had, like any other.
      this.dispatch({ type: 'lost', code: ABNORMAL });
      return;
    }
    socket.binaryType = 'arraybuffer';
    onOpen();
    const hear = (event: object): void => {
      this.dispatch({ type: 'heard' });
      const data = 'data' in event ? event.data : null;
      if (data instanceof ArrayBuffer) onFrame(new Uint8Array(data));
    };
    const lose = (event: object): void => {
      this.#drop();
      const code = 'code' in event && typeof event.code === 'number' ? event.code : ABNORMAL;
      this.dispatch({ type: 'lost', code });
    };
    socket.addEventListener('message', hear);
    socket.addEventListener('close', lose);
    this.#socket = socket;
    this.#stopListening = () => {
      socket.removeEventListener('message', hear);
      socket.removeEventListener('close', lose);
    };
  }

  /** A dead socket can take minutes to close, so nobody waits for it. */
  #hangUp(): void {
    const socket = this.#socket;
    this.#drop();
    socket?.close(NORMAL);
  }

  #drop(): void {
    this.#stopListening();
    this.#stopListening = () => undefined;
    this.#socket = null;
  }

  /** Most deadlines only move away with each message: an armed timer that is early looks again. */
  #arm(): void {
    const { clock } = this.#ports.environment;
    const at = deadlineOf(this.#state, this.#ports.settings);
    if (at === null || at < this.#timerAt) {
      this.#stopTimer?.();
      this.#timerAt = Infinity;
      this.#stopTimer = null;
    }
    if (at === null || this.#stopTimer !== null) return;
    this.#timerAt = at;
    this.#stopTimer = clock.after(Math.max(0, at - clock.now()), () => {
      this.#stopTimer = null;
      this.#timerAt = Infinity;
      this.dispatch({ type: 'due' });
    });
  }
}
