/** One value kept in this browser. A browser that forbids keeping things costs the memory, never the page. */
export const kept = (key: string) => ({
  read(): string | null {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  },
  /** False where it could not be kept. */
  write(value: string): boolean {
    try {
      localStorage.setItem(key, value)
      return true
    } catch {
      return false
    }
  },
  forget(): void {
    try {
      localStorage.removeItem(key)
    } catch {
      // Nothing was kept, so nothing is left behind.
    }
  },
})
