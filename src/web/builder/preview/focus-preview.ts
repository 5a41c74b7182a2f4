/** Moves the focus out of the phone, to the buttons above it. */
export const focusPreviewControls = (): void =>
  document.querySelector<HTMLElement>('[data-preview-start]')?.focus()

/** For how many frames a phone is waited for: it is drawn once its room is measured. */
const patience = 30

/** Moves the focus into the phone, as soon as it is drawn. */
export const focusPhone = (frames = patience): void => {
  const phone = document.querySelector<HTMLElement>('[data-phone]')
  if (phone !== null) phone.focus({ preventScroll: true })
  else if (frames > 0) requestAnimationFrame(() => focusPhone(frames - 1))
}
