import type { Provider, ProviderStatus } from '@indelible/provider';

/** Resolves with the status as soon as `holds` of it. @throws {Error} after `deadline` milliseconds. */
export function when(
  provider: Provider,
  holds: (status: ProviderStatus) => boolean,
  deadline: number,
): Promise<ProviderStatus> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const status = provider.status();
      if (!holds(status)) return;
      finish();
      resolve(status);
    };
    const timer = setTimeout(() => {
      finish();
      reject(new Error('it took too long'));
    }, deadline);
    const unsubscribe = provider.subscribe(look);
    const finish = (): void => {
      clearTimeout(timer);
      unsubscribe();
    };
    look();
  });
}

/** Why the server won't have this page; null if it has said nothing of the kind. */
export const refusalIn = ({ connection }: ProviderStatus) =>
  connection.state === 'disconnected' ? connection.refusal : null;
