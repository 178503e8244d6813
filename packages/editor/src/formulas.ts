export { formulaAsMathMl } from './math/mathml.ts';
