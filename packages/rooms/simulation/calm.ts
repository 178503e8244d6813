import { verify, verifyEmpty } from './verify.ts';
import type { World } from './world.ts';

/** Milliseconds in which everything must be quiet after faults have healed. */
const PATIENCE = 120_000;
const LOOK_EVERY = 1_000;

/** A quiet point: heals everything, waits until nothing moves, and checks all that must hold then. */
export async function calm(world: World): Promise<void> {
  const { clock, judge, trace } = world;
  trace.note('everything heals');
  world.heal();
  // Twice: what the first look finds quiet, a busy room may be about to deliver.
  for (let waited = 0, quiet = 0; quiet < 2; waited += LOOK_EVERY) {
    if (judge.violation !== null) return;
    const what = restless(world);
    if (waited >= PATIENCE) {
      judge.fail('calm', what ?? 'it comes and goes');
      return;
    }
    quiet = what === null ? quiet + 1 : 0;
    world.heal();
    await clock.advance(LOOK_EVERY);
  }
  await verify(world);
}

/** Everybody goes, and the rooms must close. */
export async function empty(world: World): Promise<void> {
  for (const peer of world.peers) peer.quit();
  await world.clock.advance(PATIENCE);
  verifyEmpty(world);
}

/** What is not quiet yet, or null. */
function restless({ peers, server }: World): string | null {
  if (!server.isUp) return 'there is no server';
  for (const { options, restless: why } of peers) if (why !== null) return `${options.name} ${why}`;
  return server.rooms.numbers().unsavedBytes > 0 ? 'something is not on disk' : null;
}
