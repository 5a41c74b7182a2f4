import type { BrandedNumberState, BrandedNumberStep } from '#domain/otp/branded-number.ts'
import type { BadgeTone } from '#web/ui/badge.tsx'

/** What the states of a branded number are called, and how they look. */
export const numberStates: Record<BrandedNumberState, { label: string; tone: BadgeTone }> = {
  requested: { label: 'Requested', tone: 'accent' },
  'in-review': { label: 'In review', tone: 'accent' },
  active: { label: 'Active', tone: 'success' },
  refused: { label: 'Refused', tone: 'danger' },
  suspended: { label: 'Suspended', tone: 'warning' },
}

/** What was done, in its history. */
export const stepsDone: Record<BrandedNumberStep, string> = {
  request: 'Requested',
  review: 'Taken into review',
  activate: 'Activated',
  refuse: 'Refused',
  suspend: 'Suspended',
  resume: 'Resumed',
}
