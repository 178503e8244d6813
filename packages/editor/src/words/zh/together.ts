import type { EditorWords } from '../words.ts';

export const together: EditorWords['together'] = {
  goTo: '前往对方正在写的位置',
  follow: '跟随',
  stop: '停止跟随',
  following: (name) => `正在跟随 ${name}`,
  stopped: (name) => `已停止跟随 ${name}`,
  followYou: (names) => `${names} 正在跟随你`,
  changed: (name, count) => `${name} 修改了 ${count} 段。`,
  othersChanged: (count) => `另有 ${count} 人做了修改。`,
  isTyping: (name) => `${name} 正在输入。`,
  areTyping: (count) => `${count} 人正在输入。`,
};
