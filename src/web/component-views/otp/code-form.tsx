import { useEffect, useRef, useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'

interface CodeFormProps {
  digits: number
  busy: boolean
  error: string | undefined
  onVerify: (code: string) => void
}

/** One box for the whole code, which phones fill from the message by themselves. */
export const CodeForm = ({ digits, busy, error, onVerify }: CodeFormProps) => {
  const [code, setCode] = useState('')
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (error !== undefined) box.current?.select()
  }, [error])
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (code.length === digits && !busy) onVerify(code)
        else box.current?.focus()
      }}
      className="mt-3 flex flex-col gap-3"
    >
      <Field label="Code" description={`${digits} digits, from the message to the recipient`}>
        {(control) => (
          <input
            {...control}
            ref={box}
            type="text"
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="[0-9]*"
            value={code}
            aria-invalid={error !== undefined}
            onChange={({ target }) => setCode(target.value.replace(/\D/g, '').slice(0, digits))}
            className="h-14 w-full rounded-xl border border-control bg-surface text-center font-mono font-semibold text-2xl text-ink tabular-nums tracking-[0.4em] aria-invalid:border-danger"
          />
        )}
      </Field>
      <p role="alert" className="font-medium text-danger-ink text-sm empty:hidden">
        {error}
      </p>
      <Button
        type="submit"
        variant="primary"
        size="large"
        busy={busy}
        disabled={code.length !== digits}
      >
        Verify
      </Button>
    </form>
  )
}
