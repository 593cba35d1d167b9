import { useEffect, useState } from 'react'

/** A value once it has stood still for a moment, so that nothing is asked while somebody types. */
export const useSettled = <V>(value: V, milliseconds = 500): V => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const wait = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(wait)
  }, [value, milliseconds])
  return settled
}
