import type { VoiceAnswer } from '#domain/components/answer.ts'
import type { AnswerFiles } from '#web/shared/answer-files.ts'
import { formatCountdown } from '#web/shared/format-time.ts'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { useFileUrl } from '../shared/use-file-url.ts'

interface RecordingPlayerProps {
  files: Pick<AnswerFiles, 'load'>
  recording: VoiceAnswer
  title: string
}

/** Plays a recording. */
export const RecordingPlayer = ({ files, recording, title }: RecordingPlayerProps) => {
  const { url, failed } = useFileUrl(files, recording.fileId)
  if (failed) return <p className="text-muted text-sm">The recording cannot be played</p>
  if (url === undefined) return <Skeleton className="h-14 w-full" />
  const length = formatCountdown(recording.seconds)
  return (
    // biome-ignore lint/a11y/useMediaCaption: what a worker has just said has no captions
    <audio controls src={url} aria-label={`Recording of ${title}, ${length}`} className="w-full" />
  )
}
