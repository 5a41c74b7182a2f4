import { Eraser, Keyboard } from 'lucide-react'
import { useRef, useState } from 'react'
import { findSignature, longestName } from '#domain/components/signature/signature-answer.ts'
import type { SignatureComponent } from '#domain/components/signature/signature-schema.ts'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'
import { StepFrame } from '../shared/step-frame.tsx'
import { UploadNote } from '../shared/upload-note.tsx'
import type { StepProps } from '../step-props.ts'
import { SignaturePad, type SignaturePadHandle } from './signature-pad.tsx'
import { SignaturePicture } from './signature-picture.tsx'

/** Asks for a signature: drawn on the screen, or by keyboard the name typed. */
export const SignatureStep = (props: StepProps<SignatureComponent>) => {
  const { component, value, error, onChange, context } = props
  const { title, helpText, required } = component
  const { files } = context
  const signature = findSignature(value)
  // What was signed before is shown; what is signed now stays open for another stroke.
  const [isOpen, setIsOpen] = useState(signature === undefined)
  const [isTyping, setIsTyping] = useState(false)
  const pad = useRef<SignaturePadHandle>(null)
  const replace = (picture: Blob, typedName: string | null) => {
    if (signature !== undefined) files.forget(signature.fileId)
    onChange({ fileId: files.add(component.id, picture), typedName })
  }
  const clear = () => {
    if (signature !== undefined) files.forget(signature.fileId)
    pad.current?.clear()
    setIsOpen(true)
    onChange(null)
  }
  return (
    <StepFrame title={title} helpText={helpText} required={required} error={error?.message}>
      {isOpen || signature === undefined ? (
        <SignaturePad
          ref={pad}
          label={`Area to sign ${title} on`}
          onDrawn={(picture) => replace(picture, null)}
        />
      ) : (
        <SignaturePicture files={files} signature={signature} title={title} />
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          className="h-11! grow text-base!"
          disabled={signature === undefined}
          onClick={clear}
        >
          <Eraser aria-hidden="true" className="size-4" />
          {isOpen ? 'Clear' : 'Sign again'}
        </Button>
        <Button
          className="h-11! grow text-base!"
          aria-expanded={isTyping}
          {...(error && { 'aria-invalid': true })}
          onClick={() => {
            setIsOpen(true)
            setIsTyping(!isTyping)
          }}
        >
          <Keyboard aria-hidden="true" className="size-4" />
          Type the name
        </Button>
      </div>
      {isTyping && (
        <TypedName
          onSign={async (name) => {
            const picture = await pad.current?.write(name)
            if (picture !== undefined) replace(picture, name)
            setIsTyping(false)
          }}
        />
      )}
      {signature !== undefined && <UploadNote files={files} fileId={signature.fileId} />}
    </StepFrame>
  )
}

const TypedName = ({ onSign }: { onSign: (name: string) => Promise<void> }) => {
  const [name, setName] = useState('')
  const sign = () => {
    if (name.trim() !== '') void onSign(name.trim())
  }
  return (
    <div className="flex items-end gap-2">
      <Field label="Name" className="grow">
        {(control) => (
          <Input
            {...control}
            autoFocus
            autoComplete="off"
            maxLength={longestName}
            value={name}
            onChange={({ target }) => setName(target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              sign()
            }}
          />
        )}
      </Field>
      <Button
        className="h-11! text-base!"
        variant="primary"
        disabled={name.trim() === ''}
        onClick={sign}
      >
        Sign
      </Button>
    </div>
  )
}
