import type { Operation } from '@indelible/store';

import type { Action, PeerPlan, Plan, PlannedFault, Step, Style } from './plan.ts';
import { Random } from './random.ts';

type Make = (random: Random) => Action;

/** Makes the plan of a seed. */
export function planOf(seed: number): Plan {
  const random = new Random(seed, 'plan');
  // A copy that came before epochs were told can't be kept out, so nobody else is there for a wipe.
  const wipes = random.chance(0.12);
  const documents = random.chance(0.75) ? 1 : 2;
  const peers = Array.from({ length: random.between(2, 2 + documents) }, (_, index) =>
    planPeer(random, index % documents, wipes),
  );
  const makers = makersFor(peers.length, documents, wipes);
  const total = makers.reduce((sum, [weight]) => sum + weight, 0);
  const steps = Array.from({ length: random.between(20, 90) }, (): Step => {
    const action = choose(makers, random.next() * total)(random);
    return { ...action, wait: planWait(random) };
  });
  const maxHeld = random.pick([600, 1_000_000]);
  return { seed, documents, peers, settings: planSettings(random), maxHeld, steps };
}

function planPeer(random: Random, document: number, wipes: boolean): PeerPlan {
  const styles: readonly [Style, ...Style[]] = wipes
    ? ['ours', 'ours', 'ours', 'reader']
    : ['ours', 'ours', 'ours', 'eager', 'eager', 'stock', 'reader'];
  return { style: random.pick(styles), document, latency: random.pick([1, 5, 20, 80]) };
}

const planSettings = (random: Random): Plan['settings'] => ({
  debounce: random.pick([5, 30, 100]),
  maxWait: random.pick([100, 300]),
  maxUnsaved: random.pick([200, 2_000, 1_000_000]),
  settleAfter: random.pick([200, 1_000, 4_000]),
  settleRows: random.pick([3, 10, 100]),
  closeAfter: random.pick([0, 50, 300, 2_000]),
});

const planWait = (random: Random): number =>
  random.pick([
    () => 0,
    () => random.between(1, 30),
    () => random.between(1, 30),
    () => random.between(1, 150),
    () => random.between(100, 800),
    () => random.between(100, 3_000),
  ])();

function choose(makers: readonly (readonly [number, Make])[], at: number): Make {
  let sum = 0;
  for (const [weight, make] of makers) {
    sum += weight;
    if (at < sum) return make;
  }
  return () => ({ do: 'quiet' });
}

/** What may happen, each with how often. */
function makersFor(
  peers: number,
  documents: number,
  wipes: boolean,
): readonly (readonly [number, Make])[] {
  return [
    ...editing((random) => random.between(0, peers - 1)),
    ...lineTrouble((random) => random.between(0, peers - 1)),
    [3, (r) => ({ do: 'server-edit', document: r.between(0, documents - 1), for: slowly(r) })],
    ...serverTrouble((random) => random.between(0, documents - 1), wipes),
    ...diskTrouble((random) => random.between(0, documents - 1)),
    [2, (random) => ({ do: 'jump', by: random.between(500, 120_000) })],
    [2, () => ({ do: 'quiet' })],
  ];
}

const slowly = (random: Random): number => random.pick([0, 10, 1_000]);

type Index = (random: Random) => number;

const WORDS = [
  'a',
  'bc',
  'word ',
  'more words\n',
  'é',
  'a sentence that is a bit longer. ',
] as const;

const editing = (peer: Index): (readonly [number, Make])[] => [
  [34, (r) => ({ do: 'type', peer: peer(r), at: r.next(), text: r.pick(WORDS) })],
  [18, (r) => ({ do: 'erase', peer: peer(r), at: r.next(), length: r.between(1, 8) })],
  [7, (r) => ({ do: 'format', peer: peer(r), at: r.next(), length: r.between(1, 8) })],
  [4, (r) => ({ do: 'set', peer: peer(r), value: r.between(0, 9) })],
  [3, (r) => ({ do: 'trespass', peer: peer(r) })],
];

const lineTrouble = (peer: Index): (readonly [number, Make])[] => [
  [6, (r) => ({ do: 'cut', peer: peer(r), lose: r.chance(0.5) })],
  [
    4,
    (r) => ({
      do: 'half-open',
      peer: peer(r),
      way: r.pick(['up', 'down', 'both']),
      peerNotices: r.between(0, 3_000),
      serverNotices: r.between(0, 6_000),
    }),
  ],
  [4, (r) => ({ do: 'stall', peer: peer(r), for: r.between(10, 3_000) })],
  [4, (r) => ({ do: 'reload', peer: peer(r) })],
  [4, (r) => ({ do: 'away', peer: peer(r), for: r.between(10, 3_000) })],
];

const serverTrouble = (document: Index, wipes: boolean): (readonly [number, Make])[] => [
  [6, (r) => ({ do: 'crash', for: r.between(1, 800) })],
  [2, (r) => ({ do: 'drain', for: r.between(1, 800) })],
  [4, (r) => ({ do: 'all-away', document: document(r), for: r.between(10, 3_000) })],
  [wipes ? 3 : 0, (r) => ({ do: 'wipe', document: document(r), for: r.between(1, 800) })],
];

const diskTrouble = (document: Index): (readonly [number, Make])[] => [
  [6, (r) => ({ do: 'fail-next', ...planFault(r) })],
  [3, (r) => ({ do: 'fail-for', ...planFault(r), for: r.between(100, 5_000) })],
  [4, (r) => ({ do: 'slow-disk', by: r.between(20, 600), for: r.between(100, 3_000) })],
  [2, (r) => ({ do: 'slow-fold', by: r.between(20, 2_000), for: r.between(1_000, 9_000) })],
  [1, () => ({ do: 'fail-fold' })],
  [2, (r) => ({ do: 'damage-snapshot', document: document(r) })],
];

const FAILURES: readonly [PlannedFault, ...PlannedFault[]] = [
  { code: 'io', done: false },
  { code: 'full', done: false },
  { code: 'busy', done: false },
];

function planFault(
  random: Random,
): Pick<Extract<Action, { do: 'fail-next' }>, 'operation' | 'fault'> {
  const operation = random.pick<Operation>(['append', 'append', 'append', 'load', 'compact']);
  if (operation !== 'append') return { operation, fault: random.pick(FAILURES) };
  const fault = random.pick<PlannedFault>([
    ...FAILURES,
    { code: 'ambiguous', done: true },
    { code: 'ambiguous', done: false },
  ]);
  return { operation, fault };
}
