/** The editor of disks: which disks are equal, the parts of the bar, the way back, and a sentence for every problem. */
import { describe, expect, test, vi } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import type { Client } from '#shared/contract/rows.ts'
import { PLAN_ERRORS, PLAN_WARNINGS } from '#shared/domain/disk-checks.ts'
import { dragged, marked, removed, untouched } from '#shared/domain/disk-edits.ts'
import { LOSS_REASONS, planOf, type KnownDisk } from '#shared/domain/disk-layout.ts'
import { DISK_TEMPLATES } from '#shared/domain/disk-templates.ts'
import { segmentsOf } from '../../../../src/renderer/components/disks/diskSegments.ts'
import { groupsOf } from '../../../../src/renderer/components/disks/diskGroups.ts'
import { useDiskEditor } from '../../../../src/renderer/components/disks/useDiskEditor.ts'
import es from '../../../../src/renderer/locales/disks/es.ts'
import { disk } from '../../../support/disks.ts'

const LINUX = disk('GPT', 1002, [
  [1, 'ef00', 'FAT32', 100],
  [2, '8300', 'EXT4', 600],
  [3, '8200', 'LINUX-SWAP', 100]
])
const OTHER = disk('GPT', 1002, [[1, '8300', 'EXT4', 600]])
const LARGER = disk('GPT', 2002, [[1, '8300', 'EXT4', 600]])
const target = (name: string, known: KnownDisk) => ({ client: { name } as Client, known })

test('equal disks are together, the most frequent layout in front', () => {
  const targets = [target('pc10', LINUX), target('pc1', OTHER), target('pc2', LINUX), target('pc3', LARGER)]
  expect(groupsOf(targets).map((group) => group.targets.map(({ client }) => client.name))).toEqual([
    ['pc2', 'pc10', 'pc1'],
    ['pc3']
  ])
})

test('the parts of a bar, with what is free and what is inside an extended partition', () => {
  const old = disk('MSDOS', 1002, [
    [1, '7', 'NTFS', 200],
    [2, '5', 'EMPTY', 500],
    [5, '83', 'EXT4', 300],
    [4, 'ca', 'CACHE', 100]
  ])
  const parts = segmentsOf(planOf(old), old)
  expect(parts.map(({ key, kind, sizeKb }) => [key, kind, sizeKb / 1024])).toEqual([
    ['p1', 'partition', 200],
    ['p2', 'extended', 500],
    ['end', 'free', 200],
    ['cache', 'cache', 100]
  ])
  expect(parts[1]!.inside.map(({ key, sizeKb }) => [key, sizeKb / 1024])).toEqual([
    ['p5', 300],
    ['inside', 200]
  ])
})

describe('the way back', () => {
  function editor() {
    const known = shallowRef<KnownDisk | null>(LINUX)
    const changed = vi.fn<() => void>()
    const made = effectScope().run(() => useDiskEditor(() => known.value, changed))!
    return { known, changed, ...made }
  }

  test('each change is a step; one that changes nothing is none', () => {
    const { plan, edit, undo, redo, canUndo, canRedo } = editor()
    edit((own, known) => marked(own, known, 2, true))
    const first = plan.value
    edit((own, known) => removed(own, known, 3))
    edit((own) => ({ ...own }))
    undo()
    expect(plan.value).toEqual(first)
    redo()
    expect(plan.value!.partitions).toHaveLength(2)
    undo()
    undo()
    undo()
    expect(plan.value).toEqual(untouched(LINUX))
    expect([canUndo.value, canRedo.value]).toEqual([false, true])
    edit((own, known) => removed(own, known, 3))
    expect(canRedo.value).toBe(false)
  })

  test('a drag is one step, or none where it is given up', () => {
    const { plan, edit, drag, drop, abandon, undo, canUndo } = editor()
    drag()
    for (const mib of [550, 500, 450]) edit((own, known) => dragged(own, known, 2, mib * 1024))
    drop()
    expect(plan.value!.partitions.map(({ sizeKb }) => sizeKb / 1024)).toEqual([100, 450, 250])
    undo()
    expect(plan.value).toEqual(untouched(LINUX))
    drag()
    edit((own, known) => dragged(own, known, 2, 0))
    abandon()
    expect(plan.value).toEqual(untouched(LINUX))
    expect(canUndo.value).toBe(false)
  })

  test('a disk that changes meanwhile starts afresh, and it is said where something is lost', async () => {
    const { plan, edit, known, changed } = editor()
    known.value = { ...LINUX, partitions: LINUX.partitions.map((row) => ({ ...row, usagePercent: 99 })) }
    await nextTick()
    edit((own, disk) => marked(own, disk, 2, true))
    known.value = OTHER
    await nextTick()
    expect(changed).toHaveBeenCalledOnce()
    expect(plan.value).toEqual(untouched(OTHER))
    known.value = LARGER
    await nextTick()
    expect(changed).toHaveBeenCalledOnce()
  })
})

test('every problem, reason and template has its words', () => {
  expect(Object.keys(es.problems).sort()).toEqual(
    [...PLAN_ERRORS, ...PLAN_WARNINGS, 'cache-too-small'].sort()
  )
  expect(Object.keys(es.reasons).sort()).toEqual([...LOSS_REASONS].sort())
  expect(Object.keys(es.templateNames).sort()).toEqual([...DISK_TEMPLATES].sort())
})
