import { CloseCode, isPermanent } from '@indelible/protocol';

import { backoff } from './backoff.ts';
import {
  giveUpWayBack,
  goBack,
  hurryBack,
  lookForWayBack,
  routeAfter,
  wayBackOn,
} from './line-route.ts';
import {
  freshRoute,
  type EventName,
  type In,
  type LineEvent,
  type LineState,
  type On,
  type Route,
  type StateName,
} from './line-state.ts';
import { refusalOf } from './refusal.ts';
import type { ProviderSettings } from './settings.ts';

/**
 * What to do with the socket, old one first. A second one, beside a line over HTTP, is opened by `tryBack`,
 * dropped by `giveUpBack`, and put in the place of the first by `goBack`.
 */
export type SocketCommand =
  | 'none'
  | 'open'
  | 'hangUp'
  | 'reopen'
  | 'tryBack'
  | 'giveUpBack'
  | 'goBack';

export interface Step {
  readonly state: LineState;
  readonly command: SocketCommand;
}

/** Time and chance at an event. */
export interface Moment {
  readonly now: number;
  /** At least 0, less than 1. */
  readonly random: number;
  readonly online: boolean;
  readonly settings: ProviderSettings;
}

/** Each event with its answer; a state without one to any of them does not compile. */
type Row<S extends StateName> = {
  readonly [E in EventName]: (state: In<S>, event: On<E>, moment: Moment) => Step;
};

/** No server may send us away for longer than this, in milliseconds. */
const MAX_DRAIN = 60_000;
const ABNORMAL = 1006;
const BUSY: readonly number[] = [CloseCode.overloaded, CloseCode.storage, CloseCode.tooFast];

/** What is taken along into the next line. */
interface Next {
  readonly attempt: number;
  readonly route: Route;
}

const anew: Next = { attempt: 0, route: freshRoute };

const stay = (state: LineState): Step => ({ state, command: 'none' });
const shut: Step = { state: { state: 'closed' }, command: 'hangUp' };

const connecting: Row<'connecting'> = {
  greeted: (state, _event, moment) => stay(connectedNow(state, moment)),
  heard: stay,
  lost: (state, { code }, moment) => afterNoGreeting(state, code, moment),
  garbled: (state, _event, moment) => afterLoss(state, ABNORMAL, moment, 'hangUp'),
  refused: ({ route }, { refusal }) => ({
    state: { state: 'refused', refusal, route },
    command: 'hangUp',
  }),
  draining: ({ attempt, route }, event, moment) => ({
    state: { state: 'waiting', attempt, at: leaveTime(event, moment), route },
    command: 'hangUp',
  }),
  due: (state, _event, moment) => giveUpIfLate(state, moment),
  retry: stay,
  online: (_state, _event, { now }) => dial(anew, now, 'reopen'),
  offline: (state, _event, moment) => offline(state, moment, 'hangUp'),
  visible: (state, _event, moment) => giveUpIfLate(state, moment),
  wayBackOpen: stay,
  wayBackShut: stay,
  close: () => shut,
};

const connected: Row<'connected'> = {
  greeted: stay,
  heard: (state, _event, { now }) => stay({ ...state, heard: now }),
  lost: (state, { code }, moment) => {
    const next = after(state, moment);
    return state.leaveAt === null || isPermanent(code)
      ? afterLoss(next, code, moment, 'none')
      : stay({ state: 'waiting', ...next, at: Math.max(moment.now, state.leaveAt) });
  },
  // Never a quick retry: the same document may well garble the next line too.
  garbled: ({ attempt, route }, _event, moment) =>
    afterLoss({ attempt: Math.max(1, attempt), route }, ABNORMAL, moment, 'hangUp'),
  refused: ({ route }, { refusal }) => ({
    state: { state: 'refused', refusal, route },
    command: 'hangUp',
  }),
  draining: (state, event, moment) => stay({ ...state, leaveAt: leaveTime(event, moment) }),
  due: (state, _event, moment) => leaveIfDead(state, moment),
  retry: stay,
  online: (state, _event, moment) => leaveIfDead(hurryBack(state, moment), moment),
  offline: (state, _event, moment) => offline(after(state, moment), moment, 'hangUp'),
  visible: (state, _event, moment) => leaveIfDead(state, moment),
  wayBackOpen: (state, _event, moment) => goBack(state, moment),
  wayBackShut: (state, _event, moment) => giveUpWayBack(state, moment),
  close: () => shut,
};

const waiting: Row<'waiting'> = {
  greeted: stay,
  heard: stay,
  lost: stay,
  garbled: stay,
  refused: ({ route }, { refusal }) => stay({ state: 'refused', refusal, route }),
  draining: stay,
  due: (state, _event, { now }) => (now >= state.at ? dial(state, now, 'open') : stay(state)),
  retry: (state, _event, { now }) => dial(state, now, 'open'),
  online: (_state, _event, { now }) => dial(anew, now, 'open'),
  offline: (state, _event, moment) => offline(state, moment, 'none'),
  visible: (state, _event, { now }) => dial(state, now, 'open'),
  wayBackOpen: stay,
  wayBackShut: stay,
  close: () => shut,
};

const offlineRow: Row<'offline'> = {
  greeted: stay,
  heard: stay,
  lost: stay,
  garbled: stay,
  refused: ({ route }, { refusal }) => stay({ state: 'refused', refusal, route }),
  draining: stay,
  due: (state, _event, { now }) => (now >= state.at ? dial(state, now, 'open') : stay(state)),
  retry: (state, _event, { now }) => dial(state, now, 'open'),
  online: (_state, _event, { now }) => dial(anew, now, 'open'),
  offline: stay,
  visible: (state, _event, { now }) => dial(state, now, 'open'),
  wayBackOpen: stay,
  wayBackShut: stay,
  close: () => shut,
};

/** Only a person gets us out of here: they may have signed in, or deleted the local copy. */
const refused: Row<'refused'> = {
  greeted: stay,
  heard: stay,
  lost: stay,
  garbled: stay,
  refused: stay,
  draining: stay,
  due: stay,
  retry: ({ route }, _event, { now }) => dial({ attempt: 0, route }, now, 'open'),
  online: stay,
  offline: stay,
  visible: stay,
  wayBackOpen: stay,
  wayBackShut: stay,
  close: () => shut,
};

const closed: Row<'closed'> = {
  greeted: stay,
  heard: stay,
  lost: stay,
  garbled: stay,
  refused: stay,
  draining: stay,
  due: stay,
  retry: stay,
  online: stay,
  offline: stay,
  visible: stay,
  wayBackOpen: stay,
  wayBackShut: stay,
  close: stay,
};

/** The table: no state is without an answer to any event, or this does not compile. */
export function transition(state: LineState, event: LineEvent, moment: Moment): Step {
  switch (state.state) {
    case 'connecting':
      return act(connecting, state, event, moment);
    case 'connected':
      return act(connected, state, event, moment);
    case 'waiting':
      return act(waiting, state, event, moment);
    case 'offline':
      return act(offlineRow, state, event, moment);
    case 'refused':
      return act(refused, state, event, moment);
    case 'closed':
      return act(closed, state, event, moment);
  }
}

const act = <S extends StateName, E extends EventName>(
  row: Row<S>,
  state: In<S>,
  event: On<E>,
  moment: Moment,
): Step => row[event.type](state, event, moment);

/** A WebSocket that works is not blocked. */
function connectedNow({ attempt, route }: Next, moment: Moment): LineState {
  const { now } = moment;
  return {
    state: 'connected',
    attempt,
    since: now,
    heard: now,
    leaveAt: null,
    route: route.via === 'http' ? route : freshRoute,
    wayBack: wayBackOn(route, moment),
  };
}

const dial = ({ attempt, route }: Next, now: number, command: SocketCommand): Step => ({
  state: { state: 'connecting', attempt, since: now, route },
  command,
});

function afterLoss(next: Next, code: number, moment: Moment, command: SocketCommand): Step {
  const { attempt, route } = next;
  if (isPermanent(code)) {
    return { state: { state: 'refused', refusal: refusalOf(code), route }, command };
  }
  if (!moment.online) return offline(next, moment, command);
  const at = moment.now + pauseAfter(attempt, code, moment);
  return { state: { state: 'waiting', attempt: attempt + 1, at, route }, command };
}

function pauseAfter(attempt: number, code: number, { random, settings }: Moment): number {
  // Only the first time: a server that keeps restarting is backed off from like any other.
  if (code === CloseCode.restart && attempt === 0) {
    return Math.round(random * settings.restartSpread);
  }
  const pause = backoff(attempt, random, settings);
  return BUSY.includes(code) ? settings.busyPause + pause : pause;
}

function offline({ attempt, route }: Next, moment: Moment, command: SocketCommand): Step {
  const { now, random, settings } = moment;
  const at = now + Math.max(settings.offlinePause, backoff(attempt, random, settings));
  return { state: { state: 'offline', attempt: attempt + 1, at, route }, command };
}

function giveUpIfLate(state: In<'connecting'>, moment: Moment): Step {
  if (moment.now < state.since + moment.settings.connectTimeout) return stay(state);
  return afterNoGreeting(state, null, moment);
}

/**
 * Where a WebSocket leads to HTTP, that is taken at once: both together are one try.
 *
 * @param code null if the socket is still there.
 */
function afterNoGreeting(state: In<'connecting'>, code: number | null, moment: Moment): Step {
  const { attempt } = state;
  const route = routeAfter(state.route, code, moment);
  if (state.route.via === 'webSocket' && route.via === 'http') {
    return dial({ attempt, route }, moment.now, code === null ? 'reopen' : 'open');
  }
  const command = code === null ? 'hangUp' : 'none';
  return afterLoss({ attempt, route }, code ?? ABNORMAL, moment, command);
}

function leaveIfDead(state: In<'connected'>, moment: Moment): Step {
  const next = after(state, moment);
  if (moment.now >= state.heard + moment.settings.silence) {
    return afterLoss(next, ABNORMAL, moment, 'hangUp');
  }
  if (state.leaveAt !== null && moment.now >= state.leaveAt) {
    return dial(next, moment.now, 'reopen');
  }
  return lookForWayBack(state, moment);
}

/** What the next line begins with. */
function after({ attempt, since, route }: In<'connected'>, { now, settings }: Moment): Next {
  return { attempt: now - since >= settings.stable ? 0 : attempt, route };
}

const leaveTime = ({ retryMs }: On<'draining'>, { now }: Moment): number =>
  now + Math.min(retryMs, MAX_DRAIN);
