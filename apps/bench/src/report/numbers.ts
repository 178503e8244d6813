/** Two figures that count. */
export const significant = (value: number): string =>
  Number.isFinite(value) ? String(Number(value.toPrecision(2))) : '–';

/** A duration given in milliseconds. */
export const milliseconds = (ms: number): string => {
  if (!Number.isFinite(ms)) return '–';
  return ms < 1000
    ? `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`
    : `${(ms / 1000).toFixed(1)} s`;
};

/** A size given in bytes. */
export const kilobytes = (bytes: number): string =>
  `${bytes < 10_000 ? (bytes / 1000).toFixed(1) : Math.round(bytes / 1000)} KB`;
