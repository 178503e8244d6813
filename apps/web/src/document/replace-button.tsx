import { deleteLocalCopy } from '@indelible/provider';

import { Button } from '../ui/button.tsx';

/** Lets go of the copy on this device and opens what the server has. */
export function ReplaceButton({ id }: { id: string }) {
  const replace = async (): Promise<void> => {
    await deleteLocalCopy(id);
    location.reload();
  };
  return <Button onClick={() => void replace()}>Open the new one</Button>;
}
