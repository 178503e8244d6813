/** What the box of a task says to those who can’t see it. */
export const tasks = {
  done: (text: string) => `Done: ${text}`,
  open: (text: string) => `To do: ${text}`,
  empty: 'empty task',
};
