import { z } from 'zod'

/** What kind of value an Input asks for or a View shows, with the label that the screens use. */
export const dataTypeLabels = {
  text: 'Text',
  number: 'Number',
  date: 'Date',
  dateTime: 'Date Time',
  time: 'Time',
  address: 'Address',
  coordinate: 'Coordinate',
  phoneNumber: 'Phone Number',
  email: 'Email',
  url: 'URL',
  currency: 'Currency',
} as const

export type DataType = keyof typeof dataTypeLabels

export const dataTypes = Object.keys(dataTypeLabels) as [DataType, ...DataType[]]

export const dataTypeSchema = z.enum(dataTypes)
