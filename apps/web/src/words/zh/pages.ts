import type { AppWords } from '../words.ts';

export const pages: AppWords['pages'] = {
  untitled: '无标题',
  allDocuments: '所有文档',
  retry: '重试',
  reload: '重新加载',
  messages: '消息',
  tabTitle: (title) => `${title} – Indelible`,
  noSuchPage: {
    title: '这个地址下没有内容。',
    detail: '链接可能不完整。你的文档都在列表里。',
  },
  stopped: {
    title: '这个页面出了问题。',
    detail: '这是我们的错。你之前写的内容保存在这台设备和服务器上，重新加载就会恢复。',
  },
  incompleteLink: {
    title: '这个链接不完整。',
    detail: '文档地址以 22 个字母和数字结尾。请重新索取链接，或在列表中查找。',
  },
  failedToOpen: {
    title: '无法打开这个文档。',
    detail:
      '服务器没有响应，这台设备上也还没有该文档的副本。没有丢失任何内容：已保存的都在服务器上。一旦能连上服务器，就会自动重试。',
  },
  opening: '正在打开文档…',
};
