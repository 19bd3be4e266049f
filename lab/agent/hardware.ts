import { seededBytes } from '../disk/content.ts'
import type { DiskDescription } from '../types.ts'

interface Machine {
  words: string
  mac: string
  serialNumber: string
  disk: DiskDescription
}

/** Machines as classrooms buy them, in batches: what is in one of a batch is in all of it. */
const MODELS = [
  {
    model: 'HP ProDesk 400 G7 Microtower PC',
    bios: 'HP S22 Ver. 02.11.01',
    processor: 'Intel(R) Core(TM) i5-10500 CPU @ 3.10GHz (6 núcleos)',
    graphics: 'Intel Corporation CometLake-S GT2 [UHD Graphics 630]',
    network: 'Intel Corporation Ethernet Connection (11) I219-LM'
  },
  {
    model: 'Dell Inc. OptiPlex 7090',
    bios: 'Dell Inc. 1.18.0',
    processor: '11th Gen Intel(R) Core(TM) i7-11700 @ 2.50GHz (8 núcleos)',
    graphics: 'Intel Corporation RocketLake-S GT1 [UHD Graphics 750]',
    network: 'Intel Corporation Ethernet Connection (14) I219-LM'
  },
  {
    model: 'LENOVO ThinkCentre M75s Gen 2',
    bios: 'LENOVO M3AKT4BA',
    processor: 'AMD Ryzen 5 PRO 4650G with Radeon Graphics (6 núcleos)',
    graphics: 'Advanced Micro Devices, Inc. [AMD/ATI] Renoir',
    network: 'Realtek Semiconductor Co., Ltd. RTL8111/8168/8411 PCI Express Gigabit Ethernet Controller'
  },
  {
    model: 'ASUSTeK COMPUTER INC. PRIME H510M-A',
    bios: 'American Megatrends Inc. 1621',
    processor: 'Intel(R) Core(TM) i3-10105 CPU @ 3.70GHz (4 núcleos)',
    graphics: 'NVIDIA Corporation GP107 [GeForce GTX 1050 Ti]',
    network: 'Realtek Semiconductor Co., Ltd. RTL8125 2.5GbE Controller'
  }
] as const
const MEMORIES = ['1 x 8 GiB DDR4 2666 MHz', '2 x 8 GiB DDR4 3200 MHz', '2 x 16 GiB DDR4 3200 MHz']
const DISKS = ['Samsung SSD 870 EVO', 'KINGSTON SA400S37', 'WDC WD5000AZLX-0', 'CT500MX500SSD1']

/**
 * `hrd` [L]: lines `<3-letter type>=<description>`. One board, processor and so on, and a line for each disk and memory
 * bank, in the words of lshw.
 */
export function hardwareText({ words, mac, serialNumber, disk }: Machine): string {
  const [kind = 0, memory = 0, drive = 0] = seededBytes(`${words}/hardware`, 3)
  const { model, bios, processor, graphics, network } = pick(MODELS, kind)
  const gigabytes = Math.round((disk.sizeKb * 1024) / 1e9)
  const lines: [string, string][] = [
    ['cha', 'Desktop'],
    ['mod', model],
    ['ser', serialNumber],
    ['boo', disk.table === 'GPT' ? 'UEFI' : 'BIOS'],
    ['bio', bios],
    ['cpu', processor],
    ['mem', pick(MEMORIES, memory)],
    ['dis', `${pick(DISKS, drive)}, ${gigabytes} GB`],
    ['vga', graphics],
    ['net', `${network} (${mac.toLowerCase()})`],
    ['mul', 'Audio de alta definición integrado'],
    ['usb', 'Concentrador raíz USB 3.1'],
    ['usb', 'Teclado y ratón USB']
  ]
  return lines.map(([type, description]) => `${type}=${description}`).join('\n')
}

function pick<T>(from: readonly [T, ...T[]] | readonly T[], key: number): T {
  const found = from[key % from.length]
  if (found === undefined) throw new Error('there is nothing to pick from')
  return found
}
