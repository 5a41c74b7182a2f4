import { X } from 'lucide-react'
import { useState } from 'react'
import { maskBlock } from '#domain/otp/number-block.ts'
import { prefixSchema } from '#domain/otp/otp-policy.ts'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { IconButton } from '#web/ui/icon-button.tsx'
import { Input } from '#web/ui/input.tsx'
import { PolicySection, type SectionProps } from './section.tsx'

/** Numbers that get no codes by how they begin, in countries that are allowed. */
export const PrefixSection = ({ policy, change }: SectionProps) => {
  const { blockedPrefixes } = policy
  const [text, setText] = useState('')
  const [isWrong, setWrong] = useState(false)
  const add = () => {
    const prefix = text.replace(/[\s().-]/g, '')
    if (!prefixSchema.safeParse(prefix).success) return setWrong(true)
    if (!blockedPrefixes.includes(prefix)) change({ blockedPrefixes: [...blockedPrefixes, prefix] })
    setText('')
  }
  return (
    <PolicySection
      title="Blocked prefixes"
      description="Numbers that begin so get no codes, whatever their last digits."
    >
      <div className="flex max-w-md items-start gap-2">
        <Field
          label="Beginning of numbers"
          labelHidden
          className="grow"
          error={isWrong ? 'With the country code, 4 to 11 digits: +62812345' : undefined}
        >
          {(control) => (
            <Input
              {...control}
              placeholder="+62812345"
              value={text}
              onChange={({ target }) => {
                setText(target.value)
                setWrong(false)
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return
                event.preventDefault()
                add()
              }}
            />
          )}
        </Field>
        <Button onClick={add} disabled={text.trim() === ''}>
          Block
        </Button>
      </div>
      {blockedPrefixes.length > 0 && (
        <ul aria-label="Blocked prefixes" className="flex flex-wrap gap-2">
          {blockedPrefixes.map((prefix) => (
            <li
              key={prefix}
              className="flex items-center gap-1 rounded-md bg-subtle py-0.5 pr-0.5 pl-2.5 text-ink text-sm tabular-nums"
            >
              {maskBlock(prefix)}
              <IconButton
                icon={X}
                size="small"
                label={`Unblock ${prefix}`}
                onClick={() =>
                  change({ blockedPrefixes: blockedPrefixes.filter((one) => one !== prefix) })
                }
              />
            </li>
          ))}
        </ul>
      )}
    </PolicySection>
  )
}
