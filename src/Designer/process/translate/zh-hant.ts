import { drawing } from "./zh-hant-drawing";
import { panel } from "./zh-hant-panel";

export { simulation as hantSimulation } from "./zh-hant-simulation";
export const hant: Record<string, string> = { ...panel, ...drawing };
