import fc from 'fast-check'
import { expect, it } from 'vitest'
import { redact } from './redact.ts'

it.each([
  ['connect ECONNREFUSED', 'connect ECONNREFUSED'],
  ['no route to +62 812-3456-7890', 'no route to ••••'],
  ['550 5.1.1 <ayu@example.com> unknown', '550 5.1.1 <•••@•••> unknown'],
  ['the code 004217 was refused', 'the code •••• was refused'],
  ['HTTP 503', 'HTTP 503'],
])('"%s" becomes "%s"', (text, expected) => expect(redact(text)).toBe(expected))

it('leaves no run of four digits, whatever is around it', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.stringMatching(/^\d{4,12}$/),
      fc.string(),
      (before, digits, after) => {
        expect(redact(before + digits + after)).not.toMatch(/\d{4}/)
      },
    ),
  )
})
