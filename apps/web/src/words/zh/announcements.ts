import type { AppWords } from '../words.ts';

export const announcements: AppWords['announcements'] = {
  failingKept: '未保存。服务器无法写入。你的内容保存在这台设备上。',
  failing: '未保存。服务器无法写入。请不要关闭此页面。',
  unkept: '未保存。连接恢复前请不要关闭此页面。',
  connected: '已连接。',
  notConnected: '未连接。你的内容保存在这台设备上。',
  disconnected: '已断开。你的内容保存在这台设备上。',
};
