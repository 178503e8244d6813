import { CloseCode } from '@indelible/protocol';

import { freshRoute, type In, type Route, type WayBack } from './line-state.ts';
import type { Moment, Step } from './line-table.ts';

/** Codes below the private ones (3000) that only our server sends; the others are made up on the way. */
const SPOKEN: readonly number[] = [CloseCode.restart, CloseCode.overloaded, CloseCode.tooBig];

/**
 * The route of the next line, after one that nobody was greeted on.
 *
 * @param code with which it ended; null if nothing came of it in time.
 */
export function routeAfter(route: Route, code: number | null, moment: Moment): Route {
  const { online, settings } = moment;
  const isAnswer = code !== null && (code >= 3000 || SPOKEN.includes(code));
  if (isAnswer) return route.via === 'webSocket' ? freshRoute : route;
  // Nothing gets through anyway, which says nothing about WebSockets.
  if (!online) return route;
  // Turn about: it may well be the server that is not there.
  if (route.via === 'http') return { ...route, via: 'webSocket' };
  const blocked = route.blocked + (code === null ? settings.blockedAfter : 1);
  return { via: blocked >= settings.blockedAfter ? 'http' : 'webSocket', blocked };
}

/** Whether there is a way back to look for, on a line that has just been greeted. */
export const wayBackOn = ({ via }: Route, moment: Moment): WayBack | null =>
  via === 'http' ? later(0, moment) : null;

/** Tries the way back, or gives it up for now, if it is time. */
export function lookForWayBack(state: In<'connected'>, moment: Moment): Step {
  const { now, settings } = moment;
  const { wayBack } = state;
  if (wayBack === null || now < wayBack.at) return { state, command: 'none' };
  if (wayBack.isTrying) return giveUpWayBack(state, moment);
  const trying = { ...wayBack, isTrying: true, at: now + settings.connectTimeout };
  return { state: { ...state, wayBack: trying }, command: 'tryBack' };
}

/** The network has changed: there is no reason to wait. */
export const hurryBack = (state: In<'connected'>, { now }: Moment): In<'connected'> =>
  state.wayBack === null || state.wayBack.isTrying
    ? state
    : { ...state, wayBack: { tries: 0, isTrying: false, at: now } };

export function giveUpWayBack(state: In<'connected'>, moment: Moment): Step {
  const { wayBack } = state;
  if (wayBack?.isTrying !== true) return { state, command: 'none' };
  const next = { ...state, wayBack: later(wayBack.tries + 1, moment) };
  return { state: next, command: 'giveUpBack' };
}

export function goBack(state: In<'connected'>, { now }: Moment): Step {
  if (state.wayBack?.isTrying !== true) return { state, command: 'none' };
  const next = { ...state, since: now, heard: now, route: freshRoute, wayBack: null };
  return { state: next, command: 'goBack' };
}

/** Somewhere in the second half of a wait that doubles. */
function later(tries: number, { now, random, settings }: Moment): WayBack {
  const bound = Math.min(settings.wayBackCap, settings.wayBackBase * 2 ** tries);
  return { tries, isTrying: false, at: now + Math.round(bound * (0.5 + random / 2)) };
}
