/** Asked about an idea, and no longer once it is registered: then the directory says whether its owner is still here. */
const derived = ['ownerActive']

export const isDerived = (fact: string): boolean => derived.includes(fact)
