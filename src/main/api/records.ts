import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** records.*: inventories of hardware and software. */
export function recordsApi(os: Implementer, { bus, records }: Services) {
  return {
    list: os.records.list.handler(({ input }) => ({
      revision: bus.revision(),
      ...records.list(input.clientId)
    })),
    hardware: os.records.hardware.handler(({ input }) => records.hardware(input.id)),
    software: os.records.software.handler(({ input }) => records.software(input.id)),
    compare: os.records.compare.handler(({ input }) =>
      records.compare(input.kind, input.before, input.after)
    ),
    export: os.records.export.handler(({ input }) => records.export(input)),
    findProgram: os.records.findProgram.handler(async ({ input }) => ({
      revision: bus.revision(),
      ...(await records.programs.find(input))
    })),
    exportPrograms: os.records.exportPrograms.handler(({ input }) => records.programs.export(input)),
    ofImage: os.records.ofImage.handler(({ input }) => ({
      revision: bus.revision(),
      found: records.ofImage(input.imageId)
    }))
  }
}
