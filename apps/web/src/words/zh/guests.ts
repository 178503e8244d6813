import type { AppWords } from '../words.ts';

export const guests: AppWords['guests'] = {
  manners: '安静 早起 耐心 好奇 温和 明朗 沉稳 友善 敏捷 快乐 细心 坦率 谦虚 机灵 阳光 勇敢'.split(
    ' ',
  ),
  animals: '水獭 苍鹭 獾 鹪鹩 野兔 貂 燕雀 刺猬 喜鹊 松鼠 知更鸟 河狸 雨燕 猫头鹰 狐狸 蟾蜍'.split(
    ' ',
  ),
  name: (manner, animal) => `${manner}的${animal}`,
};
