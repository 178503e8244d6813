import { keepCompiled } from './compiled.ts';

/** Something that runs until it is disposed of, which drains it. */
export interface Service extends AsyncDisposable {
  /** What to tell whoever started it, a line each. */
  readonly greeting: readonly string[];
}

/**
 * Runs a service as this process: greets, and drains on SIGINT or SIGTERM. Exits with 0 after a clean
 * stop, otherwise with 1 and one line that says why. A second signal ends it at once.
 */
export async function runService(name: string, start: () => Promise<Service>): Promise<void> {
  let service: Service;
  keepCompiled(process.env);
  try {
    service = await start();
  } catch (error) {
    console.error(`${name} can't start: ${reason(error)}`);
    process.exit(1);
  }
  const stop = (): void => {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    const leave = (): never => process.exit(1);
    process.on('SIGINT', leave).on('SIGTERM', leave);
    void end(service);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  for (const line of service.greeting) console.log(line);
}

async function end(service: Service): Promise<never> {
  try {
    await service[Symbol.asyncDispose]();
  } catch (error) {
    console.error(`Not everything could be saved: ${reason(error)}`);
    process.exit(1);
  }
  process.exit(0);
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') {
    return `another program is using the address (${error.message}). Set PORT to another number.`;
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
    return `the address can't be used (${error.message}). Set HOST and PORT to others.`;
  }
  return error.message;
}
