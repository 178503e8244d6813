import type { AppWords } from '../words.ts';

export const changes: AppWords['changes'] = {
  deleted: (title) => `已删除“${title}”`,
  undo: '撤销',
  couldNotDelete: (title) => `无法删除“${title}”`,
  couldNotBringBack: (title) => `无法恢复“${title}”`,
  nothingElse: '服务器没有正常响应。其他内容没有变化，请稍后再试。',
  couldNotCreate: '无法新建文档',
  couldNotRename: '无法重命名文档',
  keepsOldTitle: '标题保持不变。请稍后再试。',
  bringBack: '恢复文档',
  couldNotRestore: '无法恢复文档',
  goneForGood: '服务器上已经没有这个文档了。这台设备上的副本仍在。',
  copyStillHere: '服务器没有正常响应。这台设备上的副本仍在，请稍后再试。',
};
