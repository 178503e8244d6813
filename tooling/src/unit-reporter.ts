import type { Reporter, TestCase, TestModule } from 'vitest/node';

import { leaveTally } from './tally.ts';

/** Vitest's own JSON leaves out why a test was skipped, so this counts for itself. */
class UnitReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const inState = (...states: readonly string[]): TestCase[] =>
      tests.filter((test) => states.includes(test.result().state));
    leaveTally({
      passed: inState('passed').length,
      failed:
        inState('failed').length +
        modules.filter(brokeOutsideTests).length +
        unhandledErrors.length,
      skipped: inState('skipped', 'pending').map((test) => ({
        title: test.fullName,
        reason: reasonOf(test),
      })),
    });
  }
}

/** A file that did not load has no failed test to count. */
const brokeOutsideTests = (module: TestModule): boolean =>
  module.errors().length > 0 ||
  [...module.children.allSuites()].some((suite) => suite.errors().length > 0);

function reasonOf(test: TestCase): string {
  const result = test.result();
  if (result.state === 'skipped' && result.note !== undefined) return result.note;
  return test.options.mode === 'todo' ? 'to be written' : 'no reason given';
}

// oxlint-disable-next-line import/no-default-export -- vitest loads reporters by their default.
export default UnitReporter;
