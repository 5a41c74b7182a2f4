import { expect, test } from 'vitest'
import { aComponent, aFlow, anOtpFlow, aPage } from '#testing/a-flow.ts'
import { parseDocument } from './parse-document.ts'

const issuesOf = (input: unknown) => {
  const parsed = parseDocument(input)
  return parsed.ok ? [] : parsed.error
}

test('a document is read back as it was written', () => {
  const document = anOtpFlow()
  expect(parseDocument(JSON.parse(JSON.stringify(document)))).toEqual({ ok: true, value: document })
})

const otpPath = 'pages.1.components.0'
const withOtp = (settings: object) => {
  const document = JSON.parse(JSON.stringify(anOtpFlow()))
  Object.assign(document.pages[1].components[0], settings)
  return document
}

test.each<[string, unknown, string]>([
  ['not an object', 'flow', ''],
  ['no pages', { settings: { name: 'x' }, pages: [] }, 'pages'],
  ['an unknown type', withOtp({ type: 'hologram' }), `${otpPath}.type`],
  ['too many digits', withOtp({ digits: 9 }), `${otpPath}.digits`],
  ['an unknown setting', withOtp({ colour: 'red' }), otpPath],
  ['a NUL character', withOtp({ title: 'a\u0000b' }), `${otpPath}.title`],
  ['an id that every object inherits', withOtp({ id: 'constructor' }), `${otpPath}.id`],
  ['a repeated component id', withOtp({ id: 'phone', recipientField: null }), `${otpPath}.id`],
  ['a repeated page id', aFlow([], aPage('one', []), { ...aPage('one', []) }), 'pages.2.id'],
  [
    'a second Initial Page',
    aFlow([], { ...aPage('one', []), kind: 'initial' } as unknown as ReturnType<typeof aPage>),
    'pages.1.kind',
  ],
  ['a newer schema version', { ...anOtpFlow(), schemaVersion: 99 }, 'schemaVersion'],
  [
    'an unsafe pattern',
    aFlow([{ ...aComponent('input', { id: 'a' }) }]) && {
      settings: { name: 'x' },
      pages: [
        {
          id: 'p',
          kind: 'initial',
          title: 'P',
          components: [{ type: 'input', id: 'a', title: 'A', pattern: '(a+)+' }],
        },
      ],
    },
    'pages.0.components.0.pattern',
  ],
])('%s is refused with its path', (_, input, path) => {
  expect(issuesOf(input).map((issue) => issue.path)).toContain(path)
})

test('a `__proto__` key is refused and pollutes nothing', () => {
  const text = JSON.stringify(anOtpFlow()).replace(
    '"settings":{',
    '"settings":{"__proto__":{"a":1},',
  )
  parseDocument(JSON.parse(text))
  expect(({} as Record<string, unknown>).a).toBeUndefined()
})
