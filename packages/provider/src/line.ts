import type { Environment, Socket } from './environment.ts';
import {
  deadlineOf,
  firstLineState,
  freshRoute,
  type LineEvent,
  type LineState,
  type Route,
} from './line-state.ts';
import { transition, type SocketCommand } from './line-table.ts';
import type { ProviderSettings } from './settings.ts';
import type { Via } from './status.ts';

export interface LinePorts {
  /** With query; asked for every new line. */
  readonly url: () => string;
  readonly environment: Environment;
  readonly settings: ProviderSettings;
  /** A new line; nothing of an older one arrives any more. */
  readonly onOpen: () => void;
  /** The same, and the older one has not been lost: it stays for a moment, unheard. */
  readonly onExchange: () => void;
  readonly onFrame: (frame: Uint8Array) => void;
  readonly onState: (state: LineState) => void;
}

interface Candidate {
  readonly socket: Socket;
  readonly stopListening: () => void;
}

const ABNORMAL = 1006;
const NORMAL = 1000;

/** Runs the machine of `line-state.ts` and `line-table.ts` on a real socket and a real clock. */
export class Line {
  readonly #ports: LinePorts;
  #state: LineState;
  #socket: Socket | null = null;
  #stopListening: () => void = () => undefined;
  /** A WebSocket that is being tried beside a line over HTTP. */
  #candidate: Candidate | null = null;
  /** Hangs up the line that was exchanged, if it is still there. */
  #endHandover: () => void = () => undefined;
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
    if (state.state !== 'connected') this.#dropCandidate();
    if (state.state === 'closed') this.#endHandover();
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
      case 'tryBack':
        this.#tryBack();
        break;
      case 'giveUpBack':
        this.#dropCandidate();
        break;
      case 'goBack':
        this.#exchange();
        break;
    }
  }

  #open(): void {
    const socket = this.#dial(routeOf(this.#state).via);
    if (socket === null) {
      this.dispatch({ type: 'lost', code: ABNORMAL });
      return;
    }
    this.#ports.onOpen();
    this.#attach(socket);
  }

  /** Null if the browser refuses the address: a line that can't be had, like any other. */
  #dial(via: Via): Socket | null {
    const { environment, url } = this.#ports;
    const Line = via === 'http' ? environment.HttpWebSocket : environment.WebSocket;
    try {
      const socket = new Line(url());
      socket.binaryType = 'arraybuffer';
      return socket;
    } catch {
      return null;
    }
  }

  /** From here on this socket is the line. */
  #attach(socket: Socket): void {
    const hear = (event: object): void => this.#hear(event);
    const lose = (event: object): void => {
      this.#drop();
      const code = 'code' in event && typeof event.code === 'number' ? event.code : ABNORMAL;
      this.dispatch({ type: 'lost', code });
    };
    this.#socket = socket;
    this.#stopListening = listen(socket, hear, lose);
  }

  #hear(event: object): void {
    this.dispatch({ type: 'heard' });
    const data = 'data' in event ? event.data : null;
    if (data instanceof ArrayBuffer) this.#ports.onFrame(new Uint8Array(data));
  }

  #tryBack(): void {
    const socket = this.#dial('webSocket');
    if (socket === null) {
      this.dispatch({ type: 'wayBackShut' });
      return;
    }
    // Some networks let a WebSocket open and nothing through it, so a first message is waited for.
    const hear = (first: object): void => {
      this.dispatch({ type: 'wayBackOpen' });
      this.#hear(first);
    };
    const lose = (): void => {
      this.#dropCandidate();
      this.dispatch({ type: 'wayBackShut' });
    };
    this.#candidate = { socket, stopListening: listen(socket, hear, lose) };
  }

  #dropCandidate(): void {
    const candidate = this.#candidate;
    this.#candidate = null;
    candidate?.stopListening();
    candidate?.socket.close(NORMAL);
  }

  /**
   * Puts the candidate in the place of the line. The old one stays until the server has surely heard from
   * us on the new one, or everybody else would see us leave and come again.
   */
  #exchange(): void {
    const [former, candidate] = [this.#socket, this.#candidate];
    if (candidate === null) return;
    this.#candidate = null;
    candidate.stopListening();
    this.#drop();
    this.#endHandover();
    const { environment, settings, onExchange } = this.#ports;
    const cancel = environment.clock.after(settings.handover, () => this.#endHandover());
    this.#endHandover = () => {
      this.#endHandover = () => undefined;
      cancel();
      former?.close(NORMAL);
    };
    onExchange();
    this.#attach(candidate.socket);
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

/** @returns a function that stops listening. */
function listen(
  socket: Socket,
  hear: (event: object) => void,
  lose: (event: object) => void,
): () => void {
  socket.addEventListener('message', hear);
  socket.addEventListener('close', lose);
  return () => {
    socket.removeEventListener('message', hear);
    socket.removeEventListener('close', lose);
  };
}

const routeOf = (state: LineState): Route => ('route' in state ? state.route : freshRoute);
