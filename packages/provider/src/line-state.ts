import type { ProviderSettings } from './settings.ts';
import type { ConnectionStatus, Refusal, Via } from './status.ts';

/**
 * The line to the server as a machine; what each event does in each state is in `line-table.ts`. Every
 * time is in milliseconds since 1970.
 *
 *     connecting ──greeted──▶ connected ──lost, silent──▶ waiting ──due──▶ connecting
 *         │                       │                          ▲ │
 *         └──lost, timed out──────┼──────────────────────────┘ └─offline─▶ offline ──due──▶ connecting
 *                                 └──permanent close, otherEpoch, clientTooOld──▶ refused ──retry──▶ …
 *
 * What people see: waiting is "reconnecting", offline and refused are "disconnected".
 *
 * Where WebSockets are blocked, lines are over HTTP. Each state carries the route that the next line
 * takes; one that is connected over HTTP tries from time to time whether it can go back.
 */
interface States {
  /** A socket is open or opening; nobody has greeted us yet. */
  readonly connecting: { readonly attempt: number; readonly since: number; readonly route: Route };
  readonly connected: {
    readonly attempt: number;
    readonly since: number;
    /** When the server was last heard. */
    readonly heard: number;
    /** The server is about to go: when to look for it (or another) again. */
    readonly leaveAt: number | null;
    readonly route: Route;
    /** Null on a WebSocket. */
    readonly wayBack: WayBack | null;
  };
  readonly waiting: { readonly attempt: number; readonly at: number; readonly route: Route };
  /** The browser says that there is no network. It has been wrong before, so we still try, rarely. */
  readonly offline: { readonly attempt: number; readonly at: number; readonly route: Route };
  readonly refused: { readonly refusal: Refusal; readonly route: Route };
  readonly closed: object;
}

interface Events {
  /** HELLO came, and we agree with it. */
  readonly greeted: object;
  readonly heard: object;
  /** The socket closed, or could not be opened. */
  readonly lost: { readonly code: number };
  /** Something arrived that is no message; another line may do better. */
  readonly garbled: object;
  /** We ourselves can't go on with this server. */
  readonly refused: { readonly refusal: Refusal };
  readonly draining: { readonly retryMs: number };
  /** The WebSocket that was tried beside the line over HTTP works, … */
  readonly wayBackOpen: object;
  /** … or does not. */
  readonly wayBackShut: object;
  /** The time that `deadlineOf` named may have come. */
  readonly due: object;
  /** A person asked. */
  readonly retry: object;
  readonly online: object;
  readonly offline: object;
  readonly visible: object;
  readonly close: object;
}

export type StateName = keyof States;
export type EventName = keyof Events;
export type In<S extends StateName = StateName> = {
  [K in S]: { readonly state: K } & States[K];
}[S];
export type On<E extends EventName = EventName> = { [K in E]: { readonly type: K } & Events[K] }[E];

export type LineState = In;
export type LineEvent = On;

/** Which way a line takes. */
export interface Route {
  readonly via: Via;
  /** How many WebSockets in a row came to nothing, without a word from the server. */
  readonly blocked: number;
}

/** Trying a WebSocket beside a line over HTTP. */
export interface WayBack {
  /** How often it was tried in vain. */
  readonly tries: number;
  readonly isTrying: boolean;
  /** When to try, or to give up trying. */
  readonly at: number;
}

export const freshRoute: Route = { via: 'webSocket', blocked: 0 };

/** The first state; its socket is to be opened. */
export const firstLineState = (now: number): LineState => ({
  state: 'connecting',
  attempt: 0,
  since: now,
  route: freshRoute,
});

/** When the machine wants `due`, or null. */
export function deadlineOf(state: LineState, settings: ProviderSettings): number | null {
  switch (state.state) {
    case 'connecting':
      return state.since + settings.connectTimeout;
    case 'connected':
      return Math.min(
        state.heard + settings.silence,
        state.leaveAt ?? Infinity,
        state.wayBack?.at ?? Infinity,
      );
    case 'waiting':
    case 'offline':
      return state.at;
    case 'refused':
    case 'closed':
      return null;
  }
}

/** How the line looks to people. */
export function connectionOf(state: LineState): ConnectionStatus {
  switch (state.state) {
    case 'connecting':
      return { state: 'connecting' };
    case 'connected':
      return { state: 'connected', via: state.route.via };
    case 'waiting':
      return { state: 'reconnecting', at: state.at };
    case 'refused':
      return { state: 'disconnected', refusal: state.refusal };
    case 'offline':
    case 'closed':
      return { state: 'disconnected', refusal: null };
  }
}
