/** Commands, their targets, and the batches that come of them, in Spanish. */
const es = {}

export default es

type Sentences<T> = { readonly [K in keyof T]: T[K] extends string ? string : Sentences<T[K]> }
/** Every language has every sentence. */
export type Messages = Sentences<typeof es>
