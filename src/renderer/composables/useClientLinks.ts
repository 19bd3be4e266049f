import { useRouter } from 'vue-router'

/** Stands for any computer's number. */
const SOME = 1_234_567_890

export interface ClientLinks {
  page(id: number): string
  createImage(id: number): string
}

/** Where computers' pages are; a list that scrolls has too many links to ask the router for each. */
export function useClientLinks(): ClientLinks {
  const router = useRouter()
  const linkTo = (name: string) => {
    const [before, after] = router.resolve({ name, params: { id: SOME } }).href.split(String(SOME))
    return (id: number): string => `${before}${id}${after}`
  }
  return { page: linkTo('client'), createImage: linkTo('create-image') }
}
