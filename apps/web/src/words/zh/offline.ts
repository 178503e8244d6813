import type { AppWords } from '../words.ts';

export const offline: AppWords['offline'] = {
  keepOffline: '离线保留',
  keptOffline: '可离线使用',
  documentOnlyHere: '仅在此设备上',
  changesOnlyHere: '更改尚未到达服务器',
  deletedHere: (title) => `“${title}”已在此处删除；服务器恢复后也会删除`,
  renameFailedDetail: '此设备无法保存新标题，文档仍用原来的标题。',
  createFailedDetail: '服务器没有响应，而此浏览器不在本设备上保存任何内容。请稍后再试。',
  notOnServer: '不在服务器上',
  notOnServerDetail: '这些文字只在此设备上，会一直留在这里，直到到达服务器或由你丢弃。',
  onItsWay: '在此设备上新建；会自动上传到服务器',
  reasons: {
    notFound: '文档已被删除',
    otherEpoch: '文档已被另一份替换',
    clientTooOld: 'Indelible 已更新；请打开文档并重新加载',
    documentFull: '文档已满',
    malformed: '服务器无法读取',
    unauthenticated: '服务器不再允许你进入',
    forbidden: '服务器不再允许你进入',
  },
  unsentWords: '你的一些文字从未到达服务器。它们会留在此设备上，直到你决定如何处理。',
  copyMarkdown: '复制为 Markdown',
  copied: '已复制',
  copyFailed: '无法复制文字',
  copyFailedDetail: '浏览器不允许此页面写入剪贴板。请打开文档，选中文字后自行复制。',
  saveAsNew: '另存为新文档',
  keepAsNew: '将我的副本保留为新文档',
  saveAsNewFailed: '无法用你的副本新建文档',
  stillHere: '没有任何变化：你的文字仍在原处。请稍后再试。',
  discard: '丢弃',
  discardAndOpen: '丢弃我的副本并打开当前文档',
  discardForGood: '永久丢弃',
  keepThem: '保留',
  discardFailed: '无法丢弃你的副本',
  keeping: {
    text: '离线 – 正在保存到此设备…',
    short: '正在保存…',
    explanation: '连接已断开；你最近的文字正在写入此设备。',
  },
  unkept: {
    full: {
      text: '未保存 – 请勿关闭此页面：设备空间已满',
      short: '未保存 – 请勿关闭此页面',
      explanation:
        '连接已断开，而此设备没有空间保存你最近的文字。在连接恢复或腾出空间之前，它们只存在于此页面。',
    },
    forbidden: {
      text: '未保存 – 请勿关闭此页面：此浏览器不保存任何内容',
      short: '未保存 – 请勿关闭此页面',
      explanation:
        '连接已断开，而此浏览器不为本站保存任何内容（可能是隐私窗口）。在连接恢复之前，你最近的文字只存在于此页面。',
    },
  },
  notKeptHere: '未保留在此设备',
  notKept: {
    full: '此设备已没有空间，因此无法为断线时保留新内容。有空间后会自动继续。',
    forbidden: '此浏览器不为本站保存任何内容（可能是隐私窗口）；断线时你的文字只存在于此页面。',
    failing: '此设备刚才未能同时保留它们；会自动重试。',
  },
};
