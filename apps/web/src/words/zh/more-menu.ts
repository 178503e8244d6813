import type { AppWords } from '../words.ts';

export const moreMenu: AppWords['moreMenu'] = {
  label: '更多',
  deleteDocument: '删除文档',
};
