/** The folder of the drop target: open, with lines of text in it and an arrow into it. */
export const FolderPicture = () => (
  <svg className="i big" viewBox="0 0 56 56" aria-hidden>
    <path d="M6 46V12h16l5 7h23v27zM6 26h44" />
    <path d="M28 4v10m-4-4 4 4 4-4" strokeWidth="1.4" />
    <path d="M15 33h12M15 38h18" />
  </svg>
);
