/** What a guest is called before they say it themselves. */
export const guests = {
  manners:
    'Quiet Early Patient Curious Gentle Bright Steady Kindly Nimble Merry Thoughtful Candid Humble Wry Sunny Bold'.split(
      ' ',
    ),
  animals:
    'Otter Heron Badger Wren Hare Marten Finch Hedgehog Magpie Squirrel Robin Beaver Swift Owl Fox Toad'.split(
      ' ',
    ),
  name: (manner: string, animal: string) => `${manner} ${animal}`,
};
