/** The library of scripts. */
import { expect, test } from 'vitest'
import { failureOf, startTestConsole } from '../../support/console.ts'

const SCRIPT = {
  name: 'Saludo',
  description: '',
  body: 'echo {{quien}}',
  parameters: [
    { name: 'quien', label: 'A quién', value: 'mundo' },
    { name: 'nadie', label: 'Nadie', value: '' }
  ]
}

test('scripts are kept with the parameters of their bodies, changed and removed; every window is told', async () => {
  const { api, events } = await startTestConsole()
  const told = () => events.all.filter(({ type }) => type === 'scripts').length
  const script = await api.scripts.create(SCRIPT)
  expect(script).toMatchObject({ ...SCRIPT, parameters: [SCRIPT.parameters[0]] })
  await api.scripts.create({ name: 'apagar', body: 'poweroff' })
  expect((await api.scripts.list()).scripts.map(({ name }) => name)).toEqual(['apagar', 'Saludo'])

  const change = { ...SCRIPT, body: 'echo {{quien}} {{nadie}} {{nuevo}}' }
  const changed = await api.scripts.update({ id: script.id, script: change })
  expect(changed.parameters).toEqual([...SCRIPT.parameters, { name: 'nuevo', label: 'nuevo', value: '' }])
  await api.scripts.remove({ id: script.id })
  await events.until(() => told() === 4)
  expect((await api.scripts.list()).scripts).toHaveLength(1)
})

test('a script has a name of its own, and is there', async () => {
  const { api } = await startTestConsole()
  const { id } = await api.scripts.create(SCRIPT)
  await api.scripts.create({ ...SCRIPT, name: 'Otro' })
  expect(await failureOf(api.scripts.create(SCRIPT))).toMatchObject({ code: 'duplicate-name' })
  expect(await failureOf(api.scripts.update({ id, script: { ...SCRIPT, name: 'Otro' } }))).toMatchObject({
    code: 'duplicate-name'
  })
  expect(await failureOf(api.scripts.update({ id: 99, script: SCRIPT }))).toMatchObject({ code: 'not-found' })
  expect(await failureOf(api.scripts.remove({ id: 99 }))).toMatchObject({ code: 'not-found' })
})
