import { describe, expect, it } from 'vitest'
import { languageCodes } from './message-language.ts'
import { type MessageFacts, writeEmail, writeSms } from './message-text.ts'
import { countSegments } from './sms-segments.ts'

const facts: MessageFacts = {
  digits: '049381',
  organisationName: 'Demo Logistics',
  validityMinutes: 5,
  language: 'en',
}

describe('the text of a message', () => {
  it('says code, organisation and life', () => {
    expect(writeSms(facts, '')).toBe(
      '049381 is your Demo Logistics code, valid for 5 minutes. Tell it only to the worker who is with you.',
    )
    expect(writeEmail(facts).subject).toBe('049381 is your Demo Logistics code')
  })

  it('says "1 minute"', () => {
    expect(writeSms({ ...facts, validityMinutes: 1 }, '')).toContain('valid for 1 minute.')
  })

  it('ends with the line for autofill where that is wanted', () => {
    expect(writeSms(facts, 'sandi.example')).toMatch(/\n\n@sandi\.example #049381$/)
  })

  it.each(languageCodes)('in %s is one SMS, whatever the name of the organisation', (language) => {
    const organisationName = 'A'.repeat(500)
    const longest = { digits: '12345678', organisationName, validityMinutes: 10, language }
    expect(countSegments(writeSms(longest, ''))).toEqual({ encoding: 'gsm-7', segments: 1 })
  })

  it('takes a name onto one line, so that none can add lines of its own', () => {
    const { subject } = writeEmail({ ...facts, organisationName: 'Evil\r\nBcc: all@example.com' })
    expect(subject).not.toMatch(/[\r\n]/)
  })

  it.each(['en', 'id'] as const)('in %s holds no link', (language) => {
    const { paragraphs } = writeEmail({ ...facts, language })
    expect(paragraphs.join(' ')).not.toMatch(/https?:|www\./)
  })
})
