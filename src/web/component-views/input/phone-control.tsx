import { useState } from 'react'
import type { InputComponent } from '#domain/components/input/input-schema.ts'
import { countryName } from '#web/shared/country-name.ts'
import { usePhoneNumbers } from '#web/shared/use-phone-numbers.ts'
import type { FieldControl } from '#web/ui/field.tsx'
import { Input } from '#web/ui/input.tsx'

interface PhoneControlProps {
  component: InputComponent
  text: string
  onChange: (text: string) => void
  control: FieldControl
}

/** A phone number: typed in any way, put in order when the field is left, its country named. */
export const PhoneControl = ({ component, text, onChange, control }: PhoneControlProps) => {
  const numbers = usePhoneNumbers()
  const [typed, setTyped] = useState<string>()
  const number = numbers?.parsePhone(text, component.defaultCountry)
  const country = number?.country
  const settle = () => {
    setTyped(undefined)
    if (number !== undefined && number.e164 !== text) onChange(number.e164)
  }
  return (
    <>
      <Input
        {...control}
        type="tel"
        inputMode="tel"
        autoComplete="off"
        placeholder={component.placeholder || '+62 812 3456 7890'}
        value={typed ?? numbers?.formatPhone(text) ?? text}
        onChange={({ target }) => {
          setTyped(target.value)
          onChange(target.value)
        }}
        onBlur={settle}
      />
      {country !== undefined && <p className="text-muted text-xs">{countryName(country)}</p>}
    </>
  )
}
