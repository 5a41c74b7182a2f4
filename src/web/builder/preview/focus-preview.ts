/** Moves the focus out of the phone, to the buttons above it. */
export const focusPreviewControls = (): void =>
  document.querySelector<HTMLElement>('[data-preview-start]')?.focus()

/** Moves the focus into the phone; it may be drawn a moment later. */
export const focusPhone = (): void => {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('[data-phone]')?.focus({ preventScroll: true }),
  )
}
