/** Not trusted: no links, no pictures, no styles; and bounds on what somebody else's formula may cost or cover. */
export const OPTIONS = {
  throwOnError: true,
  strict: 'ignore',
  trust: false,
  maxExpand: 500,
  maxSize: 30,
} as const;
