/** One sign-off of a review that had come to a no. */
interface Earlier {
  role: string
  state: string
  human: string | null
  /** Whether it came with conditions, all of which fell with the review. */
  conditional: boolean
}

interface Upheld {
  /** Roles whose sign-offs this content takes. */
  asked: readonly string[]
  /** Whether the review that said no looked at the same content, in a tier at least as high. */
  comparable: boolean
  earlier: readonly Earlier[]
  /** Roles that said yes in the appeal, and by whom. */
  appeal: readonly { role: string; human: string }[]
  /** Human beings whom the earlier review was kept from. */
  excluded: readonly string[]
}

/**
 * What is still to be signed once an appeal has put a yes in the place of one role's no. Another role's yes from before counts
 * where it was given for the same content and asked for nothing: conditions fell with the review, and nobody may be taken to
 * have said yes without them.
 * @returns the roles that are left, those of a further office included that somebody had asked for; and the human beings whose
 * word stands already, or was a no.
 */
export const leftToSign = ({ asked, comparable, earlier, appeal, excluded }: Upheld): { roles: string[]; decided: string[] } => {
  const standing = comparable ? earlier.filter(({ state, conditional }) => state === 'approved' && !conditional) : []
  const against = earlier.filter(({ state }) => state === 'rejected')
  const given = new Set([...standing, ...appeal].map(({ role }) => role))
  const further = earlier.map(({ role }) => role)
  return {
    roles: [...new Set([...asked, ...further])].filter(role => !given.has(role)),
    decided: [...new Set([...excluded, ...[...standing, ...against, ...appeal].flatMap(({ human }) => human ?? [])])],
  }
}
