import type { AppWords } from '../words.ts';

export const refusals: AppWords['refusals'] = {
  deleted: {
    title: '这个文档已被删除。',
    detail: '你看到的是这台设备上的副本。可以阅读和复制，也可以为所有人恢复。',
  },
  notFound: {
    title: '没有这个文档。',
    detail: '链接可能不完整，或者文档已被删除。',
  },
  otherEpoch: {
    title: '服务器上的这个文档已被替换。',
    detail:
      '这台设备上的副本属于之前的文档，无法与当前文档合并。它会留在这里，直到你决定如何处理。',
  },
  documentFull: {
    title: '这个文档已满。',
    detail: '服务器不再接受它的新内容。你写的内容保存在这台设备上；请在新文档中继续。',
  },
  clientTooOld: {
    title: 'Indelible 已更新。',
    detail: '这个页面的版本比文档旧。重新加载即可继续；你写的内容会保留。',
  },
  malformed: {
    title: '服务器无法读取这个页面发送的内容。',
    detail: '你写的内容保存在这台设备上。通常重新加载页面就能解决。',
  },
  forbidden: {
    title: '你无法打开这个文档。',
    detail: '服务器不允许你进入。请询问给你链接的人。',
  },
};
