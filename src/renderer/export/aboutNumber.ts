/** PURE. A number that was reckoned, to three digits: more would promise what nobody knows. */
export const aboutNumber = (count: number): number => Number(count.toPrecision(3));
