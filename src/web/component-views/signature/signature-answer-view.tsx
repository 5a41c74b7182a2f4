import { findSignature } from '#domain/components/signature/signature-answer.ts'
import type { SignatureComponent } from '#domain/components/signature/signature-schema.ts'
import type { AnswerViewProps } from '../answer-view.ts'
import { SignaturePicture } from './signature-picture.tsx'

/** The signature of an answer, and the name where it was typed. */
export const SignatureAnswerView = ({
  component,
  value,
  files,
}: AnswerViewProps<SignatureComponent>) => {
  const signature = findSignature(value)
  if (signature === undefined) return null
  return (
    <>
      <SignaturePicture files={files} signature={signature} title={component.title} />
      {signature.typedName !== null && <p className="text-muted">Typed: {signature.typedName}</p>}
    </>
  )
}
