import type { AppWords } from '../words.ts';

export const moreMenu: AppWords['moreMenu'] = {
  label: '更多',
  deleteDocument: '删除文档',
  toolbar: '格式按钮',
  toolbarPlaces: { selection: '在所选内容旁', above: '始终在正文上方' },
};
