import { describe, expect, test } from 'vitest'
import { aComponent } from '#testing/a-flow.ts'
import type { AnswerValue } from '../answer.ts'
import { formatDistance, measureDistance } from './geolock.ts'
import { checkInputAnswer } from './input-answer.ts'
import type { InputComponent } from './input-schema.ts'

const monas = { latitude: -6.175392, longitude: 106.827153 }
const north = (metres: number) => ({ ...monas, latitude: monas.latitude + metres / 111_195 })

test.each([
  [monas, monas, 0],
  // Jakarta to Surabaya, and across the date line.
  [{ latitude: -6.2, longitude: 106.8167 }, { latitude: -7.25, longitude: 112.75 }, 666_000],
  [{ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 }, 111_195],
  [{ latitude: 90, longitude: 0 }, { latitude: -90, longitude: 0 }, 20_015_115],
])('from %j to %j are %i m', (from, to, metres) => {
  expect(Math.abs(measureDistance(from, to) - metres)).toBeLessThanOrEqual(metres * 0.005)
})

test.each([
  [84.6, '85 m'],
  [1_240, '1.2 km'],
  [12_400, '12 km'],
])('%d m read "%s"', (metres, text) => {
  expect(formatDistance(metres)).toBe(text)
})

describe('a geolocked Coordinate', () => {
  const check = (
    value: unknown,
    more: Partial<InputComponent>,
    answers: Record<string, AnswerValue> = {},
  ) =>
    checkInputAnswer(
      aComponent('input', { id: 'here', dataType: 'coordinate', geolockRadius: 100, ...more }),
      value,
      { parsePhone: () => undefined, findAnswer: (id) => answers[id] ?? null },
    )
  const around = (point: typeof monas): Partial<InputComponent> => ({
    geolock: 'point',
    geolockLatitude: point.latitude,
    geolockLongitude: point.longitude,
  })

  test('is accepted within the radius and refused beyond it, with how far away one is', () => {
    expect(check(north(95), around(monas)).ok).toBe(true)
    expect(check(north(1_500), around(monas))).toEqual({
      ok: false,
      error: {
        code: 'invalid',
        message: 'You are 1.5 km away; at most 100 m is allowed. Go closer and try again.',
      },
    })
  })

  test('can lie around an earlier answer; where there is none, every place passes', () => {
    const byField = { geolock: 'field', geolockField: 'address' } as const
    expect(check(north(50), byField, { address: monas }).ok).toBe(true)
    expect(check(north(500), byField, { address: monas }).ok).toBe(false)
    expect(check(north(500), byField).ok).toBe(true)
  })

  test('ignores the centre while the geolock is off', () => {
    expect(check(north(5_000), { ...around(monas), geolock: 'off' }).ok).toBe(true)
  })
})
