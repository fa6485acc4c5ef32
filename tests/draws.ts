/**
 * How many draws a property of many draws makes: a seeded sample in `npm test`, and all of them in `npm run lang`. The
 * seed is the same, so that the sample is the first part of the whole.
 */
export const sampled = (all: number): number => (process.env.KNAP_DRAWS ? all : Math.ceil(all / 4));
