import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** trust.*: who may speak, and who is believed. */
export function trustApi(os: Implementer, { trust }: Services) {
  return {
    get: os.trust.get.handler(() => trust.get()),
    changeToken: os.trust.changeToken.handler(() => trust.changeToken()),
    removeToken: os.trust.removeToken.handler(() => trust.removeToken()),
    setTokenPolicy: os.trust.setTokenPolicy.handler(({ input }) => trust.setTokenPolicy(input.policy)),
    forgetSenders: os.trust.forgetSenders.handler(() => trust.forgetSenders()),
    setAuthorities: os.trust.setAuthorities.handler(({ input }) => trust.setAuthorities(input.pem)),
    setClient: os.trust.setClient.handler(({ input }) => trust.setClient(input.pair)),
    setServer: os.trust.setServer.handler(({ input }) => trust.setServer(input.pair)),
    unheeded: os.trust.unheeded.handler(() => trust.unheeded()),
    clearUnheeded: os.trust.clearUnheeded.handler(() => {
      trust.clearUnheeded()
      return {}
    })
  }
}
