import { useEffect, useRef, useState } from 'react'
import { toRecordingRefusal } from './recording-refusal.ts'
import { type Recorder, startRecorder } from './start-recorder.ts'

interface RecordingState {
  /** When it began, in ms since the epoch; null while nothing is recorded. */
  began: number | null
  isStarting: boolean
  refusal: string | undefined
}

const idle: RecordingState = { began: null, isStarting: false, refusal: undefined }

/** Records, for so many seconds at most; leaving the page throws away what is not finished. */
export const useRecording = (
  maximumSeconds: number,
  onRecorded: (content: Blob, seconds: number) => void,
) => {
  const [state, setState] = useState(idle)
  const recorder = useRef<Recorder>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isGone = useRef(false)
  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
      clearTimeout(timer.current)
      recorder.current?.cancel()
      recorder.current = undefined
    }
  }, [])

  const stop = async () => {
    clearTimeout(timer.current)
    const finished = recorder.current
    recorder.current = undefined
    if (finished === undefined) return
    const { content, seconds } = await finished.stop()
    setState(idle)
    onRecorded(content, seconds)
  }
  const start = async () => {
    setState({ ...idle, isStarting: true })
    try {
      const started = await startRecorder()
      if (isGone.current) return started.cancel()
      recorder.current = started
      timer.current = setTimeout(() => void stop(), maximumSeconds * 1_000)
      setState({ ...idle, began: Date.now() })
    } catch (error) {
      setState({ ...idle, refusal: toRecordingRefusal(error) })
    }
  }
  return { ...state, start, stop, readLevel: () => recorder.current?.readLevel() ?? 0 }
}
