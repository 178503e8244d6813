import type { FullConfig, Reporter, Suite, TestCase } from '@playwright/test/reporter';

import { leaveTally } from './tally.ts';

/** Counts Playwright's tests in the words `unit-reporter.ts` uses for vitest's. */
class BrowserReporter implements Reporter {
  #suite: Suite | null = null;
  #errors = 0;

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#suite = suite;
  }

  onError(): void {
    this.#errors += 1;
  }

  onEnd(): void {
    const tests = this.#suite?.allTests() ?? [];
    leaveTally({
      passed: tests.filter((test) => test.outcome() === 'expected').length,
      // A test that passed at the second try is a failure that hides.
      failed: tests.filter(failed).length + this.#errors,
      skipped: tests
        .filter((test) => test.outcome() === 'skipped')
        .map((test) => ({ title: test.titlePath().slice(2).join(' › '), reason: reasonOf(test) })),
    });
  }

  printsToStdio(): boolean {
    return false;
  }
}

const failed = (test: TestCase): boolean => ['unexpected', 'flaky'].includes(test.outcome());

const reasonOf = (test: TestCase): string =>
  test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ??
  (test.results.length === 0 ? 'the run ended before its turn' : 'no reason given');

// oxlint-disable-next-line import/no-default-export -- Playwright loads reporters by their default.
export default BrowserReporter;
