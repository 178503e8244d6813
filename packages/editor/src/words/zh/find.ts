import type { EditorWords } from '../words.ts';

export const find: EditorWords['find'] = {
  label: '在此文档中查找',
  words: '查找',
  matchCase: '区分大小写',
  wholeWords: '全字匹配',
  isPattern: '正则表达式',
  previous: '上一个',
  next: '下一个',
  replace: '替换…',
  close: '关闭',
  replacement: '替换为',
  replaceOne: '替换',
  replaceAll: '全部',
  replaced: (count) => `已替换 ${count} 处`,
  none: '没有找到',
  count: (count) => `找到 ${count} 处`,
  number: (number, count) => `第 ${number} 处，共 ${count} 处`,
  invalid: (detail) => `不是有效的正则表达式：${detail}`,
  slow: '这个表达式用时太长，请试试更简单的。',
  failed: '无法加载查找功能，请稍后再试。',
};
