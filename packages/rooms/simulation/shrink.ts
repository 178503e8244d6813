import type { Plan } from './plan.ts';

/**
 * Leaves out as many steps as it can, in ever smaller pieces.
 *
 * @param fails says whether a plan still shows what the whole one does.
 */
export async function shrink(plan: Plan, fails: (plan: Plan) => Promise<boolean>): Promise<Plan> {
  let kept = plan;
  let size = Math.ceil(plan.steps.length / 2);
  while (size > 0) {
    const before = kept.steps.length;
    for (let from = 0; from < kept.steps.length;) {
      const smaller = { ...kept, steps: kept.steps.toSpliced(from, size) };
      if (await fails(smaller)) kept = smaller;
      else from += size;
    }
    // Without one step another may have become needless, too.
    if (size > 1 || kept.steps.length === before) size = Math.floor(size / 2);
  }
  return kept;
}
