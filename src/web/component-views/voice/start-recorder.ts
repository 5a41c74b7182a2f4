/** The formats that are stored, in the order in which they are preferred. */
const formats = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4', 'audio/webm']

/** A recording under way. */
export interface Recorder {
  /** How loud it is now, from 0 to 1. */
  readLevel(): number
  /** Ends the recording; it and its length in seconds. */
  stop(): Promise<{ content: Blob; seconds: number }>
  /** Ends the recording and throws it away. */
  cancel(): void
}

const createMeter = (stream: MediaStream) => {
  const audio = new AudioContext()
  const analyser = audio.createAnalyser()
  audio.createMediaStreamSource(stream).connect(analyser)
  const samples = new Uint8Array(analyser.fftSize)
  return {
    read: () => {
      analyser.getByteTimeDomainData(samples)
      // Silence is 128; speech reaches about half of what is possible.
      const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample - 128)), 0)
      return Math.min(1, peak / 64)
    },
    close: () => void audio.close(),
  }
}

/** Asks for the microphone and records. Rejects when there is none, or it may not be used. */
export const startRecorder = async (): Promise<Recorder> => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const format = formats.find((each) => MediaRecorder.isTypeSupported(each))
  const recorder = new MediaRecorder(stream, format === undefined ? {} : { mimeType: format })
  const meter = createMeter(stream)
  const parts: Blob[] = []
  const began = performance.now()
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  recorder.start(1_000)
  const release = () => {
    meter.close()
    for (const track of stream.getTracks()) track.stop()
  }
  return {
    readLevel: meter.read,
    stop: () =>
      new Promise((resolve) => {
        const seconds = Math.round((performance.now() - began) / 100) / 10
        recorder.addEventListener('stop', () => {
          release()
          const type = recorder.mimeType.split(';')[0] ?? ''
          resolve({ content: new Blob(parts, { type }), seconds })
        })
        recorder.stop()
      }),
    cancel: () => {
      if (recorder.state !== 'inactive') recorder.stop()
      release()
    },
  }
}
