/** The only source of time: milliseconds since the epoch, passed in so that tests can set it. */
export interface Clock {
  now(): number
}

export const second = 1_000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour
