/** Somebody's column: what it is called in the data and in the table. */
export interface Column {
  readonly name: string;
  readonly title: string;
}

/** A workload's row. */
export interface Row {
  readonly title: string;
  readonly goal: string;
  /** By the columns' names; a dash for what is not there. */
  readonly cells: ReadonlyMap<string, string>;
}

/** A Markdown table. */
export function renderTable(columns: readonly Column[], rows: readonly Row[]): string {
  const head = ['workload', ...columns.map(({ title }) => title), 'goal'];
  const body = rows.map(({ title, goal, cells }) => [
    title,
    ...columns.map(({ name }) => cells.get(name) ?? '–'),
    goal,
  ]);
  const widths = head.map((_, n) =>
    Math.max(...[head, ...body].map((line) => line[n]?.length ?? 0)),
  );
  const line = (items: readonly string[]): string =>
    `| ${items.map((item, n) => escape(item).padEnd(widths[n] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

const escape = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/**
 * Puts a text between two markers, `<!-- name -->` and `<!-- /name -->`.
 *
 * @throws {Error} if they are not there.
 */
export function replaceBetween(document: string, name: string, text: string): string {
  const [before, rest] = split(document, `<!-- ${name} -->`);
  const [, after] = split(rest, `<!-- /${name} -->`);
  return `${before}<!-- ${name} -->\n\n${text}\n\n<!-- /${name} -->${after}`;
}

function split(text: string, marker: string): [before: string, after: string] {
  const at = text.indexOf(marker);
  if (at === -1) throw new Error(`there is no ${marker}`);
  return [text.slice(0, at), text.slice(at + marker.length)];
}
