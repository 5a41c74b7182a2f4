import type { ComponentContext, Finding } from '../component-problem.ts'
import { defineComponentType, type Preset } from '../component-type.ts'
import { type DataType, dataTypeLabels, dataTypes } from '../data-type.ts'
import { findGeolockProblems } from './geolock-problems.ts'
import { checkInputAnswer } from './input-answer.ts'
import { type InputComponent, inputSchema } from './input-schema.ts'

const presetTexts: Record<DataType, [description: string, ...synonyms: string[]]> = {
  text: ['A short or long text', 'string', 'name', 'note', 'comment', 'textarea'],
  number: ['A number with an optional unit', 'numeric', 'quantity', 'amount', 'weight', 'count'],
  date: ['A day', 'calendar', 'birthday', 'deadline'],
  dateTime: ['A day and a time', 'timestamp', 'appointment'],
  time: ['A time of day', 'clock', 'hour'],
  address: ['A street address', 'location', 'place', 'street'],
  coordinate: [
    'A point on the map',
    'gps',
    'geolocation',
    'geolock',
    'latitude',
    'location',
    'position',
  ],
  phoneNumber: [
    'A number for SMS and WhatsApp',
    'mobile',
    'telephone',
    'whatsapp',
    'sms',
    'msisdn',
  ],
  email: ['An email address', 'mail', 'e-mail'],
  url: ['A web address', 'link', 'website'],
  currency: ['An amount of money', 'money', 'price', 'payment', 'rupiah', 'dollar'],
}

const toPreset = (dataType: DataType): Preset => {
  const [description, ...synonyms] = presetTexts[dataType]
  const label = dataTypeLabels[dataType]
  return { name: dataType, label, description, synonyms, settings: { title: label, dataType } }
}

const [firstDataType, ...otherDataTypes] = dataTypes

const findRangeProblems = (input: InputComponent): Finding[] => {
  const pairs = [
    ['minimum', input.minimum, input.maximum],
    ['minimumLength', input.minimumLength, input.maximumLength],
  ] as const
  return pairs.flatMap(([setting, low, high]) =>
    low !== null && high !== null && low > high
      ? [
          {
            code: 'input-range-empty',
            severity: 'error' as const,
            message: `No answer fits: the minimum (${low}) is above the maximum (${high}).`,
            setting,
          },
        ]
      : [],
  )
}

const findProblems = (input: InputComponent, context: ComponentContext): Finding[] => [
  ...findRangeProblems(input),
  ...findGeolockProblems(input, context),
]

/** The Input component: asks for one value. */
export const inputComponent = defineComponentType<InputComponent>({
  label: 'Input',
  schema: inputSchema,
  presets: [toPreset(firstDataType), ...otherDataTypes.map(toPreset)],
  asksAnswer: true,
  recipientKind: ({ dataType }) =>
    dataType === 'email' || dataType === 'phoneNumber' ? dataType : null,
  comparesAs: ({ dataType }) =>
    dataType === 'number' || dataType === 'currency'
      ? 'number'
      : dataType === 'coordinate'
        ? 'presence'
        : 'text',
  choices: () => null,
  describe: (input) => dataTypeLabels[input.dataType],
  renameReference: (input, from, to) =>
    input.geolockField === from ? { ...input, geolockField: to } : input,
  checkAnswer: checkInputAnswer,
  findProblems,
})
