import { useEffect, useState } from 'react'

/** A value that follows once it has rested for `delay` ms, for searching while somebody types. */
export const useDebouncedValue = <Value>(value: Value, delay: number): Value => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delay)
    return () => clearTimeout(timer)
  }, [value, delay])
  return settled
}
