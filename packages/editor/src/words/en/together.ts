/** Following others, and what a screen reader is told of them. */
export const together = {
  goTo: 'Go to where they write',
  follow: 'Follow',
  stop: 'Stop following',
  following: (name: string) => `Following ${name}`,
  stopped: (name: string) => `No longer following ${name}`,
  followYou: (names: string, count: number) =>
    count === 1 ? `${names} follows you` : `${names} follow you`,
  changed: (name: string, count: number) =>
    count === 1 ? `${name} changed 1 paragraph.` : `${name} changed ${count} paragraphs.`,
  othersChanged: (count: number) =>
    count === 1 ? '1 other person made changes.' : `${count} others made changes.`,
  isTyping: (name: string) => `${name} is typing.`,
  areTyping: (count: number) => `${count} are typing.`,
};
