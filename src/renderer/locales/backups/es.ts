/** Backups. */
const es = {}
export default es

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }
export type Messages = Texts<typeof es>
