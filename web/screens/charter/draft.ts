import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { CharterDocuments } from '../../data/charter-change.ts'
import { kept } from '../../data/kept.ts'

const store = kept('guildhall.charter-draft')

/** How long nobody has typed before the text is looked at. */
const pause = 700

export interface Draft {
  documents: CharterDocuments
  /** The same once nobody types any more; undefined while nothing is changed. */
  settled: CharterDocuments | undefined
  /** Whether there is something that has not settled. */
  typing: boolean
  changed: (file: string) => boolean
  write: (texts: CharterDocuments) => void
  takeBack: (file: string) => void
  forget: () => void
}

/** What somebody makes of a version's documents: kept in this browser, until it is proposed or that version is no longer in force. */
export const useCharterDraft = ({ digest, documents: base }: { digest: string; documents: CharterDocuments }): Draft => {
  const [own, setOwn] = useState(() => ownTexts(digest))
  const [resting] = useDebouncedValue(own, pause)
  const documents = { ...base, ...own }
  useEffect(() => {
    if (Object.keys(own).length === 0) store.forget()
    else store.write(JSON.stringify({ digest, own }))
  }, [digest, own])
  const differing = (texts: CharterDocuments) => Object.fromEntries(Object.entries(texts).filter(([file, text]) => text !== base[file]))
  return {
    documents,
    settled: Object.keys(resting).length === 0 ? undefined : { ...base, ...resting },
    typing: own !== resting,
    changed: file => documents[file] !== base[file],
    write: texts => setOwn(differing({ ...own, ...texts })),
    takeBack: file => setOwn(differing({ ...own, [file]: base[file] ?? '' })),
    forget: () => {
      setOwn({})
      // Whoever has proposed it leaves the page with that.
      store.forget()
    },
  }
}

/** What was kept of changes to this very version. */
const ownTexts = (digest: string): CharterDocuments => {
  try {
    const found: unknown = JSON.parse(store.read() ?? 'null')
    if (typeof found !== 'object' || found === null || !('digest' in found) || !('own' in found) || found.digest !== digest) return {}
    const texts = Object.entries(found.own ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    return Object.fromEntries(texts)
  } catch {
    return {}
  }
}
