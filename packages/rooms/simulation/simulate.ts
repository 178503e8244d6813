import { calm, empty } from './calm.ts';
import { perform } from './perform.ts';
import type { Plan } from './plan.ts';
import type { Plant } from './plant.ts';
import type { Violation } from './violation.ts';
import { World } from './world.ts';

export interface Outcome {
  readonly violation: Violation | null;
  /** The same for the same plan. */
  readonly trace: readonly string[];
  /** How many of the plan's steps were taken. */
  readonly taken: number;
}

/** Runs a plan until a rule is broken, or to its end. */
export async function simulate(plan: Plan, plant: Plant | null = null): Promise<Outcome> {
  const world = new World(plan, plant);
  const { clock, judge, trace, peers } = world;
  let taken = 0;
  for (const peer of peers) peer.connect();
  for (const { wait, ...action } of plan.steps) {
    if (judge.violation !== null) break;
    taken += 1;
    trace.note(JSON.stringify(action));
    await perform(world, action);
    await clock.advance(wait);
    checkBounds(world);
  }
  if (judge.violation === null) await calm(world);
  if (judge.violation === null) await empty(world);
  for (const { doc } of peers) doc.destroy();
  return { violation: judge.violation, trace: trace.lines, taken };
}

/** What must be bounded at any time. */
function checkBounds({ server, judge, documents, peers }: World): void {
  if (!server.isUp) return;
  const { timers } = server;
  const most = 8 + 8 * documents.length + peers.length;
  if (timers > most) judge.fail('I8', `${timers} timers for ${documents.length} documents`);
  if (server.rooms.autosave.dirty().length > documents.length) {
    judge.fail('I8', 'more dirty documents than there are');
  }
}
