/**
 * The shape a translation must have: the English keys, without the `_one` forms (Chinese has no singular; i18next asks
 * for `_other` only).
 */
export type Translated<T> = {
  readonly [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string
    ? string
    : Translated<T[K]>;
};
