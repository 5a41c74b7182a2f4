import type { CountryCode } from 'libphonenumber-js/core'
import { getExampleNumber } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import { type Answers, type AnswerValue, answerOf } from '#domain/components/answer.ts'
import type { Component } from '#domain/components/component-registry.ts'
import type { InputComponent } from '#domain/components/input/input-schema.ts'
import { findBounds } from '#domain/components/select/select-answer.ts'
import type { CheckAnswer } from '#domain/task/walk.ts'
import { getComponentStep } from '#web/component-views/component-step-registry.ts'
import type { MemoryFiles } from './memory-files.ts'
import type { MockMedia } from './mock-media.ts'

/** What generated answers need from around them. */
export interface AnswerMaker {
  files: Pick<MemoryFiles, 'add'>
  media: MockMedia
  homeCountry: string
  now(): number
  check: CheckAnswer
}

const sampleName = 'Rina Wijaya'
const dateOf = (now: number) => new Date(now).toISOString().slice(0, 10)

const clamp = ({ minimum, maximum }: InputComponent, wanted: number): number =>
  Math.min(maximum ?? Number.POSITIVE_INFINITY, Math.max(minimum ?? wanted, wanted))

const makeText = ({ minimumLength, maximumLength, title }: InputComponent): string =>
  `Sample ${title}`.padEnd(minimumLength ?? 0, ' .').slice(0, maximumLength ?? 5_000)

const makeCoordinate = (input: InputComponent, answers: Answers): AnswerValue => {
  const { geolock, geolockLatitude: latitude, geolockLongitude: longitude, geolockField } = input
  if (geolock === 'field') return answerOf(answers, geolockField ?? '')
  return geolock === 'point' && latitude !== null && longitude !== null
    ? { latitude, longitude }
    : { latitude: -6.2088, longitude: 106.8456 }
}

const makeInput = (input: InputComponent, maker: AnswerMaker, answers: Answers): AnswerValue => {
  const country = (input.defaultCountry ?? maker.homeCountry) as CountryCode
  switch (input.dataType) {
    case 'text':
    case 'address':
      return makeText(input)
    case 'number':
      return clamp(input, 1)
    case 'currency':
      return clamp(input, 10_000)
    case 'date':
      return dateOf(maker.now())
    case 'time':
      return '09:30'
    case 'dateTime':
      return `${dateOf(maker.now())}T09:30`
    case 'coordinate':
      return makeCoordinate(input, answers)
    case 'phoneNumber':
      return getExampleNumber(country, examples)?.number ?? null
    case 'email':
      return 'rina@example.com'
    case 'url':
      return 'https://example.com'
  }
}

const make = (component: Component, maker: AnswerMaker, answers: Answers): AnswerValue => {
  const { id, title } = component
  const { files, media } = maker
  switch (component.type) {
    case 'input':
      return makeInput(component, maker, answers)
    case 'select':
      return component.options.slice(0, findBounds(component).least).map((option) => option.id)
    case 'photo': {
      const category = component.categories[0] ?? null
      const count = Math.max(1, component.minimum)
      return {
        photos: Array.from({ length: count }, () => ({
          fileId: files.add(id, media.drawPhoto(title)),
          category,
        })),
      }
    }
    case 'signature':
      return { fileId: files.add(id, media.drawSignature(sampleName)), typedName: sampleName }
    case 'voice':
      return { fileId: files.add(id, media.recordVoice()), seconds: 1 }
    case 'timer': {
      const startedAt = new Date(maker.now()).toISOString()
      return { startedAt, runningSince: null, seconds: 60 }
    }
    case 'list': {
      const value = { text: 'Sample', checkbox: true, quantity: 1 }[component.listType]
      const names = component.entries.length > 0 ? component.entries : ['Sample entry']
      return { entries: names.map((name) => ({ name, value })) }
    }
    default:
      return null
  }
}

const makeBill = (component: Extract<Component, { type: 'bill' }>): unknown => {
  const item = component.items[0] ?? { name: 'Sample item', price: 1_000 }
  return { lines: [{ name: item.name, price: item.price, quantity: 1 }] }
}

/**
 * A sensible answer to a component, as it would be stored; nothing where none can be made up: for
 * OTPs, for texts of a form that is asked for, where there is nothing to choose.
 */
export const makeAnswer = (
  component: Component,
  maker: AnswerMaker,
  answers: Answers,
): AnswerValue => {
  const usual = getComponentStep(component.type).findDefault?.(component) ?? null
  const made = component.type === 'bill' ? makeBill(component) : make(component, maker, answers)
  const checked = maker.check({ ...component, required: false }, usual ?? made, answers)
  return checked.ok ? checked.value : null
}
