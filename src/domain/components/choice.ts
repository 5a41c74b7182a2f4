/** One of the fixed values that an answer can have, with how it reads. */
export interface Choice {
  value: string
  label: string
}
