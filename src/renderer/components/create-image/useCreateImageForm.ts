import { computed, reactive, ref, watch } from 'vue'
import type { CreateImageDraft, CreateImageInput } from '#shared/contract/inputs.ts'
import type { Image, Partition } from '#shared/contract/rows.ts'
import { canonicalNameProblem, type NameProblem } from '#shared/domain/names.ts'
import { notCloneableReason } from '#shared/domain/partition-codes.ts'
import { systemFacts } from '#shared/domain/systems.ts'
import { useImages } from '../../stores/images.ts'

const SYSTEM_FIELDS = ['type', 'version', 'architecture'] as const
const DETAIL_FIELDS = ['description', ...SYSTEM_FIELDS] as const
type SystemField = (typeof SYSTEM_FIELDS)[number]

export interface CreateImageFields {
  name: string
  existingImageId: string | null
  repositoryId: number | null
  /** `<disk>-<partition>`: the agent may tell its partitions anew, and their rows get other ids. */
  partitionKey: string | null
  description: string
  type: string
  version: string
  architecture: string
}

/** What a partition is called on its computer. */
export const partitionKey = (row: Pick<Partition, 'disk' | 'partition'>): string =>
  `${row.disk}-${row.partition}`

/** What the form still needs before anything can be sent. */
export type MissingPart = 'name' | 'repository' | 'partition'

/** The form of a new image: its fields, what they prefill in each other, and what is wrong with them. */
export function useCreateImageForm(clientId: number, partitions: () => readonly Partition[]) {
  const images = useImages()
  const imageId = ref<string | null>(null)
  const fields = reactive<CreateImageFields>({
    name: '',
    existingImageId: null,
    repositoryId: null,
    partitionKey: null,
    description: '',
    type: '',
    version: '',
    architecture: ''
  })
  /** What the partition's system put into a field: only that, or nothing, is ever replaced by another system's. */
  const prefilled = reactive<Record<SystemField, string>>({ type: '', version: '', architecture: '' })

  const partition = computed(
    () => partitions().find((row) => partitionKey(row) === fields.partitionKey) ?? null
  )
  const existing = computed<Image | null>(() => images.image(fields.existingImageId) ?? null)

  const namesake = computed<Image | null>(
    () =>
      images.list.find(
        (image) =>
          image.repositoryId === fields.repositoryId &&
          image.name === fields.name &&
          image.id !== fields.existingImageId
      ) ?? null
  )
  const nameProblem = computed<NameProblem | 'taken' | null>(
    () => canonicalNameProblem(fields.name) ?? (namesake.value ? 'taken' : null)
  )
  const missing = computed<MissingPart | null>(() => {
    if (nameProblem.value) return 'name'
    if (fields.repositoryId === null) return 'repository'
    return partition.value ? null : 'partition'
  })

  watch(partition, (chosen) => {
    if (!chosen || existing.value) return
    const facts = systemFacts(chosen.system)
    for (const field of SYSTEM_FIELDS) {
      if (fields[field] === '' || fields[field] === prefilled[field]) fields[field] = facts[field]
      prefilled[field] = facts[field]
    }
  })

  // A known image brings its name and what is written of it; leaving it keeps them, to start a new one from.
  watch(existing, (image, before) => {
    if (!image || image.id === before?.id) return
    fields.name = image.name
    fields.repositoryId = image.repositoryId
    for (const field of DETAIL_FIELDS) fields[field] = image[field]
  })

  watch(
    () => fields.repositoryId,
    (repositoryId) => {
      if (existing.value && existing.value.repositoryId !== repositoryId) fields.existingImageId = null
    }
  )

  /** Chooses the partition where there is only one that anybody would: the one with a system. */
  function choosePartition(): void {
    const candidates = partitions().filter((row) => notCloneableReason(row) === null)
    const withSystem = candidates.filter((row) => systemFacts(row.system).type !== '')
    const only = withSystem.length ? withSystem : candidates
    if (fields.partitionKey === null && only.length === 1) fields.partitionKey = partitionKey(only[0]!)
  }

  const draft = computed<CreateImageDraft | null>(() =>
    imageId.value === null
      ? null
      : {
          clientId,
          imageId: imageId.value,
          existingImageId: fields.existingImageId,
          name: fields.name,
          repositoryId: fields.repositoryId,
          disk: partition.value?.disk ?? null,
          partition: partition.value?.partition ?? null
        }
  )

  /** What is sent; null while something is missing. */
  function input(): CreateImageInput | null {
    if (!draft.value || missing.value || !partition.value || fields.repositoryId === null) return null
    const { description, type, version, architecture } = fields
    return {
      ...draft.value,
      repositoryId: fields.repositoryId,
      disk: partition.value.disk,
      partition: partition.value.partition,
      description,
      type: type ?? '',
      version,
      architecture: architecture ?? ''
    }
  }

  return {
    imageId,
    fields,
    partition,
    existing,
    namesake,
    nameProblem,
    missing,
    draft,
    input,
    choosePartition
  }
}
export type CreateImageForm = ReturnType<typeof useCreateImageForm>
