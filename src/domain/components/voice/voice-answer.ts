import { err, ok, type Result } from '#domain/shared/result.ts'
import type { AnswerError, AnswerValue, VoiceAnswer } from '../answer.ts'
import { readId, readRecord } from '../read-answer.ts'
import type { VoiceComponent } from './voice-schema.ts'

/** A recorder stops a moment after it is told to. */
const toleranceSeconds = 2

/** The recording of an answer; nothing when it is no answer to a Voice. */
export const findRecording = (value: AnswerValue): VoiceAnswer | undefined =>
  typeof value === 'object' && value !== null && 'fileId' in value && 'seconds' in value
    ? value
    : undefined

/** Accepts a recording by its file's id. That the file is there the server makes sure of. */
export const checkVoiceAnswer = (
  voice: VoiceComponent,
  value: unknown,
): Result<VoiceAnswer | null, AnswerError> => {
  if (value === null || value === undefined) {
    return voice.required
      ? err({ code: 'required', message: `${voice.title} is missing: record it first.` })
      : ok(null)
  }
  const { fileId, seconds } = readRecord(value) ?? {}
  const id = readId(fileId)
  if (id === undefined || typeof seconds !== 'number' || !(seconds >= 0)) {
    return err({ code: 'invalid', message: 'This is not a recording.' })
  }
  return seconds > voice.maximumSeconds + toleranceSeconds
    ? err({ code: 'invalid', message: `Record at most ${voice.maximumSeconds} seconds.` })
    : ok({ fileId: id, seconds })
}
