/** Something in the database that doesn't agree with the ledger. */
export interface StateFault {
  readonly subject: { readonly kind: string; readonly id: string } | null
  /** The id of the entry concerned (not its place in the tree), where there is one. */
  readonly entry: number | null
  readonly says: string
}
