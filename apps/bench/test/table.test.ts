import { describe, expect, it } from 'vitest';

import { renderTable, replaceBetween } from '../src/report/table.ts';

describe('a table', () => {
  it('has a dash where nothing was measured, and no cell that breaks it', () => {
    const columns = [
      { name: 'a', title: 'A' },
      { name: 'b', title: 'B' },
    ];
    const rows = [{ title: 'x|y', goal: '≤ 1', cells: new Map([['a', '2']]) }];
    expect(renderTable(columns, rows).split('\n')).toEqual([
      '| workload | A | B | goal |',
      '| -------- | - | - | ---- |',
      '| x\\|y     | 2 | – | ≤ 1  |',
    ]);
  });
});

describe('a text between two markers', () => {
  it('takes the place of what was there, and of nothing else', () => {
    const document = 'before\n<!-- x -->\nold\n<!-- /x -->\nafter\n';
    const once = replaceBetween(document, 'x', 'new');
    expect(once).toBe('before\n<!-- x -->\n\nnew\n\n<!-- /x -->\nafter\n');
    expect(replaceBetween(once, 'x', 'new')).toBe(once);
  });

  it('needs both markers', () => {
    expect(() => replaceBetween('<!-- x -->', 'x', 'new')).toThrow('<!-- /x -->');
  });
});
