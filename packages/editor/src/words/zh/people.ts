import type { EditorWords } from '../words.ts';

export const people: EditorWords['people'] = {
  here: '在场的人',
  someone: '某人',
  guest: '访客',
  guestNamed: (name) => `${name}（访客）`,
  self: (name) => `${name}（你）`,
  changeSelf: (name) => `${name}（你）：更改名字和颜色`,
  more: (names) => `还有${names}`,
  you: '你',
  yourName: '你的名字',
  yourColor: '你的颜色',
  colors: {
    rose: '玫瑰红',
    olive: '橄榄绿',
    violet: '紫罗兰',
    teal: '青色',
    plum: '梅紫',
    sky: '天蓝',
    green: '绿色',
    mauve: '淡紫',
  },
};
