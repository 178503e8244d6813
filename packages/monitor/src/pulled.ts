import { Counter, Gauge, type Registry } from 'prom-client';

type Read = () => number;
/** Values by the value of a label. */
type ReadEach = () => Iterable<readonly [string | number, number]>;

/** Metrics whose values are read from their source when Prometheus asks. */
export interface Pulled {
  readonly gauge: (name: string, help: string, read: Read) => void;
  readonly gauges: (name: string, help: string, label: string, read: ReadEach) => void;
  /** What is read must never fall. */
  readonly counter: (name: string, help: string, read: Read) => void;
  readonly counters: (name: string, help: string, label: string, read: ReadEach) => void;
}

export function pulledInto(registry: Registry, prefix: string): Pulled {
  const common = { registers: [registry] };
  return {
    gauge(name, help, read) {
      const collect = (): void => metric.set(read());
      const metric: Gauge = new Gauge({ ...common, name: prefix + name, help, collect });
    },
    gauges(name, help, label, read) {
      const collect = (): void => {
        for (const [key, value] of read()) metric.set({ [label]: key }, value);
      };
      const more = { labelNames: [label], collect };
      const metric: Gauge = new Gauge({ ...common, name: prefix + name, help, ...more });
    },
    counter(name, help, read) {
      // The total is the source's: this one begins anew each time.
      const collect = (): void => {
        metric.reset();
        metric.inc(read());
      };
      const metric: Counter = new Counter({ ...common, name: prefix + name, help, collect });
    },
    counters(name, help, label, read) {
      const collect = (): void => {
        metric.reset();
        for (const [key, value] of read()) metric.inc({ [label]: key }, value);
      };
      const more = { labelNames: [label], collect };
      const metric: Counter = new Counter({ ...common, name: prefix + name, help, ...more });
    },
  };
}
