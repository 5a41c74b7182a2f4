import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, type ButtonVariant } from './button.tsx'

interface CopyButtonProps {
  text: string
  label?: string
  variant?: ButtonVariant
  className?: string
}

/** Copies a text and says so in its own place. */
export const CopyButton = ({
  text,
  label = 'Copy',
  variant = 'secondary',
  className,
}: CopyButtonProps) => {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')
  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), 2_000)
    return () => clearTimeout(timer)
  }, [state])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      setState('refused')
    }
  }
  const Icon = state === 'copied' ? Check : Copy
  return (
    <Button
      variant={variant}
      size="small"
      onClick={() => void copy()}
      {...(className && { className })}
    >
      <Icon aria-hidden="true" className="size-3.5" />
      {label}
      <span role="status" className="sr-only">
        {state === 'copied' && 'Copied'}
        {state === 'refused' && 'Copying is not allowed here'}
      </span>
    </Button>
  )
}
