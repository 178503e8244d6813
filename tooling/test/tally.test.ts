import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { closingLines, outcomeLines } from '../src/report.ts';
import { concludeTally, readTally, sumTallies } from '../src/tally.ts';

const skip = { title: 'writes to PostgreSQL', reason: 'no database' };

describe('a runner', () => {
  it('that exits 0 counts what it counted', () => {
    const counted = { passed: 3, failed: 0, skipped: [skip] };
    expect(concludeTally(counted, 0)).toEqual(counted);
  });

  it('that exits with a code counts as a failure even if no test failed', () => {
    expect(concludeTally({ passed: 3, failed: 0, skipped: [] }, 1)).toMatchObject({ failed: 1 });
    expect(concludeTally({ passed: 3, failed: 2, skipped: [] }, 1)).toMatchObject({ failed: 2 });
  });

  it('that left no tally, or ran no test, counts as a failure', () => {
    expect(concludeTally(null, 0)).toEqual({ passed: 0, failed: 1, skipped: [] });
    expect(concludeTally({ passed: 0, failed: 0, skipped: [skip] }, 0)).toMatchObject({
      failed: 1,
    });
  });
});

describe('a tally file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'indelible-tally-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each(['', 'no JSON', '[]', 'null', '{"passed":1}', '{"passed":"1","failed":0,"skipped":[]}'])(
    'that holds %j is none',
    (text) => {
      writeFileSync(join(folder, 'tally.json'), text);
      expect(readTally(join(folder, 'tally.json'))).toBeNull();
    },
  );

  it('that is not there is none', () => {
    expect(readTally(join(folder, 'tally.json'))).toBeNull();
  });
});

describe('the summary', () => {
  const good = { passed: 1, failed: 0, skipped: [] };
  const outcomes = [
    { name: 'lint', tally: good, ms: 1200, output: 'no news' },
    { name: 'unit', tally: { passed: 7, failed: 2, skipped: [skip] }, ms: 30_000, output: 'a\nb' },
  ];
  const closing = closingLines(outcomes, sumTallies(outcomes.map(({ tally }) => tally)), 31_200);

  it('closes with the sums alone on the last line', () => {
    expect(closing.split('\n').at(-1)).toBe('8 passed, 2 failed, 1 skipped');
    expect(closing.match(/\d+ passed, \d+ failed, \d+ skipped/g)).toHaveLength(1);
  });

  it('names what failed and why a test was skipped', () => {
    expect(closing).toContain('Failed after 31.2 s: unit.');
    expect(closing).toContain('skipped: writes to PostgreSQL (no database)');
  });

  it('shows the output of a step that failed and of no other', () => {
    expect(outcomes.map(outcomeLines).join('\n')).toBe(
      [
        '  ✓ lint              1.2 s',
        '  ✗ unit             30.0 s   7 passed, 2 failed, 1 skipped',
        '',
        '    a',
        '    b',
        '',
      ].join('\n'),
    );
  });
});
