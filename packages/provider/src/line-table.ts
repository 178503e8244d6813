import { CloseCode, isPermanent } from '@indelible/protocol';

import { backoff } from './backoff.ts';
import type { EventName, In, LineEvent, LineState, On, StateName } from './line-state.ts';
import { refusalOf } from './refusal.ts';
import type { ProviderSettings } from './settings.ts';

/** What to do with the socket, old one first. */
export type SocketCommand = 'none' | 'open' | 'hangUp' | 'reopen';

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

type Row<S extends StateName> = {
  readonly [E in EventName]: (state: In<S>, event: On<E>, moment: Moment) => Step;
};

/** No server may send us away for longer than this, in milliseconds. */
const MAX_DRAIN = 60_000;
const ABNORMAL = 1006;
const BUSY: readonly number[] = [CloseCode.overloaded, CloseCode.storage, CloseCode.tooFast];

const stay = (state: LineState): Step => ({ state, command: 'none' });
const shut: Step = { state: { state: 'closed' }, command: 'hangUp' };

const connecting: Row<'connecting'> = {
  greeted: ({ attempt }, _event, { now }) =>
    stay({ state: 'connected', attempt, since: now, heard: now, leaveAt: null }),
  heard: stay,
  lost: ({ attempt }, { code }, moment) => afterLoss(attempt, code, moment, 'none'),
  garbled: ({ attempt }, _event, moment) => afterLoss(attempt, ABNORMAL, moment, 'hangUp'),
  refused: (_state, { refusal }) => ({ state: { state: 'refused', refusal }, command: 'hangUp' }),
  draining: ({ attempt }, event, moment) => ({
    state: { state: 'waiting', attempt, at: leaveTime(event, moment) },
    command: 'hangUp',
  }),
  due: (state, _event, moment) => giveUpIfLate(state, moment),
  retry: stay,
  online: (_state, _event, { now }) => dial(0, now, 'reopen'),
  offline: ({ attempt }, _event, moment) => offline(attempt, moment, 'hangUp'),
  visible: (state, _event, moment) => giveUpIfLate(state, moment),
  close: () => shut,
};

const connected: Row<'connected'> = {
  greeted: stay,
  heard: (state, _event, { now }) => stay({ ...state, heard: now }),
  lost: (state, { code }, moment) => {
    const attempt = attemptAfter(state, moment);
    return state.leaveAt === null || isPermanent(code)
      ? afterLoss(attempt, code, moment, 'none')
      : stay({ state: 'waiting', attempt, at: Math.max(moment.now, state.leaveAt) });
  },
  // Never a quick retry: the same document may well garble the next line too.
  garbled: ({ attempt }, _event, moment) =>
    afterLoss(Math.max(1, attempt), ABNORMAL, moment, 'hangUp'),
  refused: (_state, { refusal }) => ({ state: { state: 'refused', refusal }, command: 'hangUp' }),
  draining: (state, event, moment) => stay({ ...state, leaveAt: leaveTime(event, moment) }),
  due: (state, _event, moment) => leaveIfDead(state, moment),
  retry: stay,
  online: (state, _event, moment) => leaveIfDead(state, moment),
  offline: (state, _event, moment) => offline(attemptAfter(state, moment), moment, 'hangUp'),
  visible: (state, _event, moment) => leaveIfDead(state, moment),
  close: () => shut,
};

const waiting: Row<'waiting'> = {
  greeted: stay,
  heard: stay,
  lost: stay,
  garbled: stay,
  refused: (_state, { refusal }) => stay({ state: 'refused', refusal }),
  draining: stay,
  due: (state, _event, { now }) =>
    now >= state.at ? dial(state.attempt, now, 'open') : stay(state),
  retry: ({ attempt }, _event, { now }) => dial(attempt, now, 'open'),
  online: (_state, _event, { now }) => dial(0, now, 'open'),
  offline: ({ attempt }, _event, moment) => offline(attempt, moment, 'none'),
  visible: ({ attempt }, _event, { now }) => dial(attempt, now, 'open'),
  close: () => shut,
};

const offlineRow: Row<'offline'> = {
  greeted: stay,
  heard: stay,
  lost: stay,
  garbled: stay,
  refused: (_state, { refusal }) => stay({ state: 'refused', refusal }),
  draining: stay,
  due: (state, _event, { now }) =>
    now >= state.at ? dial(state.attempt, now, 'open') : stay(state),
  retry: ({ attempt }, _event, { now }) => dial(attempt, now, 'open'),
  online: (_state, _event, { now }) => dial(0, now, 'open'),
  offline: stay,
  visible: ({ attempt }, _event, { now }) => dial(attempt, now, 'open'),
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
  retry: (_state, _event, { now }) => dial(0, now, 'open'),
  online: stay,
  offline: stay,
  visible: stay,
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

const dial = (attempt: number, now: number, command: SocketCommand): Step => ({
  state: { state: 'connecting', attempt, since: now },
  command,
});

function afterLoss(attempt: number, code: number, moment: Moment, command: SocketCommand): Step {
  if (isPermanent(code)) return { state: { state: 'refused', refusal: refusalOf(code) }, command };
  if (!moment.online) return offline(attempt, moment, command);
  const at = moment.now + pauseAfter(attempt, code, moment);
  return { state: { state: 'waiting', attempt: attempt + 1, at }, command };
}

function pauseAfter(attempt: number, code: number, { random, settings }: Moment): number {
  // Only the first time: a server that keeps restarting is backed off from like any other.
  if (code === CloseCode.restart && attempt === 0) {
    return Math.round(random * settings.restartSpread);
  }
  const pause = backoff(attempt, random, settings);
  return BUSY.includes(code) ? settings.busyPause + pause : pause;
}

function offline(attempt: number, moment: Moment, command: SocketCommand): Step {
  const { now, random, settings } = moment;
  const at = now + Math.max(settings.offlinePause, backoff(attempt, random, settings));
  return { state: { state: 'offline', attempt: attempt + 1, at }, command };
}

const giveUpIfLate = (state: In<'connecting'>, moment: Moment): Step =>
  moment.now >= state.since + moment.settings.connectTimeout
    ? afterLoss(state.attempt, ABNORMAL, moment, 'hangUp')
    : stay(state);

function leaveIfDead(state: In<'connected'>, moment: Moment): Step {
  const attempt = attemptAfter(state, moment);
  if (moment.now >= state.heard + moment.settings.silence) {
    return afterLoss(attempt, ABNORMAL, moment, 'hangUp');
  }
  if (state.leaveAt !== null && moment.now >= state.leaveAt) {
    return dial(attempt, moment.now, 'reopen');
  }
  return stay(state);
}

const attemptAfter = ({ attempt, since }: In<'connected'>, { now, settings }: Moment): number =>
  now - since >= settings.stable ? 0 : attempt;

const leaveTime = ({ retryMs }: On<'draining'>, { now }: Moment): number =>
  now + Math.min(retryMs, MAX_DRAIN);
