/** A deployment as it is being prepared: image, computers, places, protocol; and what they come to. */
import { computed, reactive, ref, shallowReactive, watch } from 'vue'
import type { LayoutGroup } from '#shared/contract/deploy.ts'
import type { OrderOf } from '#shared/contract/orders.ts'
import type { Image } from '#shared/contract/rows.ts'
import { api } from '../../api.ts'
import { usePull } from '../../composables/usePull.ts'
import { useCommandTargets } from '../../stores/commandTargets.ts'
import { useImages } from '../../stores/images.ts'
import { useInventory } from '../../stores/inventory.ts'
import { partitionKey } from '../create-image/useCreateImageForm.ts'
import { useEditForm } from '../edit/useEditForm.ts'
import { protocolFields, protocolOf, protocolProblems, type ProtocolFields } from './protocolForm.ts'

/** A place, and who takes the image there. */
export interface ChosenPlace {
  readonly disk: number
  readonly partition: number
  readonly clientIds: readonly number[]
  /** What is installed there now. */
  readonly systems: readonly string[]
}

/** The computer that the image was made of, and from where. */
export interface ModelComputer {
  readonly clientId: number
  readonly disk: number
  readonly partition: number
}

export function useDeployForm(askedImage: string | null) {
  const images = useImages()
  const inventory = useInventory()
  const targets = useCommandTargets()

  const imageId = ref<string | null>(askedImage)
  const image = computed<Image | null>(() => {
    const found = images.image(imageId.value)
    return found?.state === 'success' ? found : null
  })
  // The only one that there is needs no choosing.
  watch(
    () => images.list.filter(({ state }) => state === 'success'),
    (ready) => {
      if (imageId.value === null && ready.length === 1) imageId.value = ready[0]!.id
    },
    { immediate: true }
  )

  const clientIds = computed(() =>
    inventory.ready ? targets.clientIds.filter((id) => inventory.clients.has(id)) : []
  )
  const clientKey = computed(() => clientIds.value.join())

  const plan = usePull({
    pull: async () =>
      image.value && clientIds.value.length > 0
        ? api.deploy.plan({ imageId: image.value.id, clientIds: clientIds.value })
        : null,
    key: () => `${image.value?.id} ${image.value?.sourceSizeKb} ${clientKey.value}`,
    concerns: (event) => event.type === 'partitions' && clientIds.value.includes(event.clientId)
  })
  const room = usePull({
    pull: async () =>
      clientIds.value.length > 0 ? api.deploy.defaults({ clientIds: clientIds.value }) : null,
    key: () => clientKey.value,
    concerns: (event) => event.type === 'inventory'
  })
  const source = usePull({
    pull: async () => (image.value ? api.deploy.source({ imageId: image.value.id }) : null),
    key: () => `${image.value?.id} ${image.value?.fullsum}`,
    concerns: () => false
  })

  const groups = computed<readonly LayoutGroup[]>(() => plan.data.value?.groups ?? [])
  /** What somebody has chosen for a group, in place of what is suggested. */
  const chosen = reactive(new Map<string, string>())
  const excluded = shallowReactive(new Set<string>())

  const possible = (group: LayoutGroup, place: string | undefined): boolean =>
    group.partitions.some((row) => row.reason === null && partitionKey(row) === place)
  function placeOf(group: LayoutGroup): string | null {
    const own = chosen.get(group.key)
    if (own !== undefined && possible(group, own)) return own
    return group.suggested && partitionKey(group.suggested)
  }
  const isIncluded = (group: LayoutGroup): boolean =>
    !excluded.has(group.key) && group.partitions.some(({ reason }) => reason === null)

  /** Whether the model takes the image, too, in place of what it has become since. */
  const restoreModel = ref(false)
  watch(imageId, () => (restoreModel.value = false))
  /** The model, where this would write onto it what was read from there. */
  function modelOf(group: LayoutGroup): ModelComputer | null {
    const { sourceClientId: clientId, sourceDisk: disk, sourcePartition: partition } = image.value ?? {}
    if (clientId == null || disk === undefined || partition === undefined) return null
    const isTarget = isIncluded(group) && group.clientIds.includes(clientId)
    return isTarget && placeOf(group) === partitionKey({ disk, partition })
      ? { clientId, disk, partition }
      : null
  }

  const places = computed<ChosenPlace[]>(() =>
    groups.value.flatMap((group) => {
      const place = isIncluded(group) ? placeOf(group) : null
      const row = group.partitions.find((own) => partitionKey(own) === place)
      if (!row) return []
      const { disk, partition, systems } = row
      const left = restoreModel.value ? undefined : modelOf(group)?.clientId
      const takers = group.clientIds.filter((id) => id !== left)
      return takers.length === 0 ? [] : [{ disk, partition, systems, clientIds: takers }]
    })
  )
  /** Whether there is nobody but the model. */
  const onlyModel = computed(() => places.value.length === 0 && groups.value.some((group) => modelOf(group)))
  /** Whether a group that is to take part has no place yet. */
  const placeMissing = computed(() =>
    groups.value.some((group) => isIncluded(group) && placeOf(group) === null)
  )
  const included = computed(() => places.value.flatMap((place) => place.clientIds))

  const protocol = useEditForm<ProtocolFields>(protocolFields(null, 'unicast', 1), protocolProblems)
  watch([room.data, () => included.value.length], ([values, count], [before, countBefore]) => {
    const { kind, clients } = protocol.fields
    if (values !== before) protocol.begin(protocolFields(values, kind, count))
    // Until somebody has written another number, it is those that take part.
    else if (clients === String(Math.max(1, countBefore)))
      protocol.begin({ clients: String(Math.max(1, count)) })
  })

  const order = computed<OrderOf<'deploy-image'> | null>(() => {
    const travels = protocolOf(protocol.fields)
    if (!image.value || !travels || places.value.length === 0) return null
    return {
      command: 'deploy-image',
      imageId: image.value.id,
      protocol: travels,
      places: places.value.map(({ disk, partition, clientIds: ids }) => ({
        disk,
        partition,
        clientIds: [...ids]
      }))
    }
  })

  return {
    imageId,
    image,
    clientIds,
    target: computed(() => targets.target),
    aimAt: targets.set,
    groups,
    unknown: computed(() => plan.data.value?.unknown ?? []),
    loadingPlan: plan.loading,
    planFailure: plan.failure,
    placeOf,
    isIncluded,
    choose(group: LayoutGroup, place: string | null): void {
      if (place !== null) chosen.set(group.key, place)
    },
    include(group: LayoutGroup, take: boolean): void {
      if (take) excluded.delete(group.key)
      else excluded.add(group.key)
    },
    modelOf,
    restoreModel,
    onlyModel,
    places,
    placeMissing,
    included,
    protocol,
    protocolUnits: computed(() => {
      const { units = [], ...values } = room.data.value ?? {}
      return Object.values(values).some((value) => value !== null) ? units : []
    }),
    source,
    order
  }
}
export type DeployForm = ReturnType<typeof useDeployForm>
