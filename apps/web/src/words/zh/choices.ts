import type { AppWords } from '../words.ts';

export const choices: AppWords['choices'] = {
  appearance: '外观',
  themes: { system: '跟随设备', light: '浅色', dark: '深色' },
  language: '语言',
  couldNotSpeak: '无法切换语言',
  stays: '无法获取该语言的文字。页面保持不变，请稍后再试。',
};
