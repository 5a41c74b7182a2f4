/** Whether a query failed because a unique index has such a row already (SQLSTATE 23505). */
export const isUniqueViolation = (error: unknown, index: string): boolean => {
  if (!(error instanceof Error)) return false
  const { code, constraint } = error as Error & { code?: unknown; constraint?: unknown }
  if (code === '23505' && constraint === index) return true
  return isUniqueViolation(error.cause, index)
}
