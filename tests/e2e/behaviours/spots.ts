import { plainForm, plainNative, plainRich, practiceForm, practiceRich, reactBare, reactForm, type Spot } from "../harness/stages.ts";

/** Where every behaviour is tried: three pages, each mechanism, in both languages. */
export const spots: readonly Spot[] = [practiceForm, practiceRich, plainForm, plainRich, reactForm, reactBare];

/** Where posts are counted: the native form besides, whose page goes away as it posts. */
export const postingSpots: readonly Spot[] = [...spots, plainNative];
