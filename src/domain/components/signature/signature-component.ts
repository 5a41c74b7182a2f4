import { defineComponentType } from '../component-type.ts'
import { checkSignatureAnswer, findSignature } from './signature-answer.ts'
import { type SignatureComponent, signatureSchema } from './signature-schema.ts'

/** The Signature component: somebody signs on the screen. */
export const signatureComponent = defineComponentType<SignatureComponent>({
  label: 'Signature',
  schema: signatureSchema,
  presets: [
    {
      name: 'signature',
      label: 'Signature',
      description: 'Somebody signs on the screen',
      synonyms: ['sign', 'autograph', 'consent', 'proof of delivery', 'pod', 'initials'],
      settings: { title: 'Signature' },
    },
  ],
  asksAnswer: true,
  files: { kind: 'image', list: (value) => [findSignature(value)?.fileId ?? []].flat() },
  recipientKind: () => null,
  choices: () => null,
  describe: () => 'Signature',
  renameReference: (signature) => signature,
  checkAnswer: checkSignatureAnswer,
  findProblems: () => [],
})
