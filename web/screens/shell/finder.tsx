import { lazy, type ReactNode, type RefObject, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { type Command, OfferedCommands } from '../../parts/commands.ts'

const CommandMenu = lazy(async () => ({ default: (await import('../search/command-menu.tsx')).CommandMenu }))

/** Ctrl or Cmd with K opens the menu of everything, from wherever one is; the menu is fetched when it is first asked for. */
export const Finder = ({ children }: { children: ReactNode }) => {
  const offered = useRef(new Set<RefObject<readonly Command[]>>())
  const [opened, setOpened] = useState(false)
  const [wanted, setWanted] = useState(false)
  if (opened && !wanted) setWanted(true)
  const offers = useMemo(
    () => ({
      add(commands: RefObject<readonly Command[]>) {
        offered.current.add(commands)
        return () => void offered.current.delete(commands)
      },
      open: () => setOpened(true),
    }),
    [],
  )
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      setOpened(true)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [])
  return (
    <OfferedCommands value={offers}>
      {children}
      {wanted && (
        <Suspense>
          <CommandMenu
            opened={opened}
            onClose={() => setOpened(false)}
            offered={() => [...offered.current].flatMap(each => each.current)}
          />
        </Suspense>
      )}
    </OfferedCommands>
  )
}
