/** The look that Input, Textarea and Select share. */
export const controlClass =
  'w-full rounded-md border border-control/60 bg-surface px-2.5 text-sm text-ink transition-colors ' +
  'hover:border-control focus-visible:border-accent focus-visible:outline-offset-0 ' +
  'disabled:cursor-not-allowed disabled:bg-subtle disabled:text-faint ' +
  'aria-invalid:border-danger aria-invalid:outline-danger ' +
  'group-data-[touch]/form:rounded-xl group-data-[touch]/form:px-3.5 group-data-[touch]/form:text-lg'
