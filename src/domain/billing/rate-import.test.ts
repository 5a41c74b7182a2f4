import { describe, expect, it } from 'vitest'
import { readProposedRates, readRateCsv } from './rate-import.ts'

const now = Date.parse('2026-12-01')
const january = Date.parse('2027-01-01')

const read = (text: string, usual: number | undefined = january) => {
  const written = readRateCsv(text)
  return written.ok ? readProposedRates(written.value, Date.parse, { now, usual }) : written
}

describe('a file of rates', () => {
  it('says credits or dollars, and from when on', () => {
    const text =
      'channel,country,credits,price_usd,effective_from\nsms,id,2.5,,\nwhatsapp,SG,,0.025,2027-02-01\nemail,*,1,,'
    expect(read(text)).toEqual({
      ok: true,
      value: [
        {
          place: 'line 2',
          channel: 'sms',
          country: 'ID',
          creditsMicro: 2_500_000n,
          effectiveFrom: january,
        },
        {
          ...{ place: 'line 3', channel: 'whatsapp', country: 'SG', creditsMicro: 2_000_000n },
          effectiveFrom: Date.parse('2027-02-01'),
        },
        {
          place: 'line 4',
          channel: 'email',
          country: '*',
          creditsMicro: 1_000_000n,
          effectiveFrom: january,
        },
      ],
    })
  })

  it.each([
    ['', 'line 1', 'empty'],
    ['channel,country,credits', 'line 1', 'empty'],
    ['channel,credits\nsms,1', 'line 1', 'missing-columns'],
    ['channel,country\nsms,ID', 'line 1', 'missing-columns'],
    ['channel,country,credits\nsms,ID,1\nfax,ID,1', 'line 3', 'unknown-channel'],
    ['channel,country,credits\nsms,XX,1', 'line 2', 'unknown-country'],
    ['channel,country,credits\nemail,ID,1', 'line 2', 'unknown-country'],
    ['channel,country,credits\nsms,ID,-1', 'line 2', 'invalid-price'],
    ['channel,country,credits\nsms,ID,0', 'line 2', 'invalid-price'],
    ['channel,country,credits\nsms,ID,"1,5"', 'line 2', 'invalid-price'],
    ['channel,country,credits\nsms,ID,1.0000001', 'line 2', 'invalid-price'],
    ['channel,country,credits\nsms,ID,', 'line 2', 'invalid-price'],
    ['channel,country,credits,price_usd\nsms,ID,1,1', 'line 2', 'invalid-price'],
    ['channel,country,credits\nsms,ID,1\n\nsms,ID,2', 'line 4', 'duplicate'],
    ['channel,country,credits,effective_from\nsms,ID,1,soon', 'line 2', 'invalid-date'],
    ['channel,country,credits,effective_from\nsms,ID,1,2026-11-30', 'line 2', 'in-the-past'],
    ['channel,country,credits\nsms,"ID,1', 'line 2', 'broken-csv'],
  ])('%j is refused at %s: %s', (text, path, code) => {
    expect(read(text)).toMatchObject({ ok: false, error: [{ path, code }] })
  })

  it('names everything that is wrong, up to fifty places', () => {
    const lines = Array.from({ length: 200 }, () => 'sms,XX,1')
    const result = read(['channel,country,credits', ...lines].join('\n'))
    expect(result.ok ? [] : result.error).toHaveLength(50)
  })
})
