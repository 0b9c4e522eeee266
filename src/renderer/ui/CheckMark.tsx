/** The picture of a tick box, without role or focus: the control around it carries both. */
export const CheckMark = ({ state }: { readonly state: 'on' | 'off' | 'mixed' }) => (
  <span
    aria-hidden
    className={`cb ${state === 'on' ? 'on' : ''} ${state === 'mixed' ? 'mix' : ''}`}
  >
    <svg viewBox="0 0 16 16" className="i">
      <path d="m3.5 8.5 3 3 6-7" />
    </svg>
  </span>
);
