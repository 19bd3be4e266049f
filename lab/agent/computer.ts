import { DECISIONS } from '../decisions.ts'
import type { LabDisk } from '../disk/lab-disk.ts'
import { isKind } from '../faults.ts'
import type { AgentFault } from '../faults.ts'
import { Courier } from '../jobs/courier.ts'
import { JobDesk } from '../jobs/desk.ts'
import type { LabJob } from '../jobs/desk.ts'
import type { SentWebhook } from '../jobs/webhook.ts'
import type { Listener } from '../listener.ts'
import type {
  ComputerDescription,
  LabState,
  ReceivedRequest,
  ReceivedScript,
  ShownMessage
} from '../types.ts'
import { Watch } from '../watch.ts'
import type { AnswerHost } from './answers.ts'
import type { ComputerSetup } from './computer-setup.ts'
import { inSession, randomSecret, systemName, systemOf } from './identity.ts'
import { Power } from './power.ts'
import { AgentReports } from './reports.ts'
import { AgentServer } from './server.ts'

/** A computer of the lab: its ogAgent, its disk, its jobs and its faults. */
export class LabComputer {
  readonly name: string
  readonly ip: string
  readonly mac: string
  readonly serialNumber: string
  readonly networkInterface = 'eth0'
  readonly host: string
  /** Everything its server has read, in order. */
  readonly requests: ReceivedRequest[] = []
  /** What its users have been told, in order. */
  readonly messages: ShownMessage[] = []
  /** Scripts that it was sent, by whichever door, in order; it runs none. */
  readonly scripts: ReceivedScript[] = []
  /** What `ogagent/started` hands over; a new one at each start. */
  secret = ''
  readonly #setup: ComputerSetup
  readonly #watch = new Watch()
  readonly #courier: Courier
  readonly #desk: JobDesk
  readonly #reports: AgentReports
  readonly #listener: Listener
  readonly #power: Power
  #disk: LabDisk
  #state: LabState
  #fault: AgentFault | null
  #dead = false
  /** Whether the agent's process runs; it announces itself when it begins to. */
  #running = false
  /** Who has a session open. */
  #user = ''
  #open: 'not yet' | 'yes' | 'stopped' = 'not yet'

  constructor(setup: ComputerSetup) {
    this.#setup = setup
    const { name, ip, mac, serialNumber, host, localAddress, consoleUrl, jobDurationMs } = setup
    this.name = name
    this.ip = ip
    this.mac = mac
    this.serialNumber = serialNumber
    this.host = host
    this.#disk = setup.disk
    this.#state = setup.state
    this.#user = inSession(setup.state) ? DECISIONS.user : ''
    this.#fault = setup.fault
    const fault = () => this.#fault
    const watch = this.#watch
    const log = (line: string) => setup.log(`${name}: ${line}`)
    this.#courier = new Courier({ consoleUrl, localAddress, fault, watch, log })
    this.#reports = new AgentReports(this.#courier, { mac, ip }, setup.announcePauseMs)
    this.#desk = new JobDesk({
      courier: this.#courier,
      webhookPath: DECISIONS.agentWebhooks.job,
      durationMs: jobDurationMs,
      fault,
      failText: (fail) => ('der' in fail && fail.der) || '005-Error al crear o restaurar una imagen',
      unexpected: (message) => `005-${message}`,
      die: async () => {
        this.#dead = true
        await this.#apply()
      },
      watch,
      log
    })
    this.#power = new Power(setup, {
      isOff: () => this.#state === 'off' || this.#dead,
      wakes: () => !isKind(this.#fault, 'does-not-wake') && this.#open === 'yes',
      change: (state) => this.#change(state)
    })
    const onReceived = (request: ReceivedRequest) => {
      this.requests.push(request)
      watch.changed()
    }
    const answerHost = () => this.#answerHost()
    this.#listener = new AgentServer({ ...setup, fault, answerHost, onReceived, log }).listener
  }

  /** The port it listens on; it stays the same while the port is closed. */
  get port(): number {
    return this.#listener.port
  }

  get state(): LabState {
    return this.#state
  }

  get fault(): AgentFault | null {
    return this.#fault
  }

  get diskFile(): string {
    return this.#disk.path
  }

  /** Names of the images in its cache partition. */
  get cachedImages(): string[] {
    return this.#disk.cache.names
  }

  /** Whether the work of a job goes on. */
  get busy(): boolean {
    return this.#desk.busy
  }

  /** Whether its port is open. */
  get listening(): boolean {
    return this.#listener.listening
  }

  get jobs(): readonly LabJob[] {
    return this.#desk.jobs
  }

  /** Every webhook noted so far, of jobs and of its own, in order. */
  get webhooks(): readonly SentWebhook[] {
    return this.#courier.webhooks
  }

  get heldWebhooks(): readonly SentWebhook[] {
    return this.#courier.held
  }

  /** Sets or clears its fault, and brings a dead computer back. Resolves when its port is open or closed accordingly. */
  async setFault(fault: AgentFault | null): Promise<void> {
    this.#fault = fault
    this.#dead = false
    await this.#apply()
  }

  /**
   * Changes what it runs; with `off` and `initializing` there is no agent. Resolves when its port has followed. An agent
   * that has announced itself reports what becomes of it, and who logs in or out.
   */
  setState(state: LabState, user?: string): Promise<void> {
    this.#power.interrupt()
    return this.#change(state, user)
  }

  /** A magic packet for it has arrived. False when nothing comes of it: it is on already, or does not wake. */
  wake(): Promise<boolean> {
    return this.#power.wake()
  }

  /** Gives its disk another of the layouts, from 0, and empties it of all that was on it. */
  async setLayout(layout: number): Promise<void> {
    this.#disk = await this.#setup.newDisk(layout)
    this.#watch.changed()
  }

  /** Lets webhooks held by the fault `late` go; resolves when the console has answered them. */
  releaseWebhooks(): Promise<void> {
    return this.#courier.release()
  }

  /** Resolves when no job works and no webhook is on its way (held ones do not count). */
  async waitForIdle(): Promise<void> {
    await this.#watch.until(() => !this.busy && !this.#courier.busy)
  }

  /** Resolves with the job once it is over and its webhooks are sent, held or dropped; waits for it to exist too. */
  async waitForJob(match: (job: LabJob) => boolean = () => true): Promise<LabJob> {
    const job = await this.#watch.until(() => this.jobs.find(match))
    await job.done
    return job
  }

  /** Resolves with the first value of `test` that is not undefined, null or false; tried at every change. */
  until<T>(test: (computer: this) => T | undefined | null | false): Promise<T> {
    return this.#watch.until(() => test(this))
  }

  /** Posts `ogagent/started` as the agent does when it starts, and `loggedin` where somebody sits at it. */
  async announce(): Promise<boolean> {
    const { secret } = this
    const announced = await this.#reports.started(this.#state, secret)
    const sameStart = secret === this.secret
    if (announced && sameStart && this.#user !== '') await this.#reports.loggedIn(this.#state, this.#user)
    return announced
  }

  describe(): ComputerDescription {
    const { name, ip, mac, serialNumber, networkInterface, host, port, state, busy, fault } = this
    const { stranger } = this.#setup
    const { agentVersion, ogLive } = DECISIONS
    const machine = { name, ip, mac, serialNumber, networkInterface, ogLive, agentVersion }
    const { cachedImages } = this
    const received = { messages: [...this.messages], scripts: [...this.scripts] }
    const disks = [this.#disk.description]
    return { ...machine, host, port, state, busy, fault, stranger, disks, cachedImages, ...received }
  }

  /** Opens its port, unless its state or fault keeps it closed. */
  async start(): Promise<void> {
    this.#open = 'yes'
    // A port closed from the start is opened once all the same: it must be known where it will come back.
    await this.#listener.setOpen(true)
    await this.#apply()
  }

  /** Closes everything; nothing of it runs afterwards. */
  async stop(): Promise<void> {
    if (this.#open === 'stopped') return
    this.#open = 'stopped'
    this.#power.interrupt()
    await this.#listener.setOpen(false)
    await this.#desk.stop()
    await this.#reports.stopped(this.#state)
    await this.#courier.stop()
    this.#watch.stop(`the lab's computer ${this.name} has stopped`)
  }

  async #change(state: LabState, user: string = DECISIONS.user): Promise<void> {
    const before = this.#state
    const restarts = systemOf(before) !== systemOf(state)
    if (restarts && this.#running) await this.#reports.stopped(before)
    const left = this.#user
    this.#state = state
    this.#user = inSession(state) ? user : ''
    // Who starts again is not dead any more.
    if (restarts) this.#dead = false
    await this.#apply(restarts)
    if (restarts || left === this.#user) return
    if (left !== '') await this.#reports.loggedOut(left)
    if (this.#user !== '') await this.#reports.loggedIn(state, this.#user)
  }

  /** Makes the port, and the agent's announcement, follow the state and the fault. */
  async #apply(restarts = false): Promise<void> {
    const running =
      this.#state !== 'off' && this.#state !== 'initializing' && !this.#dead && this.#open === 'yes'
    const begins = running && (restarts || !this.#running)
    this.#running = running
    if (begins) this.secret = randomSecret()
    await this.#listener.setOpen(running && !isKind(this.#fault, 'refuse'))
    if (begins && this.#setup.announce) void this.announce()
    this.#watch.changed()
  }

  #answerHost(): AnswerHost {
    const { words, level, repositoryFolder, notes, multicast } = this.#setup
    const note = (received: () => void) => {
      received()
      this.#watch.changed()
    }
    return {
      busy: this.busy,
      system: {
        state: this.#state,
        secret: this.secret,
        level,
        osVersion: systemName(this.#state).version,
        user: this.#user,
        reboot: () => void this.#power.restart(),
        powerOff: () => void this.#power.off(),
        logOff: () => void this.#change(systemOf(this.#state) as LabState),
        showMessage: (message) => note(() => this.messages.push({ ...message, user: this.#user })),
        runScript: (script, session) =>
          note(() => this.scripts.push({ door: 'system', script, inSession: session }))
      },
      engine: {
        words,
        mac: this.mac,
        serialNumber: this.serialNumber,
        disk: this.#disk,
        repositoryFolder,
        notes,
        multicast,
        recordScript: (script) =>
          note(() => this.scripts.push({ door: 'og-live', script, inSession: false })),
        power: { off: () => this.#power.off(), restart: (state) => this.#power.restart(state) }
      },
      take: (spec) => this.#desk.take(spec)
    }
  }
}
