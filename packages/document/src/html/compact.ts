import type { Node } from '@tiptap/pm/model';

import { openTag, type RenderNode } from './render.ts';

/**
 * How exported documents write what the editor draws with more tags than a reader needs; the schema reads these,
 * too, after `cleanHtml`.
 */
export const compact: RenderNode = (node, inner) => {
  switch (node.type.name) {
    case 'taskList':
      return `<ul data-type="taskList">${inner()}</ul>`;
    case 'taskItem':
      return taskItem(node, inner);
    case 'table':
      return `<table><tbody>${inner()}</tbody></table>`;
    case 'tableCell':
      return `${openTag('td', cellAttributes(node))}${inner()}</td>`;
    case 'tableHeader':
      return `${openTag('th', cellAttributes(node))}${inner()}</th>`;
    default:
      return undefined;
  }
};

function taskItem(node: Node, inner: () => string): string {
  const checked: unknown = node.attrs['checked'];
  const box = openTag('input', {
    type: 'checkbox',
    disabled: '',
    checked: checked === true ? '' : null,
  });
  return `<li data-type="taskItem" data-checked="${String(checked === true)}">${box}${inner()}</li>`;
}

function cellAttributes(cell: Node): Record<string, unknown> {
  const { colspan, rowspan, colwidth, align, background }: Record<string, unknown> = cell.attrs;
  return {
    colspan: colspan === 1 ? null : colspan,
    rowspan: rowspan === 1 ? null : rowspan,
    colwidth: Array.isArray(colwidth) ? colwidth.join(',') : null,
    align,
    'data-background': background,
  };
}
