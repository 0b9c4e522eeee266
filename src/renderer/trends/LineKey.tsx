import { lineLook } from './lineLook.ts';

/** A piece of a line, beside its name. */
export const LineKey = ({ at }: { readonly at: number }) => (
  <svg className="key" viewBox="0 0 24 8" aria-hidden>
    <line x1={1} x2={23} y1={4} y2={4} {...lineLook(at)} />
  </svg>
);
