import type { AppWords } from '../words.ts';

export const copies: AppWords['copies'] = {
  keep: '把我的副本保存为新文档',
  couldNotKeep: '无法用你的副本新建文档',
  stillHere: '服务器没有正常响应。你的副本仍在这台设备上，请稍后再试。',
  copyText: '复制文本',
  copied: '已复制',
  couldNotCopy: '无法复制文本',
  copyYourself: '浏览器不允许这个页面写入剪贴板。请在页面上选中文本后自行复制。',
  discard: '丢弃我的副本并打开当前文档',
  couldNotDiscard: '无法丢弃你的副本',
  notDiscarded: '浏览器没有释放它。没有任何变化；请重试，或在浏览器中清除本网站的数据。',
};
