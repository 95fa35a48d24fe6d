import { drawing } from "./zh-hans-drawing";
import { panel } from "./zh-hans-panel";

export { simulation as hansSimulation } from "./zh-hans-simulation";
export const hans: Record<string, string> = { ...panel, ...drawing };
