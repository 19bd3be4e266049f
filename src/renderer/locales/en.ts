import type { Messages } from './es.ts'

export const en: Messages = {
  app: {
    skip: 'Skip to content',
    loading: 'Loading…',
    retry: 'Try again',
    close: 'Close',
    cancel: 'Cancel',
    copy: 'Copy {text}',
    showDetail: 'Show detail',
    hideDetail: 'Hide detail',
    showTrace: 'Show trace',
    none: '—',
    language: 'Language: {language}',
    languages: { es: 'Español', en: 'English', ca: 'Català' },
    menu: {
      label: 'Main menu',
      expand: 'Expand the menu',
      collapse: 'Collapse the menu',
      groups: 'Groups',
      discovered: 'Discovered',
      traces: 'Traces',
      batches: 'Orders',
      scripts: 'Scripts',
      subnets: 'Subnets',
      images: 'Images',
      repositories: 'Repositories',
      audit: 'Audit',
      settings: 'Settings'
    },
    bell: {
      label: 'Traces',
      running: '{n} running',
      unseen: '{n} unseen'
    },
    connection: {
      lost: 'The console does not answer. What you see may be out of date; the connection is retried every 2 seconds.'
    },
    failures: {
      'console-lost': 'The console does not answer. Wait until the connection is back and try again.',
      unexpected: 'Something unexpected went wrong. Try again; if it happens again, look at the detail.'
    },
    webhook: {
      title: 'Webhook server',
      what: 'Computers and repositories report the progress and the result of their jobs here. They must be able to reach this address.',
      states: {
        starting: 'Webhooks: starting',
        listening: 'Webhooks: port {port}',
        failed: 'Webhooks: error',
        stopped: 'Webhooks: stopped'
      },
      doubtful: 'there are warnings',
      retries: 'ogDesk tries again by itself.',
      serves: '{name} ({count} computer) | {name} ({count} computers)',
      test: 'Test',
      testHint:
        'The console calls itself over TLS at each address. What lies between this computer and the classrooms, such as a firewall, is not tested.',
      kinds: {
        lan: 'local network',
        vpn: 'tunnel or VPN',
        virtual: 'virtual network',
        loopback: 'this computer only'
      },
      tests: {
        answers: 'It answers with the certificate of ogDesk ({milliseconds} ms).',
        another: 'Another program answers: the certificate is not that of ogDesk.',
        silent: 'It does not answer.',
        failed: 'Could not connect: {text}'
      },
      warnings: {
        'loopback-only':
          'It only listens on {host}: no computer of the network can reach it. Choose 0.0.0.0 in Settings to listen on every address.',
        'no-network': 'This computer is not connected to any network: the classrooms cannot reach it.',
        'other-address':
          'It only listens on {host}, which is not in the network of: {classrooms}. Choose the address of that network in Settings, or 0.0.0.0.',
        'by-vpn':
          '{classrooms} can only be reached by {interface}, a tunnel or a virtual network: check that the computers can come back that way.',
        'by-router':
          'This computer has no address in the network of: {classrooms}. Their computers come through the router, if it lets port {port} pass.',
        'never-reported':
          'Computers have accepted jobs and none has ever sent a webhook. Check that the firewall of this computer lets port {port} (TCP) in.'
      },
      addresses: 'Addresses that they must connect to',
      fingerprint: 'SHA-256 fingerprint of the certificate',
      another: 'Use another port',
      port: 'Port',
      host: 'Listening address',
      usePort: 'Use this port',
      portRule: 'A number from 1 to 65535.',
      hostRule: 'Enter an IP address of this computer, or 0.0.0.0 for all of them.',
      moved: 'The webhook server listens on port {port}.',
      bannerTitle: 'The console cannot receive webhooks',
      bannerText: 'Meanwhile there is no way to know how jobs are doing, or whether they have finished.'
    },
    storage: {
      bannerTitle: 'The console cannot keep anything',
      bannerText:
        'Meanwhile no job is started, and computers that report get an error as their answer. The console goes on by itself as soon as the disk allows it.'
    }
  },
  unitTypes: {
    centre: 'Centre',
    'classroom-group': 'Classroom group',
    classroom: 'Classroom',
    'client-group': 'Computer group'
  },
  groups: {
    tree: 'Centres',
    breadcrumb: 'Path of the organizational unit',
    choose: 'Choose an organizational unit to see its computers.',
    unknownUnit: 'This organizational unit no longer exists.',
    computers: 'No computers | 1 computer | {n} computers',
    router: 'Router',
    netmask: 'Netmask',
    dns: 'DNS',
    ntp: 'NTP',
    subnets: 'Subnets',
    repository: 'Repository',
    ogLive: 'OgLive',
    pxe: 'PXE template',
    location: 'Location',
    comments: 'Comments',
    counts: 'Computers by state; press one to see only those',
    legend: 'Legend',
    legendText: {
      off: 'Does not answer on the network: powered off or unplugged.',
      initializing: 'Booting; ogAgent does not serve yet.',
      'og-live': 'In ogLive and free: ready for work on its disks.',
      linux: 'Has booted the installed Linux; nobody is logged in.',
      'linux-session': 'Installed Linux, with a user logged in.',
      windows: 'Has booted the installed Windows; nobody is logged in.',
      'windows-session': 'Installed Windows, with a user logged in.',
      macos: 'Has booted the installed macOS; nobody is logged in.',
      'macos-session': 'Installed macOS, with a user logged in.',
      busy: 'Is doing a job, such as creating an image.',
      unknown: 'Has not been asked yet, or has answered something that makes no sense.'
    },
    view: { label: 'View', cards: 'Show as cards', table: 'Show as a table', plan: 'Show as a plan' },
    filters: {
      label: 'Computer filters',
      name: 'Search client name',
      ip: 'Search IP',
      mac: 'Search MAC',
      parent: 'Parent',
      reset: 'Reset filters'
    },
    columns: {
      id: 'ID',
      name: 'Client name',
      state: 'State',
      unit: 'Belongs to',
      ogLive: 'OgLive',
      subnet: 'Subnet',
      pxe: 'PXE template',
      actions: 'Actions'
    },
    show: 'Show',
    showOf: 'Show {name}',
    createImage: 'Create image',
    createImageOf: 'Create image from {name}',
    checked: 'Checked {ago}',
    justChecked: 'Checked less than 1 minute ago',
    notChecked: 'Not checked yet',
    noClients: 'There are no computers in this unit',
    noClientsText: 'Create them with “New computer”, or import them from an inventory file.',
    noMatch: 'No computer matches the filters',
    noMatchText: 'Change the filters, or reset them to see every computer.'
  },
  importer: {
    title: 'There are no computers yet',
    text: 'To begin, import your computers: from dhcpd.conf, Kea, dnsmasq, a spreadsheet, the OpenGnsys database or another ogDesk. Or load the example to get to know the console, or create a centre by hand.',
    example: 'Load the Centro Demo example',
    done: 'Inventory loaded. Computers: {clients}, units: {units}, subnets: {subnets}, repositories: {repositories}.'
  },
  client: {
    data: 'Client data',
    notFound: 'This computer no longer exists',
    notFoundText: 'It may have been removed in another window.',
    backToGroups: 'Back to Groups',
    commands: 'Commands',
    createImage: 'Create image',
    refresh: 'Refresh state',
    fields: {
      name: 'Name',
      ip: 'IP',
      mac: 'MAC',
      serialNumber: 'Serial number',
      networkInterface: 'Network interface',
      ogLive: 'OgLive',
      pxe: 'PXE',
      subnet: 'Subnet',
      repository: 'Repository',
      unit: 'Belongs to',
      state: 'State',
      agent: 'ogAgent',
      system: 'System',
      session: 'Session',
      reported: 'Last report'
    },
    inherited: 'inherited from {from}',
    since: 'since {since}',
    agentVersion: 'version {version}, port {port}',
    agentUnknown: 'version unknown, port {port}',
    unverified: 'unverified',
    unverifiedText:
      'The connection is encrypted, but nothing proves that this computer is the one that answers: every public ogAgent carries the same certificate.',
    verified: 'verified with the site’s CA',
    job: 'Job running',
    jobTrace: 'Show trace',
    disks: 'Disks/Partitions',
    columns: {
      disk: 'Disk',
      partition: 'Partition',
      type: 'Type',
      fileSystem: 'File system',
      size: 'Size',
      usage: 'Use',
      system: 'OS'
    },
    wholeDisk: 'Whole disk',
    noFileSystem: 'No file system',
    noPartitions: 'Its disks are not known yet',
    noPartitionsText:
      'Partitions appear when the computer reports them, or when they are imported with the inventory.',
    chart: 'Disk {disk}',
    chartTable: 'Disk {disk} · {table}',
    chartAlt: 'Layout of disk {disk}, {size}: {parts}.',
    partName: 'Partition {partition}',
    free: 'Unpartitioned',
    lessThanOne: '< 1%'
  },
  subnets: {
    title: 'Subnets',
    subtitle: 'The classrooms’ networks, as they are in the inventory.',
    columns: {
      name: 'Name',
      address: 'Address',
      netmask: 'Netmask',
      router: 'Router',
      clients: 'Computers',
      created: 'Created'
    },
    empty: 'There are no subnets yet',
    emptyText: 'Create one with “New subnet”, or import it with the inventory, in Groups.',
    goToGroups: 'Go to Groups'
  },
  repositories: {
    title: 'Repositories',
    subtitle: 'The servers that keep the images.',
    columns: {
      name: 'Name',
      address: 'Address',
      path: 'Folder of the images',
      certificate: 'Certificate',
      check: 'Check',
      actions: 'Actions'
    },
    check: 'Check',
    checkOf: 'Check {name}',
    answers: 'Answers',
    answersNot: 'Does not answer properly',
    notChecked: 'Not checked',
    pinned: 'Pinned on {date}',
    notPinned: 'Will be pinned at the first connection',
    pinnedFingerprint: 'Known fingerprint',
    pinnedSince: 'Pinned on {date}',
    presentedFingerprint: 'Fingerprint that it presents now',
    trust: 'Trust the new certificate',
    trustTitle: 'Trust the new certificate of {name}?',
    trustText:
      'Do so only if the repository’s administrator confirms that the certificate was changed and that its fingerprint is now the second one:',
    trusted: 'The new certificate of {name} is pinned.',
    empty: 'There are no repositories yet',
    emptyText: 'Create one with “New repository”, or import it with the inventory, in Groups.',
    goToGroups: 'Go to Groups'
  },
  settings: {
    title: 'Settings',
    language: 'Language',
    theme: 'Appearance',
    themes: { system: 'The system’s', light: 'Light', dark: 'Dark' },
    webhook: 'Webhook server',
    apply: 'Apply',
    security: 'Webhook security',
    checkSource: 'Take webhooks only from the address of the computer or the repository',
    checkSourceText:
      'So that nobody can end somebody else’s job. Turn it off if the computers reach the network under another address, for example behind NAT.',
    checkSourceOff: 'Off: any machine that reaches this port and knows a job id can change its result.',
    about: 'About ogDesk',
    version: 'Version',
    host: 'Mode',
    hosts: { electron: 'Desktop application', headless: 'Server without a window, in the browser' },
    dataDirectory: 'Data folder'
  }
}
