import { findRecording } from '#domain/components/voice/voice-answer.ts'
import type { VoiceComponent } from '#domain/components/voice/voice-schema.ts'
import type { AnswerViewProps } from '../answer-view.ts'
import { RecordingPlayer } from './recording-player.tsx'

/** The recording of an answer, to be played. */
export const VoiceAnswerView = ({ component, value, files }: AnswerViewProps<VoiceComponent>) => {
  const recording = findRecording(value)
  return (
    recording && <RecordingPlayer files={files} recording={recording} title={component.title} />
  )
}
