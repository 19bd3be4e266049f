import { systemOf } from '../agent/identity.ts'
import { parseFault } from '../faults.ts'
import type { AgentFault, RepositoryFault } from '../faults.ts'
import type { Lab, LabComputer, LabRepository } from '../lab.ts'
import { LAB_STATES } from '../types.ts'
import type { LabState } from '../types.ts'
import { REPOSITORY } from './options.ts'
import { COMMANDS, statusTable } from './texts.ts'

/** Runs one line typed while the lab works. Returns the answer, or null to quit. Throws a Spanish sentence. */
export async function runCommand(lab: Lab, line: string): Promise<string | null> {
  const [command = '', name = '', ...rest] = line.trim().split(/\s+/)
  const detail = rest.join(' ')
  switch (command) {
    case '':
      return ''
    case 'quit':
    case 'salir':
      return null
    case 'help':
    case 'ayuda':
      return COMMANDS
    case 'status':
      return statusTable(lab)
    case 'fault':
      return setFault(lab, name, detail)
    case 'release':
      return release(lab, name)
    case 'state':
      return setState(lab, name, detail)
    case 'login':
      return logIn(lab, name, detail)
    case 'logout':
      return logOut(lab, name)
    case 'announce':
      await computer(lab, name).announce()
      return `${name}: ha avisado a la consola.`
    case 'wake':
      return (await computer(lab, name).wake())
        ? `${name}: arranca.`
        : `${name}: no arranca; su estado es ${computer(lab, name).state}.`
    case 'messages':
      return received(computer(lab, name))
    case 'layout':
      return setLayout(lab, name, detail)
    case 'console':
      if (!URL.canParse(name)) throw new Error(`"${name}" no es una dirección como https://127.0.0.1:8443.`)
      lab.setConsoleUrl(name)
      return `La consola está ahora en ${name}.`
    default:
      throw new Error(`No conozco la orden "${command}". Escriba "help" para verlas.`)
  }
}

async function setFault(lab: Lab, name: string, text: string): Promise<string> {
  if (text === '') throw new Error('Falta el fallo: "fault NOMBRE FALLO".')
  const fault = parseFault(text)
  if (name === REPOSITORY && fault?.kind === 'does-not-wake')
    throw new Error('El fallo "does-not-wake" es de los equipos, no del repositorio.')
  if (name === REPOSITORY) await lab.repository.setFault(fault as RepositoryFault | null)
  else await computer(lab, name).setFault(fault as AgentFault | null)
  return fault === null ? `${name}: sin fallos.` : `${name}: fallo ${fault.kind}.`
}

async function release(lab: Lab, name: string): Promise<string> {
  const target: LabComputer | LabRepository = name === REPOSITORY ? lab.repository : computer(lab, name)
  const held = target.heldWebhooks
  await target.releaseWebhooks()
  const delivered = held.filter(({ outcome }) => outcome === 'delivered').length
  return `${name}: ${held.length} webhooks retenidos, ${delivered} entregados.`
}

async function setState(lab: Lab, name: string, state: string): Promise<string> {
  if (!(LAB_STATES as readonly string[]).includes(state)) {
    throw new Error(`"${state}" no es un estado. Los que hay: ${LAB_STATES.join(', ')}.`)
  }
  await computer(lab, name).setState(state as LabState)
  return `${name}: ${state}.`
}

async function logIn(lab: Lab, name: string, user: string): Promise<string> {
  const target = computer(lab, name)
  const state = `${systemOf(target.state)}-session`
  if (user === '') throw new Error('Falta el usuario: "login NOMBRE USUARIO".')
  if (!(LAB_STATES as readonly string[]).includes(state))
    throw new Error(`En ${name} nadie puede iniciar sesión: su estado es ${target.state}.`)
  await target.setState(state as LabState, user)
  return `${name}: sesión de ${user}.`
}

async function logOut(lab: Lab, name: string): Promise<string> {
  const target = computer(lab, name)
  await target.setState(systemOf(target.state) as LabState)
  return `${name}: ${target.state}.`
}

function received({ name, messages, scripts }: LabComputer): string {
  if (messages.length + scripts.length === 0) return `${name}: ni mensajes ni scripts.`
  return [
    ...messages.map(({ title, message, user }) => `${name}: a ${user || 'nadie'}: ${title}: ${message}`),
    ...scripts.map(({ door, script }) => `${name}: script por ${door}: ${script}`)
  ].join('\n')
}

async function setLayout(lab: Lab, name: string, text: string): Promise<string> {
  if (!/^\d{1,3}$/.test(text)) throw new Error('Falta el número: "layout NOMBRE N".')
  await computer(lab, name).setLayout(Number(text))
  return `${name}: reparto de disco ${text}.`
}

function computer(lab: Lab, name: string): LabComputer {
  const found = lab.computers.find((candidate) => candidate.name === name)
  if (found) return found
  const names = [...lab.computers.map((candidate) => candidate.name), REPOSITORY]
  throw new Error(`No hay ningún equipo llamado "${name}". Los que hay: ${names.join(', ')}.`)
}
