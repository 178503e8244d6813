import type { AppWords } from '../words.ts';

export const search: AppWords['search'] = {
  label: '搜索文档',
  placeholder: '搜索',
  searching: '正在搜索…',
  onlyTitles: '服务器暂时无法搜索正文。你看到的是按标题找到的结果。',
  more: '包含这些词的文档比显示的更多。再加一个词可以缩小范围。',
  found: (count) => `${count} 个文档`,
  nothing: (sought) => `没有文档包含“${sought}”。刚刚写下的内容可能还搜不到。`,
  noTitle: (sought) => `没有标题包含“${sought}”。`,
};
