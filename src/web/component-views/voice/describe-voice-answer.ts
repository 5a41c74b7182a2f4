import type { AnswerValue } from '#domain/components/answer.ts'
import { findRecording } from '#domain/components/voice/voice-answer.ts'
import { formatCountdown } from '#web/shared/format-time.ts'

/** "Recording, 1:05". */
export const describeVoiceAnswer = (value: AnswerValue): string => {
  const recording = findRecording(value)
  return recording === undefined ? '' : `Recording, ${formatCountdown(recording.seconds)}`
}
