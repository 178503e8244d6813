/** `npx -y pnpm crash [cycles]`: kills a server under load, 200 times if nothing is said. */
import { crashCycles } from './src/crash-cycles.ts';

const cycles = Number(process.argv[2] ?? 200);
if (!Number.isSafeInteger(cycles) || cycles < 1) throw new Error('cycles is a whole number');
const began = performance.now();
const { edits, acknowledged, missing } = await crashCycles(cycles, (done) => {
  if (process.stdout.isTTY) process.stdout.write(`\r${done} `);
});
const seconds = ((performance.now() - began) / 1_000).toFixed(0);
console.log(
  `${cycles} times kill -9 in ${seconds} s; of ${edits} edits ${acknowledged} were acknowledged`,
);
console.log(`acknowledged and missing: ${missing.length}`);
for (const what of missing.slice(0, 20)) console.log(`  ${what}`);
process.exitCode = missing.length === 0 ? 0 : 1;
