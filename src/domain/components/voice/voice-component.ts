import { defineComponentType } from '../component-type.ts'
import { checkVoiceAnswer, findRecording } from './voice-answer.ts'
import { type VoiceComponent, voiceSchema } from './voice-schema.ts'

/** The Voice component: asks for a recording. */
export const voiceComponent = defineComponentType<VoiceComponent>({
  label: 'Voice',
  schema: voiceSchema,
  presets: [
    {
      name: 'voice',
      label: 'Voice',
      description: 'A recording by the microphone',
      synonyms: ['audio', 'record', 'recording', 'sound', 'microphone', 'memo', 'speech'],
      settings: { title: 'Voice' },
    },
  ],
  asksAnswer: true,
  files: { kind: 'audio', list: (value) => [findRecording(value)?.fileId ?? []].flat() },
  recipientKind: () => null,
  choices: () => null,
  describe: () => 'Voice',
  renameReference: (voice) => voice,
  checkAnswer: checkVoiceAnswer,
  findProblems: () => [],
})
