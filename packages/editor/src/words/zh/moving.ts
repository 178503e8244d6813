import type { EditorWords } from '../words.ts';

export const moving: EditorWords['moving'] = {
  add: '在下方添加内容块',
  handle: '内容块操作；拖动可移动',
  menu: '内容块操作',
  duplicate: '复制一份',
  moveUp: '上移',
  moveDown: '下移',
  copyLink: '复制内容块链接',
  delete: '删除',
  turnInto: '转换为',
  linkCopied: '链接已复制',
  linkInBar: '链接已放入地址栏',
};
