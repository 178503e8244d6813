import type { EditorWords } from '../words.ts';

export const links: EditorWords['links'] = {
  label: '链接',
  address: '地址',
  placeholder: '粘贴或输入地址',
  refused: '无法链接到这个地址。可以使用网页、邮件和电话地址。',
  add: '添加',
  change: '更改',
  open: '打开',
  remove: '移除',
  to: (address) => `指向 ${address} 的链接`,
  copy: '复制地址',
  edit: '编辑链接',
  unlink: '取消链接',
  copied: '地址已复制',
};
