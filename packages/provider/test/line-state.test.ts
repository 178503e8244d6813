import fc from 'fast-check';
import { expect, test } from 'vitest';

import { backoff } from '../src/backoff.ts';
import {
  connectionOf,
  deadlineOf,
  firstLineState,
  freshRoute,
  type LineEvent,
  type LineState,
} from '../src/line-state.ts';
import { transition, type SocketCommand } from '../src/line-table.ts';
import { defaultSettings } from '../src/settings.ts';

const settings = defaultSettings;

const anyEvent: fc.Arbitrary<LineEvent> = fc.oneof(
  fc.constantFrom(
    { type: 'greeted' },
    { type: 'heard' },
    { type: 'garbled' },
    { type: 'due' },
    { type: 'retry' },
    { type: 'online' },
    { type: 'offline' },
    { type: 'visible' },
    { type: 'wayBackOpen' },
    { type: 'wayBackShut' },
    { type: 'refused', refusal: 'otherEpoch' } as const,
  ),
  fc.record({
    type: fc.constant('lost'),
    code: fc.constantFrom(1006, 1012, 1013, 4403, 4503, 4529),
  }),
  fc.record({ type: fc.constant('draining'), retryMs: fc.nat(100_000) }),
);

const anyLife = fc.array(
  fc.record({
    event: anyEvent,
    later: fc.nat(40_000),
    random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    online: fc.boolean(),
  }),
  { maxLength: 60, size: 'max' },
);

interface Life {
  now: number;
  state: LineState;
  hasSocket: boolean;
  /** A WebSocket is being tried beside a line over HTTP. */
  hasCandidate: boolean;
}

interface Happening {
  readonly event: LineEvent;
  readonly later: number;
  readonly random: number;
  readonly online: boolean;
}

interface Lived {
  readonly before: Life;
  readonly event: LineEvent['type'];
  readonly command: SocketCommand;
  readonly after: Life;
}

/** Every step of a line's life, with whether it had a socket. */
function live(happenings: readonly Happening[]): { readonly steps: Lived[]; readonly end: Life } {
  let life: Life = { now: 0, state: firstLineState(0), hasSocket: true, hasCandidate: false };
  const steps: Lived[] = [];
  for (const { event, later, random, online } of happenings) {
    // Without a socket nothing can be heard or lost.
    if (!life.hasSocket && ['greeted', 'heard', 'garbled', 'lost'].includes(event.type)) continue;
    if (!life.hasCandidate && event.type.startsWith('wayBack')) continue;
    const now = life.now + later;
    const { state, command } = transition(life.state, event, { now, random, online, settings });
    const isLost = event.type === 'lost' || command === 'hangUp';
    const hasSocket = command === 'open' || command === 'reopen' || (life.hasSocket && !isLost);
    // With the line goes what was tried beside it.
    const isOver = command === 'giveUpBack' || command === 'goBack' || state.state !== 'connected';
    const hasCandidate = command === 'tryBack' || (life.hasCandidate && !isOver);
    const after = { now, state, hasSocket, hasCandidate };
    steps.push({ before: life, event: event.type, command, after });
    life = after;
  }
  return { steps, end: life };
}

test('there is one socket while it is connecting or connected, and none otherwise', () => {
  fc.assert(
    fc.property(anyLife, (life) => {
      const wrong = live(life).steps.filter(
        ({ before, event, command, after: { state, hasSocket } }) =>
          hasSocket !== (state.state === 'connecting' || state.state === 'connected') ||
          (command === 'open' && before.hasSocket && event !== 'lost'),
      );
      expect(wrong).toEqual([]);
    }),
  );
  expect.hasAssertions();
});

test('only a greeting connects, and only a person leaves a refusal', () => {
  fc.assert(
    fc.property(anyLife, (life) => {
      const turns = live(life).steps.filter(({ before, after }) => before.state !== after.state);
      const connects = turns.filter(
        ({ before, after }) =>
          after.state.state === 'connected' && before.state.state !== 'connected',
      );
      const returns = turns.filter(({ before }) => before.state.state === 'refused');
      expect(connects.every(({ event }) => event === 'greeted')).toBe(true);
      expect(returns.every(({ event }) => event === 'retry')).toBe(true);
    }),
  );
  expect.hasAssertions();
});

test('it never gives up by itself: unless refused, something is due within a minute and a half', () => {
  fc.assert(
    fc.property(anyLife, (life) => {
      const { state, now } = live(life).end;
      const wait = (deadlineOf(state, settings) ?? Infinity) - now;
      expect(wait <= 90_000).toBe(state.state !== 'refused');
    }),
  );
  expect.hasAssertions();
});

test('left to itself with nobody there, every deadline brings it on and tries do not stop', () => {
  fc.assert(
    fc.property(anyLife, fc.boolean(), (life, online) => {
      let { state, now } = live(life).end;
      fc.pre(state.state !== 'refused');
      let dials = 0;
      for (let i = 0; i < 24; i++) {
        now = Math.max(now, deadlineOf(state, settings) ?? now);
        const step = transition(state, { type: 'due' }, { now, random: 0.9, online, settings });
        expect(step.state).not.toBe(state);
        if (step.command !== 'none' && step.command !== 'hangUp') dials += 1;
        state = step.state;
      }
      expect(dials).toBeGreaterThanOrEqual(9);
    }),
  );
});

test('once closed, nothing happens any more', () => {
  fc.assert(
    fc.property(anyEvent, anyLife, (event, life) => {
      const { state, now } = live(life).end;
      const moment = { now, random: 0, online: true, settings };
      const closed = transition(state, { type: 'close' }, moment).state;
      expect(transition(closed, event, moment)).toEqual({ state: closed, command: 'none' });
      expect(connectionOf(closed)).toEqual({ state: 'disconnected', refusal: null });
      expect(deadlineOf(closed, settings)).toBeNull();
    }),
  );
});

test('a wait is never longer than the cap nor shorter than half its bound; the first is at most 300 ms', () => {
  fc.assert(
    fc.property(fc.nat(2_000), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
      const wait = backoff(attempt, random, settings);
      const bound = Math.min(30_000, 300 * 2 ** attempt);
      expect(wait).toBeGreaterThanOrEqual(bound / 2);
      expect(wait).toBeLessThanOrEqual(bound);
    }),
  );
  expect([0, 1, 2, 3, 10].map((attempt) => backoff(attempt, 0.5, settings))).toEqual([
    225, 450, 900, 1_800, 22_500,
  ]);
});

const anyChance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test.each(['webSocket', 'http'] as const)(
  'where only %s gets through, a server that was gone for a while is found again within twice that time',
  (open) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12_000 }), fc.array(anyChance), (outage, chances) => {
        let state: LineState = firstLineState(0);
        let now = 0;
        const isFound = (): boolean =>
          now >= outage && state.state === 'connecting' && state.route.via === open;
        for (let i = 0; i < 100 && !isFound(); i++) {
          const isDialing = state.state === 'connecting';
          const event: LineEvent = isDialing ? { type: 'lost', code: 1006 } : { type: 'due' };
          now = isDialing ? now : (deadlineOf(state, settings) ?? now);
          const random = chances[i % chances.length] ?? 0.5;
          state = transition(state, event, { now, random, online: true, settings }).state;
        }
        expect(isFound()).toBe(true);
        expect(now - outage).toBeLessThanOrEqual(2 * outage + settings.backoffBase * 3);
      }),
    );
  },
);

test('a WebSocket is tried beside a line over HTTP and never beside another, one at a time', () => {
  fc.assert(
    fc.property(anyLife, (life) => {
      const wrong = live(life).steps.filter(
        ({ before, command, after: { state, hasCandidate } }) =>
          hasCandidate !== (state.state === 'connected' && state.wayBack?.isTrying === true) ||
          (command === 'tryBack' && before.hasCandidate) ||
          (state.state === 'connected' &&
            (state.route.via === 'http') !== (state.wayBack !== null)),
      );
      expect(wrong).toEqual([]);
    }),
  );
  expect.hasAssertions();
});

/** What carries each of the next lines, when they end with these codes; null: nothing comes of it. */
function vias(codes: readonly (number | null)[], online = true): (string | undefined)[] {
  let now = 0;
  let state: LineState = firstLineState(now);
  return codes.map((code) => {
    const via = 'route' in state ? state.route.via : undefined;
    const at = deadlineOf(state, settings) ?? now;
    if (code === null) now = at;
    const event: LineEvent = code === null ? { type: 'due' } : { type: 'lost', code };
    state = transition(state, event, { now, random: 0.5, online, settings }).state;
    if (state.state === 'connecting') return via;
    now = deadlineOf(state, settings) ?? now;
    state = transition(state, { type: 'due' }, { now, random: 0.5, online, settings }).state;
    return via;
  });
}

test('after two WebSockets that came to nothing it is HTTP’s turn, then every other time', () => {
  const [ws, http] = ['webSocket', 'http'];
  expect(vias([1006, 1006, 1006, 1006, 1006, 1006])).toEqual([ws, ws, http, ws, http, ws]);
  // One that takes ten seconds to come to nothing is enough.
  expect(vias([null, null, null])).toEqual([ws, http, ws]);
});

test('a WebSocket that leads to HTTP and HTTP are one try: nothing is waited for between them', () => {
  const moment = { now: 7, random: 0.5, online: true, settings };
  const blocked: LineState = {
    state: 'connecting',
    attempt: 3,
    since: 0,
    route: { via: 'webSocket', blocked: 1 },
  };
  const next = {
    state: { state: 'connecting', attempt: 3, since: 7, route: { via: 'http', blocked: 2 } },
    command: 'open',
  };
  expect(transition(blocked, { type: 'lost', code: 1006 }, moment)).toEqual(next);
  const late = { ...moment, now: settings.connectTimeout };
  expect(transition(blocked, { type: 'due' }, late)).toMatchObject({
    state: { state: 'connecting', attempt: 3, route: { via: 'http' } },
    command: 'reopen',
  });
});

test('a word from the server, in whatever way, says that this way is open', () => {
  const [ws, http] = ['webSocket', 'http'];
  expect(vias([1006, 1013, 1006, 1006, 1006])).toEqual([ws, ws, ws, ws, http]);
  expect(vias([1006, 1006, 4503, 1012, 1006])).toEqual([ws, ws, http, http, http]);
});

test('without a network nothing is learned about WebSockets', () => {
  expect(vias([1006, 1006, null, 1006], false)).toEqual(Array(4).fill('webSocket'));
});

/** A line over HTTP that has just been greeted. */
function overHttp(now: number): LineState {
  const connecting: LineState = {
    state: 'connecting',
    attempt: 2,
    since: now,
    route: { via: 'http', blocked: 2 },
  };
  return transition(connecting, { type: 'greeted' }, { now, random: 0, online: true, settings })
    .state;
}

test('the way back is tried after seconds at first, then less and less often, at least every 10 minutes', () => {
  let state = overHttp(0);
  let now = 0;
  const waits: number[] = [];
  const step = (event: LineEvent, random: number): SocketCommand => {
    const result = transition(state, event, { now, random, online: true, settings });
    state = result.state;
    return result.command;
  };
  for (let tries = 0; tries < 10; tries++) {
    const since = now;
    while (step({ type: 'due' }, 0) !== 'tryBack') {
      now = deadlineOf(state, settings) ?? now;
      step({ type: 'heard' }, 0);
    }
    waits.push(now - since);
    step({ type: 'wayBackShut' }, 0);
  }
  expect(waits.slice(0, 4)).toEqual([2_500, 5_000, 10_000, 20_000]);
  expect(waits.at(-1)).toBe(300_000);
});

test('a line that has gone back is like any other, and a new network is tried afresh', () => {
  const moment = { now: 5_000, random: 0.5, online: true, settings };
  const trying = transition(overHttp(0), { type: 'online' }, moment);
  expect(trying.command).toBe('tryBack');
  const back = transition(trying.state, { type: 'wayBackOpen' }, moment);
  expect(back.command).toBe('goBack');
  expect(connectionOf(back.state)).toEqual({ state: 'connected', via: 'webSocket' });
  const lost = transition(overHttp(0), { type: 'lost', code: 1006 }, moment).state;
  expect(transition(lost, { type: 'retry' }, moment).state).toMatchObject({
    route: { via: 'http' },
  });
  expect(transition(lost, { type: 'online' }, moment).state).toMatchObject({ route: freshRoute });
});

/** The wait after each of these losses, when the line was never greeted. */
function waits(codes: readonly number[], random: number): number[] {
  let now = 0;
  let state: LineState = firstLineState(now);
  return codes.map((code) => {
    state = transition(
      state,
      { type: 'lost', code },
      { now, random, online: true, settings },
    ).state;
    const at = deadlineOf(state, settings) ?? now;
    const wait = at - now;
    now = at;
    state = transition(state, { type: 'due' }, { now, random, online: true, settings }).state;
    return wait;
  });
}

test('failures in a row wait longer and longer; a busy server is left alone for a second more', () => {
  expect(waits([1005, 4000, 4000], 0.5)).toEqual([225, 450, 900]);
  expect(waits([1013, 4503, 4529], 0)).toEqual([1_150, 1_300, 1_600]);
  expect(waits([1012, 1012], 0.5)).toEqual([500, 450]);
});

test('a line that held for 5 s makes the next wait short again; a shorter one does not', () => {
  const waitAfter = (held: number): number => {
    const state: LineState = {
      state: 'connected',
      attempt: 6,
      since: 0,
      heard: held,
      leaveAt: null,
      route: freshRoute,
      wayBack: null,
    };
    const moment = { now: held, random: 0.5, online: true, settings };
    const next = transition(state, { type: 'lost', code: 1006 }, moment).state;
    return (deadlineOf(next, settings) ?? 0) - held;
  };
  expect([waitAfter(5_000), waitAfter(4_999)]).toEqual([225, 14_400]);
});

test('a draining server that hangs up early is left alone until the time that it named', () => {
  const moment = { now: 1_000, random: 0, online: true, settings };
  const connected: LineState = {
    state: 'connected',
    attempt: 0,
    since: 0,
    heard: 0,
    leaveAt: null,
    route: freshRoute,
    wayBack: null,
  };
  const draining = transition(connected, { type: 'draining', retryMs: 3_000 }, moment).state;
  const lost = transition(draining, { type: 'lost', code: 1012 }, moment).state;
  expect(connectionOf(lost)).toEqual({ state: 'reconnecting', at: 4_000 });
});
