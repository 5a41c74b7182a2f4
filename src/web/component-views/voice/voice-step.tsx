import { Mic, RotateCcw, Square } from 'lucide-react'
import { findRecording } from '#domain/components/voice/voice-answer.ts'
import type { VoiceComponent } from '#domain/components/voice/voice-schema.ts'
import { formatCountdown } from '#web/shared/format-time.ts'
import { useNow } from '#web/shared/use-now.ts'
import { Button } from '#web/ui/button.tsx'
import { StepFrame } from '../shared/step-frame.tsx'
import { UploadNote } from '../shared/upload-note.tsx'
import type { StepProps } from '../step-props.ts'
import { LevelMeter } from './level-meter.tsx'
import { RecordingPlayer } from './recording-player.tsx'
import { useRecording } from './use-recording.ts'

/** Asks for a recording: made here, listened to, made again. */
export const VoiceStep = ({
  component,
  value,
  error,
  onChange,
  context,
}: StepProps<VoiceComponent>) => {
  const { title, helpText, required, maximumSeconds } = component
  const { files } = context
  const answer = findRecording(value)
  const recording = useRecording(maximumSeconds, (content, seconds) => {
    if (answer !== undefined) files.forget(answer.fileId)
    onChange({ fileId: files.add(component.id, content), seconds })
  })
  const isRecording = recording.began !== null
  const now = useNow(250, isRecording)
  const elapsed = recording.began === null ? 0 : Math.max(0, (now - recording.began) / 1_000)
  return (
    <StepFrame
      title={title}
      helpText={helpText}
      required={required}
      error={recording.refusal ?? error?.message}
    >
      {isRecording && (
        <div className="flex flex-col gap-2 rounded-xl border border-line bg-surface p-4">
          <p className="flex items-baseline justify-between text-ink">
            <span role="status" className="font-medium text-danger-ink text-sm">
              Recording
            </span>
            <span className="text-xl tabular-nums">
              {formatCountdown(Math.floor(elapsed))}
              <span className="text-muted text-sm"> of {formatCountdown(maximumSeconds)}</span>
            </span>
          </p>
          <LevelMeter readLevel={recording.readLevel} />
        </div>
      )}
      {!isRecording && answer !== undefined && (
        <RecordingPlayer files={files} recording={answer} title={title} />
      )}
      {isRecording ? (
        <Button variant="danger" size="large" onClick={() => void recording.stop()}>
          <Square aria-hidden="true" className="size-4" />
          Stop
        </Button>
      ) : (
        <Button
          size="large"
          busy={recording.isStarting}
          {...(error && { 'aria-invalid': true })}
          onClick={() => void recording.start()}
        >
          {answer === undefined ? (
            <Mic aria-hidden="true" className="size-5" />
          ) : (
            <RotateCcw aria-hidden="true" className="size-5" />
          )}
          {answer === undefined ? 'Record' : 'Record again'}
        </Button>
      )}
      {!isRecording && answer === undefined && (
        <p className="text-center text-muted text-xs">Up to {formatCountdown(maximumSeconds)}</p>
      )}
      {answer !== undefined && <UploadNote files={files} fileId={answer.fileId} />}
    </StepFrame>
  )
}
