/** Why the microphone cannot be used, as a sentence for the worker. */
export const toRecordingRefusal = (error: unknown): string => {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') {
    return 'This page may not use the microphone. Allow it in the browser’s settings, then try again.'
  }
  if (name === 'NotFoundError') return 'No microphone was found. Connect one, then try again.'
  if (name === 'NotReadableError') {
    return 'Another app uses the microphone. Close it, then try again.'
  }
  return 'This browser cannot record. Try another one.'
}
