import fc from 'fast-check'
import type { ComponentTypeName } from '#domain/components/component-registry.ts'
import { dataTypes } from '#domain/components/data-type.ts'
import { listKinds } from '#domain/components/list/list-limits.ts'
import { languageCodes } from '#domain/otp/message-language.ts'

const text = (maxLength: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength })
    .map((raw) => raw.slice(0, maxLength).toWellFormed().trim())
    .filter((trimmed) => trimmed !== '')
const texts = (maxLength = 5) => fc.uniqueArray(text(20), { maxLength })
const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: null })
const ids = ['alpha', 'beta', 'gamma', 'delta']
const id = fc.constantFrom(...ids)
const amount = fc.nat(1_000_000)

const options = fc
  .uniqueArray(text(20), { minLength: 1, maxLength: 4 })
  .map((labels) => labels.map((label, index) => ({ id: `o${index}`, label })))

const select = options.chain((given) => {
  const some = fc.subarray(given.map((option) => option.id))
  const one = fc.constantFrom(...given.map((option) => option.id))
  return fc.record({
    options: fc.constant(given),
    style: fc.constantFrom('dropdown', 'checkbox', 'button'),
    minimumSelected: maybe(fc.integer({ min: 1, max: 100 })),
    maximumSelected: maybe(fc.integer({ min: 1, max: 100 })),
    defaultValue: some,
    actions: fc.array(
      fc.record({
        options: fc.array(one, { minLength: 1, maxLength: 2 }),
        do: fc.constantFrom('show', 'hide', 'fill'),
        targets: fc.array(id, { minLength: 1, maxLength: 2 }),
        value: fc.oneof(text(10), fc.integer(), fc.constant(null)),
      }),
      { maxLength: 2 },
    ),
  })
})

/** Settings of each Component Type, in all their variety. */
const ofType: Record<ComponentTypeName, fc.Arbitrary<object>> = {
  otp: fc.record({
    channel: fc.constantFrom('email', 'sms', 'whatsapp'),
    digits: fc.integer({ min: 4, max: 8 }),
    recipientField: maybe(id),
    backupChannel: maybe(fc.constantFrom('email', 'sms')),
  }),
  input: fc.record({
    dataType: fc.constantFrom(...dataTypes),
    defaultValue: fc.oneof(text(20), fc.constant('')),
    placeholder: fc.oneof(text(20), fc.constant('')),
    minimum: maybe(fc.integer()),
    unit: fc.oneof(text(20), fc.constant('')),
    maximumLength: maybe(fc.integer({ min: 1, max: 100 })),
    defaultCountry: maybe(fc.constantFrom('ID', 'SG')),
    geolock: fc.constantFrom('off', 'point', 'field'),
    geolockLatitude: maybe(fc.integer({ min: -90, max: 90 })),
    geolockField: maybe(id),
    geolockRadius: fc.integer({ min: 10, max: 100_000 }),
    geolockTrigger: fc.constantFrom('answer', 'open'),
  }),
  select,
  photo: fc.record({
    minimum: fc.integer({ min: 0, max: 10 }),
    maximum: fc.integer({ min: 1, max: 10 }),
    categories: texts(),
    watermarkTime: fc.boolean(),
    watermarkPosition: fc.boolean(),
    watermarkTask: fc.boolean(),
    fromGallery: fc.boolean(),
  }),
  signature: fc.constant({}),
  voice: fc.record({ maximumSeconds: fc.integer({ min: 1, max: 600 }) }),
  timer: fc.record({
    autoStart: fc.boolean(),
    allowReset: fc.boolean(),
    unpausable: fc.boolean(),
  }),
  bill: fc.record({
    currency: fc.constantFrom('IDR', 'JPY', 'USD'),
    items: fc.array(fc.record({ name: text(20), price: amount }), { maxLength: 4 }),
    adjustments: fc.array(
      fc.record({
        name: text(20),
        kind: fc.constantFrom('discount', 'cost'),
        unit: fc.constantFrom('fixed', 'percent'),
        amount,
        optional: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    addNew: fc.boolean(),
  }),
  list: fc.record({
    listType: fc.constantFrom(...listKinds),
    entries: texts(),
    addNew: fc.boolean(),
    maximumLength: maybe(fc.integer({ min: 1, max: 50 })),
  }),
  view: fc.record({
    dataType: fc.constantFrom(...dataTypes),
    value: fc.oneof(
      text(30),
      fc.constant(''),
      id.map((field) => `$${field}`),
    ),
  }),
}

/** What an import may have kept: keys that nobody here knows. */
const kept = fc.dictionary(
  fc.constantFrom('showAs', 'routeAs', 'tags', 'colour', 'useGeocode'),
  fc.oneof(text(10), fc.boolean(), fc.integer(), fc.array(text(5)), fc.constant(null)),
  { maxKeys: 2, noNullPrototype: true },
)

const componentInput = fc
  .record({
    type: fc.constantFrom(...(Object.keys(ofType) as ComponentTypeName[])),
    title: text(40),
    required: fc.boolean(),
    visible: fc.boolean(),
    helpText: fc.oneof(text(20), fc.constant('')),
    foreign: kept,
  })
  .chain((base) => ofType[base.type].map((settings) => ({ ...base, ...settings })))

const transitionInput = fc.record({
  to: fc.constantFrom('finish', 'first', 'second'),
  when: maybe(
    fc.record({
      match: fc.constantFrom('all', 'any'),
      comparisons: fc.array(
        fc.record({ field: id, operator: fc.constantFrom('is', 'isNot'), value: text(5) }),
        { minLength: 1, maxLength: 2 },
      ),
    }),
  ),
})

const pageInput = fc.record({
  title: text(40),
  position: fc.record({ x: fc.integer({ min: -999, max: 999 }), y: fc.nat(999) }),
  components: fc.array(componentInput, { maxLength: 4 }),
  next: fc.array(transitionInput, { maxLength: 2 }),
})

/** A document of any Component Types with any settings; to be parsed by the schema. */
export const documentInput = fc
  .record({
    name: text(40),
    description: fc.oneof(text(40), fc.constant('')),
    language: fc.constantFrom(...languageCodes),
    foreign: kept,
    pages: fc.tuple(pageInput, pageInput, pageInput),
  })
  .map(({ pages, ...settings }) => {
    let count = 0
    const toId = () => {
      count += 1
      return ids[count - 1] ?? `component${count}`
    }
    return {
      settings,
      pages: pages.map((page, index) => ({
        ...page,
        id: ['initial', 'first', 'second'][index] ?? '',
        kind: index === 0 ? 'initial' : 'mobile',
        components: page.components.map((component) => ({ ...component, id: toId() })),
        next: page.next.map((transition, place) => ({ ...transition, id: `t${place}` })),
      })),
    }
  })
