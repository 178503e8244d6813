import type { Refusal } from '@indelible/provider';

import { useWords } from '../words/use-words.ts';

/** In a few words, why something is not on the server. */
export function NoticeOfUnsent({ refusal }: { refusal: Refusal | null }) {
  const { reasons, onItsWay } = useWords().offline;
  return (
    <span className="block text-[0.875rem] text-muted">
      {refusal === null ? onItsWay : reasons[refusal]}
    </span>
  );
}
