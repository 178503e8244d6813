import { useEffect, useRef, useState } from 'react';

import { useWords } from '../words/use-words.ts';
import { Button } from './button.tsx';
import { notifyFailure } from './notify.ts';

interface DiscardButtonProps {
  readonly discard: () => Promise<void>;
  /** In place of the usual words. */
  readonly label?: string;
}

/** Throws words away for good, when it has been pressed and then confirmed in its place. */
export function DiscardButton({ discard, label }: DiscardButtonProps) {
  const [asking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const ask = useRef<HTMLButtonElement>(null);
  const { discard: usual, discardForGood, keepThem, discardFailed, stillHere } = useWords().offline;
  useEffect(() => {
    if (asking) keep.current?.focus();
  }, [asking]);
  const back = (): void => {
    setAsking(false);
    requestAnimationFrame(() => ask.current?.focus());
  };
  const throwAway = async (): Promise<void> => {
    try {
      await discard();
    } catch {
      setAsking(false);
      void notifyFailure(discardFailed, stillHere);
    }
  };
  if (!asking) {
    return (
      <Button ref={ask} onClick={() => setAsking(true)}>
        {label ?? usual}
      </Button>
    );
  }
  return (
    // Escape is one step back, whichever of the two has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      aria-label={label ?? usual}
      className="contents"
      onKeyDown={({ key }) => {
        if (key === 'Escape') back();
      }}
    >
      <Button className="text-danger" onClick={() => void throwAway()}>
        {discardForGood}
      </Button>
      <Button ref={keep} onClick={back}>
        {keepThem}
      </Button>
    </fieldset>
  );
}
