import type { Courier } from '../jobs/courier.ts'
import { DECISIONS } from '../decisions.ts'
import type { LabState } from '../types.ts'
import { systemName } from './identity.ts'

const ROUTES = DECISIONS.agentWebhooks

/** What an agent says of itself: when it starts and stops, and who comes and goes [A]. */
export class AgentReports {
  readonly #courier: Courier
  readonly #address: { mac: string; ip: string }
  readonly #pauseMs: number

  constructor(courier: Courier, address: { mac: string; ip: string }, pauseMs: number) {
    this.#courier = courier
    this.#address = address
    this.#pauseMs = pauseMs
  }

  /** Whether the console has taken `started`, and nothing has been said of stopping since. */
  get #announced(): boolean {
    const { started, stopped } = ROUTES
    const said = this.#courier.webhooks.filter(({ path }) => path === started || path === stopped)
    const last = said[said.length - 1]
    return last?.path === started && last.outcome === 'delivered'
  }

  /** Posts `started` again and again until it is taken. */
  started(state: LabState, secret: string): Promise<boolean> {
    const { mac, ip } = this.#address
    const body = { mac, ip, secret, ...system(state), agent_version: DECISIONS.agentVersion }
    const { attempts } = DECISIONS.started
    return this.#courier.sendEvent(ROUTES.started, body, attempts, this.#pauseMs)
  }

  /** Says good-bye to a console that knows of it. */
  async stopped(state: LabState): Promise<void> {
    if (!this.#announced) return
    const { mac, ip } = this.#address
    await this.#courier.sendEvent(ROUTES.stopped, { mac, ip, ...system(state) })
  }

  /** Without the MAC address: a session is reported by another part of the agent. */
  async loggedIn(state: LabState, user: string): Promise<void> {
    if (!this.#announced) return
    const session = { user, language: 'es_ES', session: 'x11' }
    await this.#courier.sendEvent(ROUTES.loggedin, { ip: this.#address.ip, ...session, ...system(state) })
  }

  async loggedOut(user: string): Promise<void> {
    if (this.#announced) await this.#courier.sendEvent(ROUTES.loggedout, { ip: this.#address.ip, user })
  }
}

function system(state: LabState): { ostype: string; osversion: string } {
  const { name, version } = systemName(state)
  return { ostype: name, osversion: version }
}
